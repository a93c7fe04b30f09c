package io.hotcopy.embedded.journal;

import static io.hotcopy.embedded.journal.SampleJournal.SMALL;
import static io.hotcopy.embedded.journal.SampleJournal.commit;
import static io.hotcopy.embedded.journal.SampleJournal.number;
import static io.hotcopy.embedded.journal.SampleJournal.view;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotcopy.embedded.journal.JournalScan.End;
import io.hotcopy.embedded.journal.SampleJournal.Told;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.term.CommitNumber;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is appended is durable when told so, and is read back, over stops, crashes and segments. */
class JournalTest {

    @TempDir
    Path archive;

    private Path directory;
    private final Told told = new Told();

    @BeforeEach
    void nameDirectory() {
        directory = archive.resolve("journal");
    }

    @Test
    void everyKindOfFrameIsReadBackAsItWasAppended() {
        List<Frame> appended = List.of(view(7, 0), commit(1, 0), commit(5, 1024), view(8, 5), commit(6, 100_000));
        try (Journal journal = SampleJournal.open(directory, SMALL, told)) {
            append(journal, appended);
        }

        JournalScan found = scan();
        assertEquals(appended, SampleJournal.frames(directory));
        assertEquals(End.CLEAN, found.end());
        assertEquals(6, found.nextLsn());
        assertEquals(number(6), found.highestCommit());
        assertEquals(8, found.highestView());
        assertEquals(List.of(view(7, 0).view(), view(8, 5).view()), found.views());
        assertEquals(List.of(number(1), number(5), number(6)), told.durable);
    }

    @Test
    void framesLongerThanTheBufferAndThanASegmentAreReadBackAmongShortOnes() {
        List<Frame> appended = List.of(
                commit(1, 10), commit(2, 600_000), commit(3, 10), commit(4, 3_000_000), commit(5, 524_288 - 150));
        try (Journal journal = SampleJournal.open(directory, SMALL, told)) {
            append(journal, appended);
        }

        assertEquals(appended, SampleJournal.frames(directory));
    }

    @Test
    void theLongestFrameIsTakenAndALongerOneRefused() {
        int overhead = (int) Journal.bytesOf(commit(1, 0));
        CommitFrame longest = commit(1, Journal.MAX_FRAME_BYTES - overhead);
        CommitFrame tooLong = commit(2, Journal.MAX_FRAME_BYTES - overhead + 1);
        try (Journal journal = SampleJournal.open(directory, SMALL, told)) {
            journal.append(longest);
            assertThrows(IllegalArgumentException.class, () -> journal.append(tooLong));
        }

        assertEquals(List.of(longest), SampleJournal.frames(directory));
    }

    @Test
    void eachStartGoesOnInANewSegmentWithTheNextLsn() {
        List<Frame> appended = new ArrayList<>();
        for (long start = 1; start <= 3; start++) {
            try (Journal journal = SampleJournal.open(directory, SMALL, told)) {
                append(journal, List.of(commit(start, 100)));
                appended.add(commit(start, 100));
            }
        }

        List<JournalEntry> entries = new ArrayList<>();
        JournalScan found = JournalReader.scan(directory, entries::add);
        assertEquals(appended, entries.stream().map(JournalEntry::frame).toList());
        assertEquals(
                List.of(1L, 2L, 3L), entries.stream().map(JournalEntry::lsn).toList());
        assertEquals(
                List.of(1L, 2L, 3L), entries.stream().map(JournalEntry::segment).toList());
        assertEquals(3, found.lastSegment());
    }

    @Test
    void segmentsKeepTheirLengthWhileInUseAndGiveBackTheRestWhenTheJournalStops() throws IOException {
        try (Journal journal = SampleJournal.open(directory, SMALL, told)) {
            append(journal, commits(1, 100));
            for (Slice.Segment segment : new JournalFiles(directory).segments()) {
                assertEquals(SMALL.segmentBytes(), segment.length(), segment.name());
            }
        }

        assertEquals(commits(1, 100), SampleJournal.frames(directory));
        List<Slice.Segment> left = new JournalFiles(directory).segments();
        JournalScan.Segment newest = scan().segments().get(left.size() - 1);
        assertEquals(newest.end(), newest.bytes());
        try (Stream<Path> files = Files.list(directory)) {
            assertEquals(left.size(), files.count(), "no spare is left");
        }
    }

    @Test
    void framesAppendedDuringASyncAreSyncedTogetherByTheNextOne() throws InterruptedException {
        CountDownLatch firstIsDurable = new CountDownLatch(1);
        CountDownLatch allAreAppended = new CountDownLatch(1);
        Told slow = new Told() {
            @Override
            public void durable(List<CommitNumber> commits) {
                super.durable(commits);
                firstIsDurable.countDown();
                await(allAreAppended);
            }
        };
        try (Journal journal = SampleJournal.open(directory, JournalSettings.DEFAULT, slow)) {
            journal.append(commit(1, 1024));
            firstIsDurable.await();
            commits(2, 500).forEach(frame -> journal.append((CommitFrame) frame));
            assertTrue(journal.queuedBytes() > 499 * 1024);
            allAreAppended.countDown();
            journal.sync();
            assertEquals(0, journal.queuedBytes());
        }

        assertEquals(List.of(1, 499), slow.batches);
    }

