package io.hotcopy.embedded.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.hotcopy.term.ByteSize;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.Fingerprint;
import io.hotcopy.term.StorageGroupName;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sums kept while writing against sums over what is there. */
class RunningFingerprintsTest {

    private static final List<StorageGroupName> GROUPS =
            List.of(new StorageGroupName("SG1"), new StorageGroupName("SG2"), StorageGroupName.UNPARTITIONED);

    private final ContentHash hash = new ContentHash();
    private final SortedMap<TableInGroup, Fingerprint> sums = new TreeMap<>();

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void theRunningSumEqualsAScanAfterRandomPutsDeletesDropsFlushesAndReopenings(long seed) {
        Random random = new Random(seed);
        try (StoreMemory memory = new StoreMemory(ByteSize.ofMegabytes(8), ByteSize.ofMegabytes(1))) {
            ArchiveStore store = open(memory);
            for (int commit = 1; commit <= 400; commit++) {
                store.apply(randomBatch(store, random).applied(new CommitNumber(commit)));
                int dice = random.nextInt(40);
                if (dice == 0) {
                    store.flush();
                } else if (dice == 1) {
                    store.close();
                    store = open(memory);
                } else if (dice < 6) {
                    requireEqual(store, "seed " + seed + ", commit " + commit);
                }
            }
            requireEqual(store, "seed " + seed + ", end");
            store.close();
        }
    }

    private ArchiveStore open(StoreMemory memory) {
        return ArchiveStore.open(directory.resolve("rocks"), new TreeSet<>(GROUPS), memory);
    }

    private StoreBatch randomBatch(ArchiveStore store, Random random) {
        StoreBatch batch = new StoreBatch();
        if (random.nextInt(25) == 0) {
            int table = 1 + random.nextInt(3);
            GROUPS.forEach(group -> batch.dropTable(group, table));
            sums.keySet().removeIf(part -> part.table() == table);
            return batch;
        }
        StorageGroupName group = GROUPS.get(random.nextInt(GROUPS.size()));
        int table = 1 + random.nextInt(3);
        byte[] key = TableKeys.key(table, new byte[] {(byte) random.nextInt(30)});
        Fingerprint sum = sums.getOrDefault(new TableInGroup(group, table), Fingerprint.ZERO);
        byte[] old = store.get(group, key).orElse(null);
        sum = old == null ? sum : sum.minus(hash.of(key, old));
        if (random.nextInt(3) == 0) {
            batch.delete(group, key);
        } else {
            byte[] value = new byte[random.nextInt(200)];
            random.nextBytes(value);
            batch.put(group, key, value);
            sum = sum.plus(hash.of(key, value));
        }
        sums.put(new TableInGroup(group, table), sum);
        return batch.fingerprint(group, table, sum);
    }

    private void requireEqual(ArchiveStore store, String when) {
        assertEquals(sums, store.runningFingerprints(), when);
        for (StorageGroupName group : GROUPS) {
            Fingerprint running = store.runningFingerprints().entrySet().stream()
                    .filter(part -> part.getKey().group().equals(group))
                    .map(Map.Entry::getValue)
                    .reduce(Fingerprint.ZERO, Fingerprint::plus);
            assertEquals(running, GroupContent.of(store, group, table -> true, bytes -> {}), when + ", " + group);
        }
    }

    @Test
    void theHashIsTheFirstHalfOfSha256OverLengthsKeyAndValue() throws NoSuchAlgorithmException {
        byte[] key = "key".getBytes(StandardCharsets.US_ASCII);
        byte[] value = "value".getBytes(StandardCharsets.US_ASCII);
        ByteBuffer text = ByteBuffer.allocate(16).putInt(3).put(key).putInt(5).put(value);
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.array());
        Fingerprint expected = Fingerprint.readFrom(ByteBuffer.wrap(digest));
        assertEquals(expected, hash.of(key, value));
        assertEquals(expected, hash.of(key, value));
    }

    @Test
    void whatMovesFromTheKeyIntoTheValueChangesTheHash() {
        assertNotEquals(hash.of(new byte[] {1, 2}, new byte[] {3}), hash.of(new byte[] {1}, new byte[] {2, 3}));
        assertNotEquals(hash.of(new byte[] {}, new byte[] {1}), hash.of(new byte[] {1}, new byte[] {}));
    }
}
