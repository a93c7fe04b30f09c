package io.hotcopy.embedded.changes;

import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** What is held in memory, as a stream; it must not change meanwhile. */
final class HeldChanges implements ChangeStream {

    private final Iterator<Map.Entry<byte[], Optional<byte[]>>> entries;
    private Map.Entry<byte[], Optional<byte[]>> present;

    HeldChanges(SortedMap<byte[], Optional<byte[]>> held) {
        this.entries = held.entrySet().iterator();
    }

    @Override
    public boolean next() {
        present = entries.hasNext() ? entries.next() : null;
        return present != null;
    }

    @Override
    public byte[] key() {
        return present.getKey();
    }

    @Override
    public byte[] value() {
        return present.getValue().orElse(null);
    }

    @Override
    public void close() {}
}
