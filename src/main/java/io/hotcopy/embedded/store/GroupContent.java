package io.hotcopy.embedded.store;

import io.hotcopy.term.Fingerprint;
import io.hotcopy.term.StorageGroupName;
import java.util.function.IntPredicate;
import java.util.function.LongConsumer;

/** Computes the fingerprint of a storage group from its records, never from running sums. */
public final class GroupContent {

    private static final long TELL_EVERY_BYTES = 8 << 20;

    private final StorageGroupName group;
    private final IntPredicate isLive;
    private final LongConsumer progress;
    private final ContentHash hash = new ContentHash();
    private Fingerprint sum = Fingerprint.ZERO;
    private long bytes;
    private long told;

    private GroupContent(StorageGroupName group, IntPredicate isLive, LongConsumer progress) {
        this.group = group;
        this.isLive = isLive;
        this.progress = progress;
    }

    /**
     * Reads the group completely.
     *
     * @param isLive whether records of a table id count; those of dropped tables do not
     * @param progress hears now and then, and at the end, how many bytes of keys and values were read in all
     */
    public static Fingerprint of(
            ArchiveStore store, StorageGroupName group, IntPredicate isLive, LongConsumer progress) {
        GroupContent content = new GroupContent(group, isLive, progress);
        byte[] everything = {};
        store.scan(group, everything, everything, content::add);
        progress.accept(content.bytes);
        return content.sum;
    }

    private boolean add(byte[] key, byte[] value) {
        if (key.length < TableKeys.ID_BYTES) {
            throw new DamagedArchiveException(
                    "storage group " + group + " holds a key of " + key.length + " bytes, too short to name its table");
        }
        if (isLive.test(TableKeys.table(key))) {
            sum = sum.plus(hash.of(key, value));
        }
        bytes += key.length + value.length;
        if (bytes - told >= TELL_EVERY_BYTES) {
            told = bytes;
            progress.accept(bytes);
        }
        return true;
    }
}