    @Test
    @Timeout(300)
    void idleJournalMarksTheStableNumber() throws InterruptedException {
        Journal journal = SampleJournal.open(directory, SMALL, told);
        append(journal, List.of(commit(1, 10)));
        journal.stable(number(1));
        while (!scan().highestStable().equals(number(1))) {
            Thread.onSpinWait();
        }
        journal.crash();

        assertEquals(List.of(commit(1, 10), new MarkFrame(SampleJournal.TIME)), SampleJournal.frames(directory));
    }

    @Test
    void journalThatStopsMarksTheStableNumberOnceAndNeverALowerOne() {
        try (Journal journal = SampleJournal.open(directory, SMALL, told)) {
            append(journal, commits(1, 4));
            journal.stable(number(4));
            journal.stable(number(2));
        }
        try (Journal journal = SampleJournal.open(directory, SMALL, told)) {
            journal.stable(number(4));
        }

        List<JournalEntry> entries = new ArrayList<>();
        JournalReader.scan(directory, entries::add);
        assertEquals(List.of(0L, 0L, 0L, 0L, 4L), stableNumbers(entries));
    }

    @Test
    void frameCarriesTheStableNumberKnownWhenItIsWritten() {
        try (Journal journal = SampleJournal.open(directory, SMALL, told)) {
            append(journal, List.of(commit(1, 10)));
            journal.stable(number(1));
            append(journal, List.of(commit(2, 10)));
        }

        assertEquals(number(1), scan().highestStable());
    }

    @Test
    void crashedJournalTellsNothingMoreAndItsFramesAreWholeOrMissing() {
        Journal journal = SampleJournal.open(directory, SMALL, told);
        append(journal, commits(1, 50));
        commits(51, 60).forEach(frame -> journal.append((CommitFrame) frame));
        journal.crash();
        int durable = told.durable.size();
        journal.append(commit(61, 10));

        assertThrows(HotCopyException.class, journal::sync);
        assertEquals(durable, told.durable.size());
        assertTrue(durable >= 50);
        List<Frame> found = SampleJournal.frames(directory);
        assertTrue(found.size() >= durable);
        assertEquals(commits(1, found.size()), found);
        assertEquals(List.of(), told.failures);
    }

    @Test
    void closedJournalRefusesFrames() {
        Journal journal = SampleJournal.open(directory, SMALL, told);
        journal.close();

        assertThrows(IllegalStateException.class, () -> journal.append(commit(1, 10)));
    }

    @Test
    void commitWhoseNumberDoesNotRiseFailsTheJournal() {
        try (Journal journal = SampleJournal.open(directory, SMALL, told)) {
            append(journal, commits(1, 3));
            journal.append(commit(3, 10));
            HotCopyException failure = assertThrows(HotCopyException.class, journal::sync);
            assertTrue(failure.getMessage().contains("commit 3 was appended after commit 3"), failure.getMessage());
        }
        assertEquals(1, told.failures.size());
    }

    @Test
    void journalOfAnotherArchiveIsRefused() {
        SampleJournal.open(directory, SMALL, told).close();
        JournalIdentity other = new JournalIdentity(
                SampleJournal.IDENTITY.databaseUuid(),
                SampleJournal.LINEAGE,
                SampleJournal.IDENTITY.archive(),
                new UUID(9, 9));

        HotCopyException refused =
                assertThrows(HotCopyException.class, () -> SampleJournal.open(directory, other, told));
        assertTrue(refused.getMessage().contains("is not ours"), refused.getMessage());
    }

    @Test
    void missingDirectoryIsAnEmptyJournal() {
        JournalScan found = scan();

        assertEquals(End.CLEAN, found.end());
        assertEquals(1, found.nextLsn());
        assertEquals(0, found.lastSegment());
        assertTrue(found.identity().isEmpty());
    }

    private JournalScan scan() {
        return JournalReader.scan(directory, entry -> {});
    }

    private static List<Long> stableNumbers(List<JournalEntry> entries) {
        return entries.stream().map(entry -> entry.stable().value()).toList();
    }

    private static List<Frame> commits(long from, long through) {
        return LongStream.rangeClosed(from, through)
                .<Frame>mapToObj(number -> commit(number, 1000))
                .toList();
    }

    private static void append(Journal journal, List<Frame> frames) {
        for (Frame frame : frames) {
            if (frame instanceof CommitFrame commit) {
                journal.append(commit);
            } else if (frame instanceof ViewFrame view) {
                journal.append(view);
            }
        }
        journal.sync();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
