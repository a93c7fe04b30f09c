package io.hotcopy.embedded.changes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
