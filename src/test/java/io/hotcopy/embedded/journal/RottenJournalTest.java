package io.hotcopy.embedded.journal;

import static io.hotcopy.embedded.journal.SampleJournal.commit;
import static io.hotcopy.embedded.journal.SampleJournal.view;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotcopy.embedded.journal.JournalScan.End;
import io.hotcopy.embedded.journal.SampleJournal.Told;
import io.hotcopy.problem.HotCopyException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bytes that change after they were synced never give a wrong frame, and never go unseen where a later frame tells. */
class RottenJournalTest {

    private static final int BLOCK = FrameFormat.BLOCK;

    @TempDir
    Path archive;

    private Path directory;
    private WrittenSegments segments;
    private List<JournalEntry> entries;
    private long lastGroupCommit;

    @BeforeEach
    void writeJournal() throws IOException {
        directory = archive.resolve("journal");
        segments = new WrittenSegments(directory)
                .segment(11)
                .groupCommit(commit(1, 300), commit(2, 5000))
                .groupCommit(commit(3, 10))
                .segment(12)
                .groupCommit(view(8, 2), commit(4, 100), commit(5, 100));
        lastGroupCommit = segments.position();
        segments.groupCommit(commit(6, 100), commit(7, 4100)).end();
        entries = segments.entries();
        assertEquals(8, entries.size());
    }

    @Test
    void anyFlippedBitIsDetectedOrHarmless() throws IOException {
        SplittableRandom bits = new SplittableRandom(7);
        for (long segment = 1; segment <= 2; segment++) {
            byte[] whole = Files.readAllBytes(segments.file(segment));
            int used = (int) used(segment);
            try (SpoiledFile file = new SpoiledFile(segments.file(segment))) {
                for (int at = 0; at < used; at++) {
                    byte[] spoiled = Arrays.copyOf(whole, used);
                    spoiled[at] ^= (byte) (1 << bits.nextInt(8));
                    file.hold(spoiled);
                    requireDetectedOrHarmless(segment, at);
                }
                file.hold(whole);
            }
        }
    }

    private void requireDetectedOrHarmless(long segment, int at) {
        String where = "bit flipped in segment " + segment + " at " + at + " (bits of seed 7)";
        List<JournalEntry> found = new ArrayList<>();
        JournalScan scan = JournalReader.scan(directory, found::add);
        Optional<JournalEntry> hit = hit(segment, at);
        if (at < BLOCK) {
            requireDamaged(scan, segment, 0, where);
            assertEquals(
                    entries.stream().filter(entry -> entry.segment() < segment).toList(), found, where);
        } else if (hit.isEmpty()) {
            assertEquals(entries, found, where);
            assertNotEquals(End.DAMAGED, scan.end(), where);
        } else {
            assertEquals(entries.subList(0, (int) hit.get().lsn() - 1), found, where);
            if (segment == 2 && at >= lastGroupCommit) {
                assertEquals(End.TORN, scan.end(), where);
            } else {
                requireDamaged(scan, segment, hit.get().offset(), where);
            }
        }
    }

    private void requireDamaged(JournalScan scan, long segment, long offset, String where) {
        assertEquals(End.DAMAGED, scan.end(), where);
        assertEquals(Optional.of(segments.file(segment)), scan.file(), where);
        assertEquals(offset, scan.offset(), where);
        assertEquals(2, scan.lastSegment(), where);
    }

    /** The frame that a byte belongs to. */
    private Optional<JournalEntry> hit(long segment, int at) {
        return entries.stream()
                .filter(entry -> entry.segment() == segment
                        && entry.offset() <= at
                        && at < entry.offset() + Journal.bytesOf(entry.frame()))
                .findFirst();
    }

    private long used(long segment) {
        JournalScan scan = JournalReader.scan(directory, entry -> {});
        return scan.segments().get((int) segment - 1).end();
    }

    @Test
    void blockLostInTheMiddleIsDamageAlthoughItIsZero() throws IOException {
        byte[] whole = Files.readAllBytes(segments.file(2));
        Arrays.fill(whole, BLOCK, 2 * BLOCK, (byte) 0);
        Files.write(segments.file(2), whole);

        JournalScan scan = JournalReader.scan(directory, entry -> {});
        assertEquals(End.DAMAGED, scan.end());
        assertEquals(
                "no whole frame follows lsn 3, but the one at offset 8192 was written when lsn 6 was synced",
                scan.reason());
    }

    @Test
    void olderSegmentThatIsCutOffIsDamaged() throws IOException {
        byte[] whole = Files.readAllBytes(segments.file(1));
        Files.write(segments.file(1), Arrays.copyOf(whole, 3 * BLOCK));

        JournalScan scan = JournalReader.scan(directory, entry -> {});
        requireDamaged(scan, 1, 3 * BLOCK, "cut off");
        assertEquals("no whole frame follows lsn 2, but the next segment begins after lsn 3", scan.reason());
    }

