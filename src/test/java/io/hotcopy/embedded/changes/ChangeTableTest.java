package io.hotcopy.embedded.changes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ChangeTableTest {

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);

    /** What makes a key: the ways in which keys are alike decide about hashing and sorting. */
    private interface Keys {
        byte[] next();
    }

    @Test
    void holdsWhatASortedMapHolds() {
        requireModel("numbers", () -> number(random.nextInt(3000)));
        requireModel("few keys, written often", () -> number(random.nextInt(5)));
        requireModel("short, some the beginning of others", () -> bytes(random.nextInt(4)));
        requireModel("long, differing at the end only", () -> endingWith(random.nextInt(500)));
        requireModel("of any kind", () -> bytes(random.nextInt(40)));
    }

    private void requireModel(String what, Keys keys) {
        SortedMap<byte[], Optional<byte[]>> model = new TreeMap<>(Arrays::compareUnsigned);
        ChangeTable table = new ChangeTable();
        int changes = random.nextInt(6000);
        for (int change = 0; change < changes; change++) {
            byte[] key = keys.next();
            byte[] value = random.nextInt(4) == 0 ? null : bytes(random.nextInt(10) == 0 ? 300 : random.nextInt(3));
            model.put(key, Optional.ofNullable(value));
            table.put(key, value);
        }
        assertEquals(SampleChanges.shown(model), SampleChanges.shown(held(table)), what + ", seed " + seed);
    }

    private static SortedMap<byte[], Optional<byte[]>> held(ChangeTable table) {
        SortedMap<byte[], Optional<byte[]>> held = new TreeMap<>(Arrays::compareUnsigned);
        try (ChangeStream sorted = table.sorted(SampleChanges.GROUP)) {
            Optional<byte[]> last = Optional.empty();
            while (sorted.next()) {
                byte[] key = sorted.key();
                assertTrue(last.isEmpty() || Arrays.compareUnsigned(last.get(), key) < 0, "keys rise");
                last = Optional.of(key);
                held.put(key, Optional.ofNullable(sorted.value()));
            }
            assertFalse(sorted.next());
        }
        return held;
    }

    private byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] number(int number) {
        return ByteBuffer.allocate(12).putInt(1).putLong(number).array();
    }

    private static byte[] endingWith(int number) {
        byte[] key = Arrays.copyOf(new byte[] {0, 0, 0, 1}, 200);
        return ByteBuffer.wrap(key).putInt(196, number).array();
    }

    @Test
    void aValueLongerThanUsualIsHeldAndReplaced() {
        ChangeTable table = new ChangeTable();
        table.put(number(1), new byte[1 << 20]);
        table.put(number(2), new byte[] {2});
        table.put(number(1), new byte[] {1});
        SortedMap<byte[], Optional<byte[]>> held = held(table);
        assertEquals(2, held.size());
        assertEquals(1, held.get(number(1)).orElseThrow()[0]);
    }

    @Test
    void whatReplacesAValueOfItsLengthTakesNoMemory() {
        ChangeTable table = new ChangeTable();
        table.put(number(1), new byte[100]);
        long before = table.bytes();
        assertTrue(before >= 112, "at least its bytes");
        for (int change = 0; change < 1000; change++) {
            table.put(number(1), new byte[100]);
        }
        assertEquals(before, table.bytes());
        table.put(number(1), null);
        assertTrue(table.bytes() > before);
    }
}
