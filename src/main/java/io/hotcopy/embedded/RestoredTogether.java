package io.hotcopy.embedded;

import io.hotcopy.embedded.ArchiveIdentity.Restored;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.term.CommitNumber;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Whether restored archives belong together: one database, one lineage, one cut, each archive once. */
final class RestoredTogether {

    private RestoredTogether() {}

    /**
     * Reads the identities and refuses archives that do not belong together.
     *
     * @return the identity of the first
     */
    static ArchiveIdentity require(List<Path> archives) {
        Map<Path, ArchiveIdentity> identities = new LinkedHashMap<>();
        archives.forEach(archive -> identities.put(archive, restored(archive)));
        return require(identities);
    }

    /** As above, for restored archives whose identities have been read. */
    static ArchiveIdentity require(Map<Path, ArchiveIdentity> identities) {
        if (identities.isEmpty()) {
            throw new IllegalArgumentException("no archive was named");
        }
        demandOne(identities, "databases", ArchiveIdentity::databaseUuid, ArchiveIdentity::database);
        demandOne(
                identities,
                "lineages",
                identity -> identity.lineage().id(),
                ArchiveIdentity::lineage,
                "Restore them from the sets of one lineage.");
        Function<ArchiveIdentity, Object> cut = RestoredTogether::cut;
        demandOne(
                identities,
                "commits",
                cut,
                cut,
                "Restore all of them to one commit: --restore-snapshot " + common(identities));
        demandDistinct(identities);
        return identities.values().iterator().next();
    }

    private static ArchiveIdentity restored(Path archive) {
        if (!ArchiveIdentityYaml.exists(archive)) {
            throw new HotCopyException("\"" + archive + "\" is not an archive: it has no " + ArchiveIdentityYaml.FILE);
        }
        ArchiveIdentity identity = ArchiveIdentityYaml.read(archive);
        if (identity.restored().isEmpty()) {
            throw new HotCopyException(
                    "\"" + archive + "\" is the archive of a storage manager, not a restored one",
                    "Start the domain to read it, or restore a backup set of it.");
        }
        return identity;
    }

    private static CommitNumber cut(ArchiveIdentity identity) {
        return identity.restored().map(Restored::cut).orElseThrow();
    }

    /** The highest commit that all of them could be restored to, as far as they themselves tell. */
    private static CommitNumber common(Map<Path, ArchiveIdentity> identities) {
        return identities.values().stream()
                .map(RestoredTogether::cut)
                .min(CommitNumber::compareTo)
                .orElseThrow();
    }

    private static void demandOne(
            Map<Path, ArchiveIdentity> identities,
            String what,
            Function<ArchiveIdentity, Object> value,
            Function<ArchiveIdentity, Object> shown,
            String... hints) {
        Map.Entry<Path, ArchiveIdentity> first =
                identities.entrySet().iterator().next();
        for (Map.Entry<Path, ArchiveIdentity> other : identities.entrySet()) {
            if (!value.apply(other.getValue()).equals(value.apply(first.getValue()))) {
                throw new HotCopyException(
                        "the archives are of different " + what + ": \"" + first.getKey() + "\" of "
                                + shown.apply(first.getValue()) + ", \"" + other.getKey() + "\" of "
                                + shown.apply(other.getValue()),
                        hints);
            }
        }
    }

    private static void demandDistinct(Map<Path, ArchiveIdentity> identities) {
        Map<Object, Path> byArchive = new LinkedHashMap<>();
        identities.forEach((path, identity) -> {
            Path earlier = byArchive.putIfAbsent(identity.archive(), path);
            if (earlier != null) {
                throw new HotCopyException("\"" + earlier + "\" and \"" + path + "\" are both archive "
                        + identity.archive() + " of " + identity.database());
            }
        });
    }
}
