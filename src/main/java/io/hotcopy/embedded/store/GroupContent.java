package io.hotcopy.embedded.store;

import io.hotcopy.term.Fingerprint;
import io.hotcopy.term.StorageGroupName;
import java.util.function.IntPredicate;
import java.util.function.LongConsumer;

/** Computes the fingerprint of a storage group from its records, never from running sums. */
public final class GroupContent {

    private static final long TELL_EVERY_BYTES = 8 << 20;

    private GroupContent() {}

    /**
     * Reads the group completely.
     *
     * @param isLive whether records of a table id count; those of dropped tables do not
     * @param progress hears now and then, and at the end, how many bytes of keys and values were read in all
     */
    public static Fingerprint of(
            ArchiveStore store, StorageGroupName group, IntPredicate isLive, LongConsumer progress) {
        ContentHash hash = new ContentHash();
        Fingerprint sum = Fingerprint.ZERO;
        long bytes = 0;
        long told = 0;
        byte[] everything = {};
        try (RecordCursor cursor = store.cursor(group, everything, everything)) {
            while (cursor.next()) {
                byte[] key = cursor.key();
                byte[] value = cursor.value();
                requireTable(group, key);
                bytes += key.length + value.length;
                if (isLive.test(TableKeys.table(key))) {
                    sum = sum.plus(hash.of(key, value));
                }
                if (bytes - told >= TELL_EVERY_BYTES) {
                    told = bytes;
                    progress.accept(bytes);
                }
            }
        }
        progress.accept(bytes);
        return sum;
    }

    private static void requireTable(StorageGroupName group, byte[] key) {
        if (key.length < TableKeys.ID_BYTES) {
            throw new DamagedArchiveException(
                    "storage group " + group + " holds a key of " + key.length + " bytes, too short to name its table");
        }
    }
}
