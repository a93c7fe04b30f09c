package io.hotcopy.embedded.start;

import io.hotcopy.embedded.journal.CommitFrame;
import io.hotcopy.embedded.journal.Frame;
import io.hotcopy.embedded.journal.Journal;
import io.hotcopy.embedded.journal.JournalIdentity;
import io.hotcopy.embedded.journal.JournalListener;
import io.hotcopy.embedded.journal.JournalReader;
import io.hotcopy.embedded.journal.JournalScan;
import io.hotcopy.embedded.journal.JournalSettings;
import io.hotcopy.embedded.journal.Lease;
import io.hotcopy.embedded.journal.Leases;
import io.hotcopy.embedded.journal.Operation;
import io.hotcopy.embedded.journal.View;
import io.hotcopy.embedded.journal.ViewFrame;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.Lineage;
import io.hotcopy.term.StorageGroupName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/** The journal of one archive, written frame by frame as a test wants it. */
final class HandMadeJournal {

    private static final Instant TIME = Instant.parse("2026-11-22T20:30:00Z");
    private static final StorageGroupName GROUP = StorageGroupName.UNPARTITIONED;
    private static final JournalListener DEAF = new JournalListener() {
        @Override
        public void durable(List<CommitNumber> commits) {}

        @Override
        public void failed(HotCopyException cause) {
            throw new AssertionError(cause);
        }

        @Override
        public void quota(long usedBytes, long quotaBytes, Optional<Lease> dropped) {}
    };

    private final ArchiveId archive;
    private final Path directory;

    HandMadeJournal(Path parent, int archive) {
        this.archive = new ArchiveId(archive);
        this.directory = parent.resolve("archive-" + archive);
    }

    /** Appends frames in one life, each carrying that stable number. */
    HandMadeJournal life(long stable, Frame... frames) throws IOException {
        Files.createDirectories(directory);
        try (Journal journal = Journal.open(
                directory.resolve("journal"),
                new JournalIdentity(
                        new UUID(1, 1), Lineage.created(new UUID(2, 2)), archive, new UUID(3, archive.value())),
                new JournalSettings(64 << 10, 1 << 20),
                scan(),
                Leases.open(directory.resolve("leases.yaml")),
                DEAF,
                new SplittableRandom(archive.value()),
                Clock.fixed(TIME, ZoneOffset.UTC))) {
            journal.stable(new CommitNumber(stable));
            for (Frame frame : frames) {
                if (frame instanceof CommitFrame commit) {
                    journal.append(commit);
                } else if (frame instanceof ViewFrame view) {
                    journal.append(view);
                }
            }
        }
        return this;
    }

    /** Overwrites the beginning of the last frame, as a torn write would. */
    HandMadeJournal tearLast() throws IOException {
        JournalScan scan = scan();
        long[] last = {0};
        JournalReader.scan(directory.resolve("journal"), entry -> last[0] = entry.offset());
        Path file = scan.file().orElseThrow();
        byte[] bytes = Files.readAllBytes(file);
        Arrays.fill(bytes, (int) last[0], (int) last[0] + 8, (byte) 0x55);
        Files.write(file, bytes);
        return this;
    }

    /** Cuts the last frame off, so that nothing tells that it was there. */
    HandMadeJournal dropLast() throws IOException {
        JournalScan scan = scan();
        long[] last = {0};
        JournalReader.scan(directory.resolve("journal"), entry -> last[0] = entry.offset());
        Path file = scan.file().orElseThrow();
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), (int) last[0]));
        return this;
    }

    JournalScan scan() {
        return JournalReader.scan(directory.resolve("journal"), entry -> {});
    }

    Evidence evidence(long persisted) {
        return new Evidence(archive, scan(), new CommitNumber(persisted));
    }

    static CommitFrame commit(long number, long view, int... participants) {
        return new CommitFrame(
                new CommitNumber(number),
                view,
                TIME,
                archives(participants),
                new TreeSet<>(List.of(GROUP)),
                List.of(),
                List.of(new Operation(GROUP, new byte[] {0, 0, 0, 9, (byte) number}, new byte[4000])));
    }

    static View view(long number, long voidAbove, int... members) {
        return new View(number, new UUID(4, number), archives(members), new CommitNumber(voidAbove), TIME);
    }

    static SortedSet<ArchiveId> archives(int... ids) {
        return Arrays.stream(ids).mapToObj(ArchiveId::new).collect(Collectors.toCollection(TreeSet::new));
    }
}
