package io.hotcopy.embedded.journal;

import static io.hotcopy.embedded.journal.SampleJournal.commit;
import static io.hotcopy.embedded.journal.SampleJournal.number;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotcopy.embedded.journal.JournalScan.End;
import io.hotcopy.embedded.journal.SampleJournal.Told;
import io.hotcopy.problem.HotCopyException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What nobody needs goes; what is leased stays until the quota is reached; what is not applied stays always. */
class RecyclingTest {

    /** With commits of 5000 bytes: one to a group commit of two blocks, three to a segment. */
    private static final JournalSettings FOUR_BLOCKS_AND_QUOTA = new JournalSettings(28 << 10, 10 * (28L << 10));

    private static final int PER_SEGMENT = 3;

    @TempDir
    Path archive;

    private Path directory;
    private Leases leases;
    private final Told told = new Told();

    @BeforeEach
    void nameDirectory() {
        directory = archive.resolve("journal");
        leases = Leases.open(archive.resolve("leases.yaml"));
    }

    private Journal open() {
        return SampleJournal.open(directory, FOUR_BLOCKS_AND_QUOTA, leases, told, 1);
    }

    @Test
    void closedSegmentsThatAreWhollyAppliedAreDeleted() throws IOException {
        try (Journal journal = open()) {
            append(journal, 1, 3 * PER_SEGMENT);
            journal.recycle(number(2 * PER_SEGMENT - 1));
            assertEquals(List.of(2L, 3L), segments());
            assertEquals(number(PER_SEGMENT), journal.reachesBackTo());

            journal.recycle(number(1000));
            assertEquals(List.of(3L), segments(), "the newest stays");
            journal.recycle(number(0));
        }

        List<JournalEntry> left = new ArrayList<>();
        JournalScan found = JournalReader.scan(directory, left::add);
        assertEquals(End.CLEAN, found.end());
        assertEquals(number(2 * PER_SEGMENT), found.before());
        assertEquals(3 * PER_SEGMENT + 1, found.nextLsn());
    }

    @Test
    void leaseKeepsEverythingAfterIt() throws IOException {
        try (Journal journal = open()) {
            append(journal, 1, 5 * PER_SEGMENT);
            lease("journal-chain", 2 * PER_SEGMENT);
            lease("set:1", 3 * PER_SEGMENT);
            journal.recycle(number(1000));
            assertEquals(List.of(3L, 4L, 5L), segments());

            leases.remove("journal-chain");
            journal.recycle(number(1000));
            assertEquals(List.of(4L, 5L), segments());
        }
    }

    @Test
    void whatWasRecycledIsKnownAfterARestartAndRefusedAsASlice() {
        try (Journal journal = open()) {
            append(journal, 1, 3 * PER_SEGMENT);
            journal.recycle(number(1000));
        }
        try (Journal journal = open()) {
            assertEquals(number(2 * PER_SEGMENT), journal.reachesBackTo());
            journal.slice(number(2 * PER_SEGMENT));
            HotCopyException hole =
                    assertThrows(HotCopyException.class, () -> journal.slice(number(2 * PER_SEGMENT - 1)));
            assertTrue(hole.getMessage().contains("no longer holds the commits after 5"), hole.getMessage());
            journal.recycle(number(1000));
            assertEquals(number(3 * PER_SEGMENT), journal.reachesBackTo());
        }
    }

    @Test
    void reachedQuotaDropsTheOldestLeaseAsOftenAsNeeded() throws IOException {
        lease("journal-chain", 0);
        lease("set:1", 4 * PER_SEGMENT);
        try (Journal journal = open()) {
            append(journal, 1, 7 * PER_SEGMENT);
            assertEquals(List.of(), told.quota);
            append(journal, 7 * PER_SEGMENT + 1, 8 * PER_SEGMENT);
            journal.recycle(number(8 * PER_SEGMENT));
            append(journal, 8 * PER_SEGMENT + 1, 11 * PER_SEGMENT);
        }

        assertEquals(Optional.empty(), told.quota.get(0), "a warning first");
        assertEquals(
                List.of("journal-chain"),
                told.quota.stream().flatMap(Optional::stream).map(Lease::owner).toList());
        assertEquals(List.of("set:1"), leases.all().stream().map(Lease::owner).toList());
        assertEquals(leases.all(), Leases.open(archive.resolve("leases.yaml")).all());
        assertEquals(5L, segments().get(0));
    }

    @Test
    void whatIsNotAppliedStaysBeyondTheQuotaAndNoLeaseIsDroppedForIt() throws IOException {
        lease("journal-chain", 2 * PER_SEGMENT);
        try (Journal journal = open()) {
            journal.recycle(number(PER_SEGMENT));
            append(journal, 1, 14 * PER_SEGMENT);
            assertEquals(number(PER_SEGMENT), journal.reachesBackTo());
        }

        assertEquals(1, leases.all().size());
        assertEquals(14 * PER_SEGMENT, told.durable.size());
        assertTrue(told.quota.size() > 1 && told.quota.stream().allMatch(Optional::isEmpty), told.quota.toString());
        assertEquals(13, segments().size());
    }

    private void lease(String owner, long number) {
        leases.put(new Lease(owner, new UUID(1, 1), number(number)));
    }

    /** One commit to a group commit. */
    private static void append(Journal journal, long from, long through) {
        for (long number = from; number <= through; number++) {
            journal.append(commit(number, 5000));
            journal.sync();
        }
    }

    private List<Long> segments() throws IOException {
        return new JournalFiles(directory)
                .segments().stream()
                        .map(segment -> JournalFiles.number(segment.name()))
                        .toList();
    }
}
