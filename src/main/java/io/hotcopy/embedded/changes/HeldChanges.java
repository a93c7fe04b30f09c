package io.hotcopy.embedded.changes;

import io.hotcopy.term.StorageGroupName;

/** What is held in memory, as a stream; it must not change meanwhile. */
final class HeldChanges implements ChangeStream {

    private final StorageGroupName group;
    private final ChangeArena arena;
    private final int[] addresses;
    private int present = -1;
    /** The present one, which a merge looks at again and again. */
    private byte[] key;

    /** @param addresses in the order of their keys */
    HeldChanges(StorageGroupName group, ChangeArena arena, int[] addresses) {
        this.group = group;
        this.arena = arena;
        this.addresses = addresses;
    }

    @Override
    public StorageGroupName group() {
        return group;
    }

    @Override
    public boolean next() {
        present = Math.min(present + 1, addresses.length);
        boolean found = present < addresses.length;
        key = found ? arena.key(addresses[present]) : null;
        return found;
    }

    @Override
    public byte[] key() {
        if (key == null) {
            throw new IllegalStateException("the stream stands on no record");
        }
        return key;
    }

    @Override
    public byte[] value() {
        return arena.value(addresses[present]);
    }

    @Override
    public void close() {}
}