    @Test
    void missingSegmentIsDamage() throws IOException {
        new WrittenSegments(archive.resolve("other"))
                .segment(21)
                .segment(22)
                .segment(23)
                .end();
        Files.delete(archive.resolve("other").resolve(JournalFiles.name(2)));

        JournalScan scan = JournalReader.scan(archive.resolve("other"), entry -> {});
        assertEquals(End.DAMAGED, scan.end());
        assertEquals("segment 2 before it is missing", scan.reason());
    }

    @Test
    void fileThatHoldsAnotherSegmentIsDamage() throws IOException {
        Files.copy(segments.file(1), directory.resolve(JournalFiles.name(3)));

        JournalScan scan = JournalReader.scan(directory, entry -> {});
        assertEquals(End.DAMAGED, scan.end());
        assertEquals("it holds segment 1", scan.reason());
    }

    @Test
    void fileWithoutAWholeHeaderIsDamage() throws IOException {
        byte[] whole = Files.readAllBytes(segments.file(2));
        Files.write(segments.file(2), Arrays.copyOf(whole, BLOCK - 1));

        requireDamaged(JournalReader.scan(directory, entry -> {}), 2, 0, "no whole header");
    }

    @Test
    void damagedJournalIsNotOpened() throws IOException {
        Files.delete(segments.file(1));
        byte[] whole = Files.readAllBytes(segments.file(2));
        whole[BLOCK + 50] ^= 1;
        Files.write(segments.file(2), whole);

        HotCopyException refused = assertThrows(
                HotCopyException.class, () -> SampleJournal.open(directory, SampleJournal.SMALL, new Told()));
        assertTrue(refused.getMessage().contains("is damaged"), refused.getMessage());
        assertTrue(
                refused.getMessage().endsWith("at offset 4096 of \"" + segments.file(2) + "\""), refused.getMessage());
    }

    @Test
    void segmentOfALaterFormatIsTooNewAndNotDamaged() throws IOException {
        byte[] whole = Files.readAllBytes(segments.file(2));
        ByteBuffer block = ByteBuffer.wrap(whole, 0, BLOCK);
        block.putInt(8, 2).putInt(SegmentHeader.CHECKSUM_OFFSET, SegmentHeader.checksum(block));
        Files.write(segments.file(2), whole);

        HotCopyException refused =
                assertThrows(HotCopyException.class, () -> JournalReader.scan(directory, entry -> {}));
        assertEquals(
                "\"" + segments.file(2) + "\" is too new: it has format version 2, known are up to 1",
                refused.getMessage());
    }

    @Test
    void segmentsThatDoNotFollowEachOtherAreDamage() throws IOException {
        byte[] whole = Files.readAllBytes(segments.file(1));
        ByteBuffer block = ByteBuffer.wrap(whole, 0, BLOCK);
        block.putLong(104, 50).putInt(SegmentHeader.CHECKSUM_OFFSET, SegmentHeader.checksum(block));
        Files.write(segments.file(1), whole);

        JournalScan scan = JournalReader.scan(directory, entry -> {});
        assertEquals(End.DAMAGED, scan.end());
        assertEquals("it begins after lsn 49, but the next segment already after lsn 3", scan.reason());
    }

    @Test
    void segmentOfAnotherArchiveAmongOursIsNotOurs() throws IOException {
        byte[] whole = Files.readAllBytes(segments.file(2));
        ByteBuffer block = ByteBuffer.wrap(whole, 0, BLOCK);
        block.putLong(32, 99).putInt(SegmentHeader.CHECKSUM_OFFSET, SegmentHeader.checksum(block));
        Files.write(segments.file(2), whole);

        HotCopyException refused =
                assertThrows(HotCopyException.class, () -> JournalReader.scan(directory, entry -> {}));
        assertTrue(refused.getMessage().contains("is not ours"), refused.getMessage());
    }

    @Test
    void framesOfAnEarlierUseOfTheFileAreNeverRead() throws IOException {
        Path used = archive.resolve("used");
        WrittenSegments old = new WrittenSegments(used)
                .segment(31)
                .groupCommit(commit(1, 100))
                .groupCommit(commit(2, 100))
                .groupCommit(commit(3, 100), commit(4, 5000))
                .end();
        Path again = archive.resolve("again");
        WrittenSegments fresh = new WrittenSegments(again)
                .segment(32)
                .groupCommit(commit(1, 777))
                .end();

        byte[] bytes = Files.readAllBytes(old.file(1));
        byte[] begun = Files.readAllBytes(fresh.file(1));
        System.arraycopy(begun, 0, bytes, 0, begun.length);
        Files.write(fresh.file(1), bytes);

        List<JournalEntry> found = new ArrayList<>();
        JournalScan scan = JournalReader.scan(again, found::add);
        assertEquals(
                List.of(commit(1, 777)), found.stream().map(JournalEntry::frame).toList());
        assertEquals(End.TORN, scan.end());
    }
}
