package io.hotcopy.embedded.changes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotcopy.embedded.journal.PlacedOperation.Place;
import io.hotcopy.embedded.store.DamagedArchiveException;
import io.hotcopy.embedded.store.TableKeys;
import io.hotcopy.term.StorageGroupName;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChangeSorterTest {

    private static final StorageGroupName OTHER = new StorageGroupName("SG2");

    @TempDir
    private Path directory;

    @Test
    void givesOutTheLastOfEachKeyHoweverLittleFitsIntoMemory() throws IOException {
        for (long memory : new long[] {1 << 20, 50_000, 400}) {
            long seed = System.nanoTime();
            requireModel(memory, new Random(seed), "seed " + seed + ", " + memory + " bytes");
        }
    }

    /** Values before and after those left, in memory and in runs; a sorted file between; the last ones are held. */
    @Test
    void readsTheLastValuesWhereTheyWereLeft() throws IOException {
        for (long memory : new long[] {1 << 20, 3_000, 400}) {
            long seed = System.nanoTime();
            Random random = new Random(seed);
            SortedMap<byte[], Optional<byte[]>> model = new TreeMap<>(Arrays::compareUnsigned);
            try (ChangeSorter sorter = sorter(directory.resolve("left-scratch-" + memory), memory)) {
                for (int file = 0; file < 3; file++) {
                    leave(sorter, directory.resolve("left-" + memory + "-" + file), random, model);
                    SortedMap<byte[], Optional<byte[]>> sorted = SampleChanges.records(random, 20, 8);
                    model.putAll(sorted);
                    Path between = directory.resolve("sorted-" + memory + "-" + file);
                    Files.write(between, SampleChanges.file(sorted));
                    sorter.putSorted(SampleChanges.GROUP, between);
                }
                leave(sorter, directory.resolve("left-" + memory + "-last"), random, model);
                sorter.filled();
                model.keySet().removeIf(key -> TableKeys.table(key) == 2);
                assertEquals(
                        SampleChanges.shown(model),
                        SampleChanges.shown(written(sorter, SampleChanges.GROUP)),
                        "seed " + seed + ", " + memory + " bytes");
            }
        }
    }

    private static void leave(ChangeSorter sorter, Path file, Random random, SortedMap<byte[], Optional<byte[]>> model)
            throws IOException {
        byte[] content = new byte[5_000];
        random.nextBytes(content);
        Files.write(file, content);
        int number = sorter.leaving(file);
        for (int change = 0; change < 300; change++) {
            byte[] key = TableKeys.key(random.nextInt(4), new byte[] {(byte) random.nextInt(100)});
            int from = random.nextInt(4_000);
            byte[] value = Arrays.copyOfRange(content, from, from + random.nextInt(1_000));
            if (random.nextInt(4) == 0) {
                model.put(key, Optional.empty());
                sorter.put(SampleChanges.GROUP, key, null);
            } else if (random.nextBoolean()) {
                model.put(key, Optional.of(value));
                sorter.put(SampleChanges.GROUP, key, value);
            } else {
                model.put(key, Optional.of(value));
                sorter.putLeft(SampleChanges.GROUP, key, number, new Place(from, value.length, checksum(value)));
            }
        }
    }

    private static int checksum(byte[] value) {
        CRC32C checksum = new CRC32C();
        checksum.update(value);
        return (int) checksum.getValue();
    }

    @Test
    void noticesThatAValueIsNotWhatItWasWhenItWasLeft() throws IOException {
        Path file = directory.resolve("left");
        Files.write(file, new byte[100]);
        try (ChangeSorter sorter = sorter(directory.resolve("scratch"), 1 << 20)) {
            Place place = new Place(10, 50, checksum(new byte[50]));
            sorter.putLeft(SampleChanges.GROUP, TableKeys.key(1, new byte[1]), sorter.leaving(file), place);
            sorter.filled();
            assertEquals(1, written(sorter, SampleChanges.GROUP).size());
            byte[] changed = new byte[100];
            changed[30] = 1;
            Files.write(file, changed);
            requireNoticed(sorter, file);
            Files.write(file, new byte[40]);
            requireNoticed(sorter, file);
        }
    }

    private static void requireNoticed(ChangeSorter sorter, Path file) {
        DamagedArchiveException noticed =
                assertThrows(DamagedArchiveException.class, () -> written(sorter, SampleChanges.GROUP));
        assertEquals(
                "\"" + file
                        + "\" is damaged at offset 10: it does not hold the value any more that was read there before",
                noticed.getMessage());
    }

    private void requireModel(long memory, Random random, String what) throws IOException {
        Path scratch = directory.resolve("scratch-" + memory);
        SortedMap<byte[], Optional<byte[]>> one = new TreeMap<>(Arrays::compareUnsigned);
        SortedMap<byte[], Optional<byte[]>> other = new TreeMap<>(Arrays::compareUnsigned);
        try (ChangeSorter sorter = sorter(scratch, memory)) {
            for (int change = 0; change < 2000; change++) {
                byte[] key = TableKeys.key(random.nextInt(4), new byte[] {(byte) random.nextInt(200)});
                byte[] value = random.nextInt(3) == 0 ? null : new byte[random.nextInt(50)];
                boolean first = random.nextInt(5) > 0;
                (first ? one : other).put(key, Optional.ofNullable(value));
                sorter.put(first ? SampleChanges.GROUP : OTHER, key, value);
            }
            sorter.filled();
            assertEquals(memory < 1 << 20, sorter.hasSpilled(), what);
            one.keySet().removeIf(key -> TableKeys.table(key) == 2);
            other.keySet().removeIf(key -> TableKeys.table(key) == 2);
            assertEquals(SampleChanges.shown(one), SampleChanges.shown(written(sorter, SampleChanges.GROUP)), what);
            assertEquals(SampleChanges.shown(other), SampleChanges.shown(written(sorter, OTHER)), what);
        }
        assertFalse(Files.exists(scratch), what);
    }

    /** All but table 2. */
    private static SortedMap<byte[], Optional<byte[]>> written(ChangeSorter sorter, StorageGroupName group)
            throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        sorter.write(group, table -> table != 2, Channels.newChannel(bytes));
        return SampleChanges.read(bytes.toByteArray());
    }

    private static ChangeSorter sorter(Path scratch, long memory) {
        return new ChangeSorter(
                new TreeSet<>(List.of(SampleChanges.GROUP, OTHER)), SampleChanges.RANGE, scratch, memory);
    }

    @Test
    void mergesRunsSoThatFewAreOpenAtOnce() throws IOException {
        Path scratch = directory.resolve("scratch");
        try (ChangeSorter sorter = sorter(scratch, 0)) {
            for (int change = 0; change < 600; change++) {
                sorter.put(SampleChanges.GROUP, TableKeys.key(1, new byte[] {(byte) (change % 7)}), new byte[change]);
            }
            sorter.filled();
            try (Stream<Path> runs = Files.list(scratch)) {
                assertTrue(runs.count() < 48);
            }
            SortedMap<byte[], Optional<byte[]>> last = written(sorter, SampleChanges.GROUP);
            assertEquals(7, last.size());
            last.forEach((key, value) -> assertTrue(value.orElseThrow().length >= 593));
        }
    }

    @Test
    void isFilledFirstAndReadThen() {
        try (ChangeSorter sorter = sorter(directory.resolve("scratch"), 1 << 20)) {
            assertThrows(IllegalStateException.class, () -> written(sorter, OTHER));
            sorter.filled();
            assertThrows(IllegalStateException.class, () -> sorter.put(OTHER, TableKeys.from(1), new byte[0]));
        }
    }
}
