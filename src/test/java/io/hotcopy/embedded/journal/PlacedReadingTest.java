package io.hotcopy.embedded.journal;

import static io.hotcopy.embedded.journal.SampleJournal.SMALL;
import static io.hotcopy.embedded.journal.SampleJournal.commit;
import static io.hotcopy.embedded.journal.SampleJournal.view;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotcopy.embedded.journal.SampleJournal.Told;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A journal whose long values are left where they lie tells the same as one that is decoded. */
class PlacedReadingTest {

    private static final int LONG = 100;

    @TempDir
    private Path archive;

    private int left;

    @Test
    void valuesThatAreLeftLieWhereItSays() {
        Path directory = archive.resolve("journal");
        try (Journal journal = SampleJournal.open(directory, SMALL, new Told())) {
            journal.append(view(7, 0));
            journal.append(commit(1, 0));
            journal.append(commit(5, 1024));
            journal.append(view(8, 5));
            journal.append(commit(6, 9_000));
            journal.append(commit(7, 100_000));
        }
        List<Frame> frames = new ArrayList<>();
        JournalScan scan = JournalReader.places(
                directory,
                (group, key, length) -> length >= LONG,
                (entry, operations) -> frames.add(whole(entry, operations, JournalReader.segment(directory, entry))));
        assertEquals(SampleJournal.frames(directory), frames);
        assertTrue(left >= 3, left + " values left");
        assertEquals(JournalReader.scan(directory, entry -> {}), scan);
    }

    private Frame whole(JournalEntry entry, List<PlacedOperation> operations, Path segment) {
        if (!(entry.frame() instanceof CommitFrame commit)) {
            assertEquals(List.of(), operations);
            return entry.frame();
        }
        assertEquals(List.of(), commit.operations());
        List<Operation> whole = operations.stream()
                .map(placed -> new Operation(
                        placed.operation().group(), placed.operation().key(), value(placed, segment)))
                .toList();
        return new CommitFrame(
                commit.number(),
                commit.view(),
                commit.time(),
                commit.participants(),
                commit.touched(),
                commit.differences(),
                whole);
    }

    private byte[] value(PlacedOperation placed, Path segment) {
        Optional<PlacedOperation.Place> place = placed.left();
        if (place.isEmpty()) {
            assertTrue(placed.operation().isTombstone() || placed.operation().value().length < LONG);
            return placed.operation().value();
        }
        left++;
        int from = Math.toIntExact(place.get().offset());
        byte[] value =
                Arrays.copyOfRange(content(segment), from, from + place.get().length());
        CRC32C checksum = new CRC32C();
        checksum.update(value);
        assertEquals((int) checksum.getValue(), place.get().checksum());
        return value;
    }

    private static byte[] content(Path segment) {
        try {
            return Files.readAllBytes(segment);
        } catch (IOException trouble) {
            throw new AssertionError(trouble);
        }
    }
}
