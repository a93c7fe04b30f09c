package io.hotcopy.embedded.journal;

import static io.hotcopy.embedded.journal.SampleJournal.SG1;
import static io.hotcopy.embedded.journal.SampleJournal.SG2;
import static io.hotcopy.embedded.journal.SampleJournal.archives;
import static io.hotcopy.embedded.journal.SampleJournal.key;
import static io.hotcopy.embedded.journal.SampleJournal.number;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hotcopy.embedded.journal.FrameFormat.Stamp;
import io.hotcopy.embedded.journal.JournalScan.End;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.Fingerprint;
import io.hotcopy.term.Lineage;
import io.hotcopy.term.StorageGroupName;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The format is pinned: a segment encoded from its description by another program is read as what it says, and this
 * program writes the same bytes. When this test is red, journals and sets already written are unreadable.
 */
class JournalFormatTest {

    private static final long NONCE = 0x0123456789ABCDEFL;
    private static final Instant TIME = Instant.parse("2026-11-22T20:30:00.123456Z");
    private static final JournalIdentity IDENTITY = new JournalIdentity(
            UUID.fromString("d0000000-0000-0000-0000-000000000001"),
            new Lineage(
                    UUID.fromString("10000000-0000-0000-0000-000000000003"),
                    Optional.of(UUID.fromString("10000000-0000-0000-0000-000000000004")),
                    new CommitNumber(41)),
            new ArchiveId(3),
            UUID.fromString("a0000000-0000-0000-0000-000000000002"));

    private static final ViewFrame VIEW = new ViewFrame(
            new View(7, UUID.fromString("50000000-0000-0000-0000-000000000007"), archives(0, 1, 3), number(48), TIME));
    private static final CommitFrame COMMIT = new CommitFrame(
            number(51),
            7,
            TIME.plus(1, ChronoUnit.MICROS),
            archives(0, 3),
            new TreeSet<>(List.of(SG1, StorageGroupName.UNPARTITIONED)),
            List.of(
                    new FingerprintDifference(SG1, 2, Fingerprint.of("00112233445566778899aabbccddeeff")),
                    new FingerprintDifference(StorageGroupName.UNPARTITIONED, 0, new Fingerprint(-1, -1))),
            List.of(
                    new Operation(SG1, key(2, "k1"), "value".getBytes(StandardCharsets.UTF_8)),
                    new Operation(SG1, key(2, "k2"), null),
                    new Operation(StorageGroupName.UNPARTITIONED, key(0, ""), new byte[0])));
    private static final MarkFrame MARK = new MarkFrame(TIME.plusMillis(100));
    private static final CommitFrame ELSEWHERE = new CommitFrame(
            number(53), 7, TIME.plusMillis(200), archives(3), new TreeSet<>(List.of(SG2)), List.of(), List.of());

    @TempDir
    Path directory;

    private Path segment;

    @BeforeEach
    void nameSegment() {
        segment = directory.resolve("0000000000000005.seg");
    }

    @Test
    void readerUnderstandsTheSample() throws IOException {
        Files.write(segment, sample());

        List<JournalEntry> entries = new ArrayList<>();
        JournalScan scan = JournalReader.scan(directory, entries::add);

        assertEquals(
                List.of(
                        new JournalEntry(5, 0x1000, 100, number(48), VIEW),
                        new JournalEntry(5, 0x1058, 101, number(48), COMMIT),
                        new JournalEntry(5, 0x2000, 102, number(51), MARK),
                        new JournalEntry(5, 0x3000, 103, number(51), ELSEWHERE)),
                entries);
        assertEquals(
                new JournalScan(
                        End.CLEAN,
                        Optional.of(segment),
                        0x4000,
                        "",
                        Optional.of(IDENTITY),
                        104,
                        5,
                        number(50),
                        number(53),
                        number(51),
                        7,
                        List.of(VIEW.view()),
                        List.of(new JournalScan.Segment(5, segment, IDENTITY.lineage(), number(50), 0x4000, 0x4000))),
                scan);
    }

    @Test
    void writerWritesTheSample() throws IOException {
        JournalFiles files = new JournalFiles(directory);
        files.prepareSpare(0x8000);
        SegmentHeader header = new SegmentHeader(IDENTITY, 5, NONCE, 100, number(50));
        try (SegmentWriter writer =
                new SegmentWriter(files.publishSpare(header), header, 0x8000, ByteBuffer.allocate(0x1000))) {
            add(writer, VIEW, new Stamp(100, 99, number(48)));
            add(writer, COMMIT, new Stamp(101, 99, number(48)));
            writer.sync();
            add(writer, MARK, new Stamp(102, 101, number(51)));
            writer.sync();
            add(writer, ELSEWHERE, new Stamp(103, 102, number(51)));
            writer.sync();
            writer.trim();
        }

        assertArrayEquals(sample(), Files.readAllBytes(segment));
    }

    private static void add(SegmentWriter writer, Frame frame, Stamp stamp) throws IOException {
        writer.add(frame, (int) FrameEncoder.length(frame), stamp);
    }

    /** Lines of offset and bytes; what no line names is zero; the last offset is the length. */
    private static byte[] sample() throws IOException {
        String text;
        try (InputStream source = JournalFormatTest.class.getResourceAsStream("segment-v1.hex")) {
            text = new String(source.readAllBytes(), StandardCharsets.UTF_8);
        }
        ByteBuffer bytes = ByteBuffer.allocate(0x10000);
        for (String line : text.lines().filter(line -> !line.startsWith("#")).toList()) {
            bytes.position(HexFormat.fromHexDigits(line, 0, 5));
            bytes.put(HexFormat.of()
                    .parseHex(line.length() < 39 ? "" : line.substring(7, 39).strip()));
        }
        byte[] sample = new byte[bytes.position()];
        bytes.get(0, sample);
        return sample;
    }
}
