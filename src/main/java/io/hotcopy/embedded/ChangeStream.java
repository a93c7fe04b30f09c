package io.hotcopy.embedded;

import io.hotcopy.embedded.changes.ChangesMerge;
import io.hotcopy.embedded.commit.RowKey;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Changed records of one storage group, each key once, in the order of keys. Used by one thread. */
interface ChangeStream extends AutoCloseable {

    boolean next();

    byte[] key();

    /** The last value; {@code null} for a tombstone. */
    byte[] value();

    @Override
    void close();

    /** Several files as one. */
    static ChangeStream of(ChangesMerge merge) {
        return new ChangeStream() {
            @Override
            public boolean next() {
                return merge.next();
            }

            @Override
            public byte[] key() {
                return merge.key();
            }

            @Override
            public byte[] value() {
                return merge.value();
            }

            @Override
            public void close() {
                merge.close();
            }
        };
    }

    /** What is in memory, sorted. */
    static ChangeStream of(List<Map.Entry<RowKey, byte[]>> sorted) {
        Iterator<Map.Entry<RowKey, byte[]>> entries = sorted.iterator();
        return new ChangeStream() {
            private Map.Entry<RowKey, byte[]> present;

            @Override
            public boolean next() {
                present = entries.hasNext() ? entries.next() : null;
                return present != null;
            }

            @Override
            public byte[] key() {
                return present.getKey().bytes();
            }

            @Override
            public byte[] value() {
                return present.getValue();
            }

            @Override
            public void close() {}
        };
    }
}
