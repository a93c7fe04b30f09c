package io.hotcopy.catalog;

import io.hotcopy.backupset.FileTrouble;
import io.hotcopy.backupset.SetFacts;
import io.hotcopy.backupset.SyncedFiles;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.term.DatabaseName;
import io.hotcopy.term.SetId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Where sets lie and which elements they have had: an index that says where to look, and never decides what can be
 * restored. It can be lost, for it is remade from the sets alone.
 *
 * <p>Of each domain there is one file for each set and one for each directory below which sets were put, checksummed
 * and published by rename. Any number of threads and processes may enter and remove at the same time: whoever changes a
 * domain's files holds its lock. Entering what is known already changes nothing.
 */
public final class CatalogIndex {

    private static final String SETS = "sets";
    private static final String ROOTS = "roots";
    private static final String SET_SUFFIX = ".set";
    private static final String ROOT_SUFFIX = ".root";

    private final DomainState state;

    /** @param home the home of our state; nothing is made in it before something is entered */
    public CatalogIndex(Path home) {
        this.state = new DomainState(home);
    }

    /**
     * Enters a set as it is seen now. Elements that were seen in it earlier stay known; so does where it lay, when it
     * still lies there.
     *
     * @param facts the set, where it lies and its published elements
     * @return whether that was new
     * @throws HotCopyException when it cannot be written, or a newer program wrote its entry
     */
    public boolean enter(SetFacts facts) {
        Path domain = state.of(facts.database().domain());
        return DomainLock.of(domain).holding(SETS, directory -> enter(fileOf(directory, facts.id()), facts));
    }

    private static boolean enter(Path file, SetFacts facts) {
        KnownSet now = KnownSet.of(facts);
        Optional<KnownSet> before = soundEntry(file);
        KnownSet merged = before.map(known -> merged(known, now)).orElse(now);
        if (before.equals(Optional.of(merged))) {
            return false;
        }
        IndexFile.publish(file, KnownSetJson.write(merged));
        return true;
    }

    /** A second copy of a set does not take the place of the first. */
    private static KnownSet merged(KnownSet known, KnownSet now) {
        KnownSet merged = known.seenAs(now);
        Path before = known.identity().location();
        return before.equals(now.identity().location()) || !isAt(before, known.id()) ? merged : merged.at(before);
    }

    private static boolean isAt(Path location, SetId id) {
        return CatalogSet.at(location)
                .flatMap(CatalogSet::facts)
                .filter(facts -> facts.id().equals(id))
                .isPresent();
    }

    /** A damaged entry is as good as none, so that entering its set mends it. */
    private static Optional<KnownSet> soundEntry(Path file) {
        try {
            return entry(file);
        } catch (IndexFile.DamagedException damaged) {
            return Optional.empty();
        }
    }

    /**
     * Enters a directory below which sets of a database are put.
     *
     * @return whether that was new
     * @throws HotCopyException when it cannot be written, or a newer program wrote its entry
     */
    public boolean enterRoot(DatabaseName database, Path root) {
        return DomainLock.of(state.of(database.domain())).holding(ROOTS, directory -> {
            Path file = directory.resolve(
                    UUID.nameUUIDFromBytes(root.toString().getBytes(StandardCharsets.UTF_8)) + ROOT_SUFFIX);
            if (soundRoot(file).isPresent()) {
                return false;
            }
            IndexFile.publish(file, root.toString());
            return true;
        });
    }

    private static Optional<String> soundRoot(Path file) {
        try {
            return IndexFile.read(file);
        } catch (IndexFile.DamagedException damaged) {
            return Optional.empty();
        }
    }

    /**
     * Forgets a set, whether it still lies somewhere or not.
     *
     * @return whether it was known
     * @throws HotCopyException when its entry cannot be removed
     */
    public boolean remove(SetId id) {
        boolean known = false;
        for (Path domain : state.all()) {
            if (Files.exists(fileOf(domain.resolve(SETS), id))) {
                known |= DomainLock.of(domain).holding(SETS, directory -> delete(fileOf(directory, id)));
            }
        }
        return known;
    }

    /** Forgets a set unless it still lies where it was seen last, which another process may just have found out. */
    boolean forget(KnownSet set) {
        Path domain = state.of(set.identity().database().domain());
        return DomainLock.of(domain).holding(SETS, directory -> {
            Path file = fileOf(directory, set.id());
            boolean lies = soundEntry(file)
                    .filter(known -> isAt(known.identity().location(), known.id()))
                    .isPresent();
            return !lies && delete(file);
        });
    }

    private static boolean delete(Path file) {
        try {
            boolean was = Files.deleteIfExists(file);
            SyncedFiles.syncDirectory(file.getParent());
            return was;
        } catch (IOException trouble) {
            throw FileTrouble.cannot("delete", file, trouble);
        }
    }

    /**
     * Everything that is known, of all domains. What cannot be read is in the answer, so that an index that is lost
     * keeps nobody from a restore.
     */
    public IndexContent content() {
        SortedMap<Path, String> unread = new TreeMap<>();
        List<Path> domains = new ArrayList<>();
        reading(state.home(), unread, () -> domains.addAll(state.all()));
        return content(domains, unread);
    }

    /** Everything that is known of one domain. */
    public IndexContent content(String domain) {
        return content(List.of(state.of(domain)), new TreeMap<>());
    }

    private static IndexContent content(List<Path> domains, SortedMap<Path, String> unread) {
        List<KnownSet> sets = new ArrayList<>();
        SortedSet<Path> roots = new TreeSet<>();
        for (Path domain : domains) {
            for (Path file : files(domain.resolve(SETS), SET_SUFFIX, unread)) {
                reading(file, unread, () -> entry(file).ifPresent(sets::add));
            }
            for (Path file : files(domain.resolve(ROOTS), ROOT_SUFFIX, unread)) {
                reading(file, unread, () -> IndexFile.read(file)
                        .ifPresent(text -> roots.add(file.getFileSystem().getPath(text))));
            }
        }
        sets.sort(Comparator.comparing((KnownSet set) -> set.identity().location())
                .thenComparing(set -> set.id().toString()));
        return new IndexContent(sets, roots, unread);
    }

    private static void reading(Path file, SortedMap<Path, String> unread, Runnable read) {
        try {
            read.run();
        } catch (HotCopyException trouble) {
            unread.put(file, trouble.getMessage());
        }
    }

    private static Optional<KnownSet> entry(Path file) {
        return IndexFile.read(file).map(text -> {
            KnownSet set = parsed(file, text);
            if (!file.getFileName().toString().equals(set.id() + SET_SUFFIX)) {
                throw new IndexFile.DamagedException(file, "the entry of the set it is named for", "set " + set.id());
            }
            return set;
        });
    }

    private static KnownSet parsed(Path file, String text) {
        try {
            return KnownSetJson.read(text, file);
        } catch (RuntimeException malformed) {
            throw new IndexFile.DamagedException(file, "values of this format", malformed.getMessage());
        }
    }

    private static List<Path> files(Path directory, String suffix, SortedMap<Path, String> unread) {
        List<Path> files = new ArrayList<>();
        if (!Files.isDirectory(directory)) {
            return files;
        }
        try (DirectoryStream<Path> children = Files.newDirectoryStream(directory, "*" + suffix)) {
            children.forEach(files::add);
        } catch (IOException trouble) {
            unread.put(directory, FileTrouble.cannot("list", directory, trouble).getMessage());
        }
        files.sort(Comparator.naturalOrder());
        return files;
    }

    private static Path fileOf(Path directory, SetId id) {
        return directory.resolve(id + SET_SUFFIX);
    }
}
