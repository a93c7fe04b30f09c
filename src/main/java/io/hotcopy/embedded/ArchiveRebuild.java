package io.hotcopy.embedded;

import io.hotcopy.backupset.FileTrouble;
import io.hotcopy.backupset.SyncedFiles;
import io.hotcopy.embedded.commit.CommitPipeline.Standing;
import io.hotcopy.embedded.commit.Member;
import io.hotcopy.embedded.state.KnownArchive;
import io.hotcopy.embedded.store.ArchiveStore;
import io.hotcopy.embedded.store.RecordCursor;
import io.hotcopy.embedded.store.StoreBatch;
import io.hotcopy.embedded.store.TableInGroup;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.Fingerprint;
import io.hotcopy.term.StorageGroupName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Builds an archive beside the present one when nobody keeps all frames of some groups any more: these groups' records
 * from others as of one commit, the other groups from the archive itself and from frames. The present one is never
 * written into; the new one takes its place as a whole. Used by one thread.
 */
final class ArchiveRebuild {

    private static final byte[] ALL = {};
    private static final long BATCH_BYTES = 1 << 20;

    private final StartContext context;
    private final RunningDatabase running;
    private final SyncPeers peers;
    private final KnownArchive known;
    private final SyncIntake intake;
    private final Path directory;
    private final Path beside;

    ArchiveRebuild(
            StartContext context, RunningDatabase running, SyncPeers peers, KnownArchive known, SyncIntake intake) {
        this.context = context;
        this.running = running;
        this.peers = peers;
        this.known = known;
        this.intake = intake;
        this.directory = context.archive(known.id());
        this.beside = SwappedDirectory.beside(directory);
    }

    /** The others at one commit. */
    private record Source(
            CommitNumber at,
            SortedMap<TableInGroup, Fingerprint> content,
            Map<StorageGroupName, RecordCursor> records) {}

    /**
     * Builds it and puts it in place.
     *
     * @param present the archive as it is; closed when this returns
     * @param missing the groups that come as a whole
     * @return the new one, opened
     */
    ArchiveStore run(ArchiveStore present, SortedSet<StorageGroupName> missing) {
        begin();
        SortedSet<StorageGroupName> kept = new TreeSet<>(known.serves());
        kept.removeAll(missing);
        try (ArchiveStore built = ArchiveStore.open(ArchiveLayout.rocks(beside), known.serves(), context.memory())) {
            CommitNumber at = receive(built, missing);
            copy(present, built, kept);
            built.apply(sums(present, kept).applied(present.appliedMark()));
            intake.redo(built, kept, at);
            built.flush();
        }
        present.crash();
        replace();
        return ArchiveStore.open(ArchiveLayout.rocks(directory), known.serves(), context.memory());
    }

    private void begin() {
        try {
            SyncedFiles.deleteTree(beside);
            SyncedFiles.createDirectory(beside);
        } catch (IOException trouble) {
            throw FileTrouble.cannot("create", beside, trouble);
        }
        ArchiveIdentityYaml.write(
                beside, Foundation.identity(context, running.state().state(), known));
        context.writeHome(beside, known.id());
    }

    /** The records of some groups, from others; gives the commit they are as of. */
    private CommitNumber receive(ArchiveStore built, SortedSet<StorageGroupName> missing) {
        Source source = running.pipeline().betweenRounds(standing -> open(standing, missing));
        try {
            source.records().forEach((group, cursor) -> copy(group, cursor, built, true));
        } finally {
            source.records().values().forEach(RecordCursor::close);
        }
        StoreBatch sums = new StoreBatch();
        source.content().forEach((part, sum) -> sums.fingerprint(part.group(), part.table(), sum));
        built.apply(sums.applied(CommitNumber.ZERO));
        return source.at();
    }

    private Source open(Standing standing, SortedSet<StorageGroupName> missing) {
        Map<StorageGroupName, RecordCursor> records = new TreeMap<>();
        missing.forEach(group -> records.put(group, serving(group).store().cursor(group, ALL, ALL)));
        SortedMap<TableInGroup, Fingerprint> content = new TreeMap<>(standing.content());
        content.keySet().removeIf(part -> !missing.contains(part.group()));
        return new Source(standing.applied(), content, records);
    }

    private Member serving(StorageGroupName group) {
        return peers.members().stream()
                .filter(member -> member.serves().contains(group))
                .findFirst()
                .orElseThrow(() -> new HotCopyException(
                        "no running storage manager serves storage group " + group + ", so archive " + known.id()
                                + " cannot get it",
                        "Start another storage manager that serves it first."));
    }

    private void copy(ArchiveStore present, ArchiveStore built, SortedSet<StorageGroupName> groups) {
        for (StorageGroupName group : groups) {
            try (RecordCursor cursor = present.cursor(group, ALL, ALL)) {
                copy(group, cursor, built, false);
            }
        }
    }

    private void copy(StorageGroupName group, RecordCursor cursor, ArchiveStore built, boolean received) {
        StoreBatch batch = new StoreBatch();
        long bytes = 0;
        while (cursor.next()) {
            byte[] key = cursor.key();
            byte[] value = cursor.value();
            batch.put(group, key, value);
            bytes += key.length + value.length;
            if (bytes >= BATCH_BYTES) {
                put(built, batch, group, received ? bytes : 0);
                batch = new StoreBatch();
                bytes = 0;
            }
        }
        put(built, batch, group, received ? bytes : 0);
    }

    private void put(ArchiveStore built, StoreBatch batch, StorageGroupName group, long bytes) {
        running.requireServing();
        built.apply(batch.applied(CommitNumber.ZERO));
        intake.receivedFiles(group, bytes);
    }

    private static StoreBatch sums(ArchiveStore present, SortedSet<StorageGroupName> groups) {
        StoreBatch sums = new StoreBatch();
        present.runningFingerprints().forEach((part, sum) -> {
            if (groups.contains(part.group())) {
                sums.fingerprint(part.group(), part.table(), sum);
            }
        });
        return sums;
    }

    private void replace() {
        Path leases = ArchiveLayout.leases(directory);
        try {
            if (Files.exists(leases)) {
                SyncedFiles.writeFile(ArchiveLayout.leases(beside), Files.readAllBytes(leases));
            }
            OwnedFiles.secure(beside);
        } catch (IOException trouble) {
            throw FileTrouble.cannot("finish", beside, trouble);
        }
        SwappedDirectory.swap(directory);
    }
}
