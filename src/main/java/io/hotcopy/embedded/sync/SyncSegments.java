package io.hotcopy.embedded.sync;

import io.hotcopy.backupset.FileTrouble;
import io.hotcopy.backupset.SyncedFiles;
import io.hotcopy.embedded.journal.JournalReader;
import io.hotcopy.embedded.journal.JournalScan;
import io.hotcopy.embedded.journal.Leases;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.Lineage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The frames of one archive that its journal does not hold, in numbered directories: those that a SYNC received, and
 * the journals it had before. Kept as long as a lease of the archive asks for them. Safe for several threads.
 */
public final class SyncSegments {

    private static final String UNFINISHED = ".part";

    private final Path root;
    private final long quotaBytes;

    /**
     * @param root where the directories lie; made when first needed
     * @param quotaBytes what they may take together
     */
    public SyncSegments(Path root, long quotaBytes) {
        this.root = root;
        this.quotaBytes = quotaBytes;
    }

    /** Those whose numbers mean something in a lineage, oldest first. */
    synchronized List<Stretch> usableIn(Lineage lineage) {
        return finished().stream()
                .map(StretchYaml::read)
                .filter(stretch -> isUsable(stretch, lineage))
                .sorted(Comparator.comparing(Stretch::through))
                .toList();
    }

    /**
     * Reads every frame.
     *
     * @param damage hears what is damaged, a sentence each
     * @return the highest commit through which anything is here; zero when nothing is
     */
    public synchronized CommitNumber check(Consumer<String> damage) {
        CommitNumber reach = CommitNumber.ZERO;
        for (Path directory : finished()) {
            reach = CommitNumber.max(reach, StretchYaml.read(directory).through());
            JournalScan scan = JournalReader.scan(directory, entry -> {});
            if (scan.end() == JournalScan.End.DAMAGED) {
                damage.accept("frames kept from a SYNC are damaged in \""
                        + scan.file().orElse(directory) + "\" at offset " + scan.offset() + ": " + scan.reason());
            }
        }
        return reach;
    }

    /** Numbers compare within one lineage, and in its parent at or below the fork (protocol §1). */
    private static boolean isUsable(Stretch stretch, Lineage lineage) {
        boolean parent = lineage.parent().filter(stretch.lineage()::equals).isPresent();
        return stretch.lineage().equals(lineage.id())
                || parent && !stretch.through().isAfter(lineage.fork());
    }

    /**
     * Puts the archive's journal away: it goes on being of use to incrementals.
     *
     * @param journal the directory of its segments, which no journal writes any more
     * @param after the journal holds every commit of the archive's groups after this one,
     * @param through up to this one
     * @param last the last commit of these that it holds
     */
    public synchronized void putAway(
            Path journal, UUID lineage, CommitNumber after, CommitNumber through, CommitNumber last) {
        StretchYaml.write(journal, lineage, after, through, last);
        Path place = next();
        try {
            prepare();
            SyncedFiles.rename(journal, place);
        } catch (IOException trouble) {
            throw FileTrouble.cannot("move", journal, trouble);
        }
    }

    /** An empty directory for frames to be received; it counts once it was {@linkplain #finish finished}. */
    synchronized Path begin() {
        Path place = next().resolveSibling(next().getFileName() + UNFINISHED);
        try {
            prepare();
            SyncedFiles.deleteTree(place);
            SyncedFiles.createDirectory(place);
            SyncedFiles.syncDirectory(root);
            return place;
        } catch (IOException trouble) {
            throw FileTrouble.cannot("create", place, trouble);
        }
    }

    /** What was received is complete, and synced. */
    synchronized void finish(
            Path unfinished, UUID lineage, CommitNumber after, CommitNumber through, CommitNumber last) {
        StretchYaml.write(unfinished, lineage, after, through, last);
        String name = unfinished.getFileName().toString();
        try {
            SyncedFiles.rename(unfinished, root.resolve(name.substring(0, name.length() - UNFINISHED.length())));
        } catch (IOException trouble) {
            throw FileTrouble.cannot("rename", unfinished, trouble);
        }
    }

    private void prepare() throws IOException {
        if (!Files.isDirectory(root)) {
            SyncedFiles.createDirectory(root);
            SyncedFiles.syncDirectory(root.getParent());
        }
    }

    private Path next() {
        long highest = directories().stream()
                .map(path -> path.getFileName().toString().replace(UNFINISHED, ""))
                .mapToLong(Long::parseLong)
                .max()
                .orElse(0);
        return root.resolve(String.format(Locale.ROOT, "%08d", highest + 1));
    }

    private List<Path> finished() {
        return directories().stream()
                .filter(path -> !path.toString().endsWith(UNFINISHED))
                .filter(StretchYaml::exists)
                .toList();
    }

    private List<Path> directories() {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(root)) {
            return entries.filter(path -> path.getFileName().toString().matches("\\d{8}(\\.part)?"))
                    .sorted()
                    .toList();
        } catch (IOException trouble) {
            throw FileTrouble.cannot("list", root, trouble);
        }
    }

    /**
     * Deletes what no lease asks for, and beyond that, oldest first, what does not fit into the quota: as with the
     * journal, who leased it finds a hole.
     */
    public synchronized void prune(Leases leases) {
        if (!directories().isEmpty()) {
            leases.holding(oldest -> {
                prune(oldest);
                return null;
            });
        }
    }

    private void prune(Optional<CommitNumber> oldest) {
        List<Stretch> kept = new ArrayList<>();
        for (Path directory : finished()) {
            Stretch stretch = StretchYaml.read(directory);
            if (oldest.isPresent() && stretch.through().isAfter(oldest.get())) {
                kept.add(stretch);
            } else {
                delete(directory);
            }
        }
        kept.sort(Comparator.comparing(Stretch::through));
        long bytes =
                kept.stream().mapToLong(stretch -> size(stretch.directory())).sum();
        for (int index = 0; index < kept.size() && bytes > quotaBytes; index++) {
            bytes -= size(kept.get(index).directory());
            delete(kept.get(index).directory());
        }
    }

    /** Deletes all: they are of another archive's life. */
    public synchronized void clear() {
        if (Files.isDirectory(root)) {
            delete(root);
        }
    }

    /** Deletes what an earlier SYNC began and did not finish; to be called while none runs. */
    public synchronized void tidy() {
        directories().stream()
                .filter(path -> path.toString().endsWith(UNFINISHED) || !StretchYaml.exists(path))
                .forEach(SyncSegments::delete);
    }

    private static void delete(Path directory) {
        try {
            SyncedFiles.deleteTree(directory);
            SyncedFiles.syncDirectory(directory.getParent());
        } catch (IOException trouble) {
            throw FileTrouble.cannot("delete", directory, trouble);
        }
    }

    private static long size(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            long bytes = 0;
            for (Path file : files.toList()) {
                bytes += Files.size(file);
            }
            return bytes;
        } catch (IOException trouble) {
            throw FileTrouble.cannot("list", directory, trouble);
        }
    }
}
