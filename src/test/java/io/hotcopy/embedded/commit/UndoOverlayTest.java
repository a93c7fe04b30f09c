package io.hotcopy.embedded.commit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The overlay beside the simplest thing that could be right: a copy of everything at every commit. */
class UndoOverlayTest {

    private static final int KEYS = 12;

    private final UndoOverlay overlay = new UndoOverlay(1 << 20);
    private final TreeMap<RowKey, byte[]> store = new TreeMap<>();
    private final Map<Long, TreeMap<RowKey, byte[]>> history = new HashMap<>();

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void givesEverySnapshotBackWhileItIsHeld(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        history.put(0L, new TreeMap<>());
        long oldest = 0;
        for (long number = 1; number <= 300; number++) {
            commit(number, random);
            if (random.nextInt(4) == 0) {
                oldest = random.nextLong(oldest, number + 1);
                overlay.forget(oldest);
            }
            for (long snapshot = oldest; snapshot <= number; snapshot++) {
                String when = "seed " + seed + ", commit " + number + ", snapshot " + snapshot;
                assertEquals(text(history.get(snapshot)), text(readEach(snapshot)), when);
                assertEquals(text(history.get(snapshot)), text(scan(snapshot)), when);
                assertFalse(overlay.isTooOld(snapshot), when);
            }
        }
    }

    @Test
    void knowsWhatWasChangedAfterASnapshot() {
        overlay.add(5, key(1), null);
        overlay.add(7, key(2), new byte[] {1});
        assertTrue(overlay.changedAfter(key(1), 4));
        assertFalse(overlay.changedAfter(key(1), 5));
        assertTrue(overlay.changedAfter(key(2), 6));
        assertFalse(overlay.changedAfter(key(3), 0));
        overlay.forget(7);
        assertFalse(overlay.changedAfter(key(2), 0));
    }

    @Test
    void forgetsTheOldestWhenThereIsTooMuchAndSaysSo() {
        UndoOverlay small = new UndoOverlay(10_000);
        for (long number = 1; number <= 20; number++) {
            small.add(number, key(1), new byte[1000]);
            small.forget(0);
        }
        assertTrue(small.isTooOld(0));
        assertTrue(small.isTooOld(10));
        assertFalse(small.isTooOld(19));
        assertEquals(1000, small.at(key(1), 19).orElseThrow().value().length);
    }

    private void commit(long number, SplittableRandom random) {
        int changes = 1 + random.nextInt(3);
        Map<RowKey, byte[]> written = new TreeMap<>();
        for (int change = 0; change < changes; change++) {
            written.put(key(random.nextInt(KEYS)), random.nextInt(4) == 0 ? null : new byte[] {(byte) number});
        }
        written.forEach((key, value) -> overlay.add(number, key, store.get(key)));
        written.forEach((key, value) -> {
            if (value == null) {
                store.remove(key);
            } else {
                store.put(key, value);
            }
        });
        history.put(number, new TreeMap<>(store));
    }

    private TreeMap<RowKey, byte[]> readEach(long snapshot) {
        TreeMap<RowKey, byte[]> read = new TreeMap<>();
        for (int index = 0; index < KEYS; index++) {
            RowKey key = key(index);
            Optional<Replacement> before = overlay.at(key, snapshot);
            byte[] value = before.isPresent() ? before.get().value() : store.get(key);
            if (value != null) {
                read.put(key, value);
            }
        }
        return read;
    }

    private TreeMap<RowKey, byte[]> scan(long snapshot) {
        TreeMap<RowKey, byte[]> read = new TreeMap<>();
        Rows rows = new OverlaidRows(
                new ListedRows(store), overlay.in(key(0), key(KEYS), snapshot), key -> overlay.at(key, snapshot));
        List<RowKey> order = new ArrayList<>();
        while (rows.next()) {
            order.add(rows.key());
            read.put(rows.key(), rows.value());
        }
        assertEquals(new ArrayList<>(read.keySet()), order, "out of order, or twice");
        return read;
    }

    private static String text(TreeMap<RowKey, byte[]> rows) {
        StringBuilder text = new StringBuilder();
        rows.forEach(
                (key, value) -> text.append(key).append('=').append(value[0]).append(' '));
        return text.toString();
    }

    private static RowKey key(int index) {
        return new RowKey(new byte[] {0, 0, 0, 1, (byte) index});
    }

    /** Rows of a map. */
    private static final class ListedRows implements Rows {
        private final Iterator<Map.Entry<RowKey, byte[]>> entries;
        private Map.Entry<RowKey, byte[]> present;

        ListedRows(TreeMap<RowKey, byte[]> rows) {
            entries = new TreeMap<>(rows).entrySet().iterator();
        }

        @Override
        public boolean next() {
            present = entries.hasNext() ? entries.next() : null;
            return present != null;
        }

        @Override
        public RowKey key() {
            return present.getKey();
        }

        @Override
        public byte[] value() {
            return present.getValue();
        }

        @Override
        public void close() {}
    }
}
