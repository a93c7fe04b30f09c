package io.hotcopy.embedded;

import io.hotcopy.embedded.journal.JournalReader;
import io.hotcopy.embedded.state.DatabaseState;
import io.hotcopy.embedded.state.KnownArchive;
import io.hotcopy.embedded.store.ArchiveStore;
import io.hotcopy.embedded.store.DamagedArchiveException;
import io.hotcopy.model.StorageManager;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.term.CommitNumber;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;

/**
 * Whether what lies in an archive's place may come into a running database by SYNC, and what of it is of use (protocol
 * §1). Changes nothing.
 */
final class ArchiveAdmission {

    private final StartContext context;
    private final DatabaseState state;
    private final StorageManager manager;
    private final Path directory;
    private final CommitNumber stable;

    /** @param stable no archive of this life may hold a commit after it */
    ArchiveAdmission(StartContext context, DatabaseState state, StorageManager manager, CommitNumber stable) {
        this(context, state, manager, stable, context.archive(manager.archive()));
    }

    /** @param directory where the archive lies that is to come into the place */
    ArchiveAdmission(
            StartContext context, DatabaseState state, StorageManager manager, CommitNumber stable, Path directory) {
        this.context = context;
        this.state = state;
        this.manager = manager;
        this.directory = directory;
        this.stable = stable;
    }

    /**
     * What was found.
     *
     * @param known how the archive is known from here on
     * @param use what of it is of use
     */
    record Admitted(KnownArchive known, Use use) {}

    /** What of an archive that is there a SYNC can begin with. */
    enum Use {
        /** There is none. */
        NOTHING,
        /** Its records; its journal is another life's, or it has none. */
        RECORDS,
        /** Its records and its journal. */
        ALL
    }

    /**
     * Looks.
     *
     * @throws HotCopyException when it is another database's, another archive's, or of another life of the database
     */
    Admitted look() {
        if (!Files.exists(directory) || isToBeFilled() && ArchiveIdentityYaml.isNotBegun(directory)) {
            return new Admitted(fresh(context.ids().get()), Use.NOTHING);
        }
        if (!ArchiveIdentityYaml.exists(directory)) {
            throw new HotCopyException(
                    "\"" + directory + "\" is there, but is not an archive: it has no " + ArchiveIdentityYaml.FILE,
                    "Move it away: the storage manager then begins on an empty archive.");
        }
        ArchiveIdentity identity = ArchiveIdentityYaml.read(directory);
        if (!identity.databaseUuid().equals(state.databaseUuid())) {
            throw new ForeignArchiveException(directory, state.databaseUuid(), identity.databaseUuid());
        }
        if (!identity.archive().equals(manager.archive()) && !mayBeRenumbered(identity)) {
            throw new HotCopyException(
                    "\"" + directory + "\" holds archive " + identity.archive(),
                    "Put archive " + manager.archive() + " there.");
        }
        boolean ours = identity.lineage().id().equals(state.lineage().id());
        if (!ours) {
            requireParent(identity);
        }
        requireUpTo(ours ? stable : state.lineage().fork(), ours);
        return new Admitted(known(identity, ours), isOwn(identity) && ours ? Use.ALL : Use.RECORDS);
    }

    /** Into an empty directory it does not come later: a disk that is not mounted looks like one. */
    private boolean isToBeFilled() {
        KnownArchive known = state.archives().get(manager.archive());
        return known == null || known.syncing();
    }

    /** A restored one comes as a new archive, under any number, where it was given a place of its own. */
    private boolean mayBeRenumbered(ArchiveIdentity identity) {
        return identity.restored().isPresent()
                && !directory.equals(context.managers().place(manager.archive()));
    }

    private boolean isOwn(ArchiveIdentity identity) {
        return state.archives().containsKey(manager.archive())
                && state.archives().get(manager.archive()).uuid().equals(identity.archiveUuid());
    }

    /** A restored archive, or one of the life before, comes as an archive of its own. */
    private KnownArchive known(ArchiveIdentity identity, boolean ours) {
        if (isOwn(identity)) {
            return state.archives().get(manager.archive());
        }
        if (ours && identity.restored().isEmpty()) {
            UUID expected = Optional.ofNullable(state.archives().get(manager.archive()))
                    .map(KnownArchive::uuid)
                    .orElse(state.databaseUuid());
            throw new ForeignArchiveException(directory, expected, identity.archiveUuid());
        }
        return fresh(identity.archiveUuid());
    }

    private KnownArchive fresh(UUID uuid) {
        return KnownArchive.uncopied(
                manager.archive(),
                uuid,
                Optional.ofNullable(state.archives().get(manager.archive()))
                        .map(KnownArchive::serves)
                        .orElse(manager.serves()));
    }

    private void requireParent(ArchiveIdentity identity) {
        boolean parent =
                state.lineage().parent().filter(identity.lineage().id()::equals).isPresent();
        if (!parent) {
            throw new HotCopyException(
                    "archive " + manager.archive() + " in \"" + directory + "\" belongs to lineage "
                            + identity.lineage() + " of the database, which lives in " + state.lineage(),
                    otherLife());
        }
    }

    private static String otherLife() {
        return "Restore a backup set of the present lineage, or empty the directory: it then gets everything by SYNC.";
    }

    /**
     * What was in memory only when it stopped is lost, so that its files alone tell how far it goes; or its journal.
     */
    private void requireUpTo(CommitNumber limit, boolean ours) {
        CommitNumber held = ours
                ? persisted()
                : CommitNumber.max(
                        persisted(),
                        JournalReader.scan(ArchiveLayout.journal(directory), entry -> {})
                                .highestCommit());
        if (held.isAfter(limit)) {
            throw ours
                    ? new HotCopyException(
                            "archive " + manager.archive() + " in \"" + directory + "\" holds commits up to " + held
                                    + ", beyond the database's stable commit " + limit,
                            otherLife())
                    : new HotCopyException(
                            "archive " + manager.archive() + " in \"" + directory
                                    + "\" holds commits of an earlier life of the database up to " + held
                                    + "; the present one began at commit " + limit,
                            otherLife());
        }
    }

    /** Records that are missing or damaged hold nothing. */
    private CommitNumber persisted() {
        Path rocks = ArchiveLayout.rocks(directory);
        if (!ArchiveStore.exists(rocks)) {
            return CommitNumber.ZERO;
        }
        try (ArchiveStore store = ArchiveStore.openReadOnly(rocks, context.memory())) {
            return store.persistedMark();
        } catch (DamagedArchiveException damaged) {
            return CommitNumber.ZERO;
        }
    }
}
