package io.hotcopy.embedded.journal;

import static io.hotcopy.embedded.journal.SampleJournal.commit;
import static io.hotcopy.embedded.journal.SampleJournal.view;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.hotcopy.embedded.journal.JournalScan.End;
import io.hotcopy.embedded.journal.SampleJournal.Told;
import io.hotcopy.term.CommitNumber;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a power failure leaves of the last group commit, the journal ends cleanly with the last whole frame. */
class TornJournalTest {

    private static final int BLOCK = FrameFormat.BLOCK;

    @TempDir
    Path archive;

    private Path directory;
    private SpoiledFile newest;
    private byte[] whole;
    private int lastGroupCommit;
    private List<JournalEntry> entries;

    /**
     * The last group commit has frames within a block, across blocks, and beginning on a block other than the first.
     */
    @BeforeEach
    void writeJournal() throws IOException {
        directory = archive.resolve("journal");
        WrittenSegments segments = new WrittenSegments(directory)
                .segment(11)
                .groupCommit(commit(1, 300), commit(2, 6000))
                .segment(12)
                .groupCommit(view(8, 2), commit(3, 200));
        lastGroupCommit = (int) segments.position();
        long begun = FrameFormat.align(Journal.bytesOf(commit(4, 700)), FrameFormat.ALIGNMENT);
        int toTheBlock = (int) (BLOCK - begun - Journal.bytesOf(commit(5, 0)));
        segments.groupCommit(commit(4, 700), commit(5, toTheBlock), commit(6, 4400), commit(7, 900))
                .end();
        whole = Files.readAllBytes(segments.file(2));
        newest = new SpoiledFile(segments.file(2));
        entries = segments.entries();
        assertEquals(8, entries.size());
        assertEquals(lastGroupCommit + BLOCK, entries.get(6).offset(), "a frame begins on a block");
        assertEquals(lastGroupCommit + 3 * BLOCK, whole.length);
    }

    @AfterEach
    void closeFile() throws IOException {
        newest.close();
    }

    @Test
    void cutOffAtAnyByte() throws IOException {
        for (int at = lastGroupCommit; at <= whole.length; at++) {
            requirePrefix(Arrays.copyOf(whole, at), "cut at " + at);
        }
    }

    @Test
    void zeroFromAnyByteOn() throws IOException {
        for (int at = lastGroupCommit; at < whole.length; at++) {
            byte[] spoiled = whole.clone();
            Arrays.fill(spoiled, at, whole.length, (byte) 0);
            requirePrefix(spoiled, "zero from " + at);
        }
    }

    @Test
    void garbageFromAnyByteOn() throws IOException {
        SplittableRandom garbage = new SplittableRandom(42);
        for (int at = lastGroupCommit; at < whole.length; at++) {
            byte[] tail = new byte[whole.length - at];
            garbage.nextBytes(tail);
            byte[] spoiled = whole.clone();
            System.arraycopy(tail, 0, spoiled, at, tail.length);
            requirePrefix(spoiled, "garbage of seed 42 from " + at);
        }
    }

    @Test
    void anyOfItsBlocksNeverWritten() throws IOException {
        for (int missing = 0; missing < 8; missing++) {
            byte[] spoiled = whole.clone();
            for (int block = 0; block < 3; block++) {
                if ((missing & 1 << block) != 0) {
                    int start = lastGroupCommit + block * BLOCK;
                    Arrays.fill(spoiled, start, start + BLOCK, (byte) 0);
                }
            }
            requirePrefix(spoiled, "blocks missing: " + Integer.toBinaryString(missing));
        }
    }

    @Test
    void journalGoesOnBehindAnyTornEnd() throws IOException {
        for (int at = lastGroupCommit; at < whole.length; at += 127) {
            byte[] spoiled = whole.clone();
            Arrays.fill(spoiled, at, Math.min(at + 100, whole.length), (byte) 0x5A);
            newest.hold(spoiled);
            List<Frame> expected = new ArrayList<>(SampleJournal.frames(directory));
            expected.add(commit(9, 50));

            try (Journal journal = SampleJournal.open(directory, SampleJournal.SMALL, new Told())) {
                journal.append(commit(9, 50));
                journal.sync();
                assertEquals(expected, segmentBySegment(journal.slice(CommitNumber.ZERO)), "spoiled at " + at);
            }

            List<Frame> found = new ArrayList<>();
            JournalScan scan = JournalReader.scan(directory, entry -> found.add(entry.frame()));
            assertEquals(End.CLEAN, scan.end(), scan.reason());
            assertEquals(expected, found, "spoiled at " + at);
            Files.delete(directory.resolve(JournalFiles.name(3)));
        }
    }

    /** As a SYNC reads the journal of another, one segment at a time in memory. */
    private static List<Frame> segmentBySegment(Slice slice) {
        List<Frame> found = new ArrayList<>();
        for (int index = 0; index < slice.segments().size(); index++) {
            JournalScan scan = JournalReader.scan(slice, index, entry -> found.add(entry.frame()));
            assertEquals(End.CLEAN, scan.end(), scan.reason());
        }
        return found;
    }

    private void requirePrefix(byte[] spoiled, String how) throws IOException {
        newest.hold(spoiled);
        List<JournalEntry> found = new ArrayList<>();
        JournalScan scan = JournalReader.scan(directory, found::add);

        assertNotEquals(End.DAMAGED, scan.end(), how + ": " + scan.reason());
        assertEquals(entries.subList(0, wholeEntries(spoiled)), found, how);
        assertEquals(found.size() + 1, scan.nextLsn(), how);
    }

    /** How many leading entries have all their bytes. */
    private int wholeEntries(byte[] spoiled) {
        int count = 0;
        for (JournalEntry entry : entries) {
            int from = (int) entry.offset();
            int to = from + (int) Journal.bytesOf(entry.frame());
            boolean spoilable = entry.segment() == 2 && from >= lastGroupCommit;
            if (spoilable && (to > spoiled.length || !Arrays.equals(whole, from, to, spoiled, from, to))) {
                return count;
            }
            count++;
        }
        return count;
    }
}
