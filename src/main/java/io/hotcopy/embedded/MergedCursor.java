package io.hotcopy.embedded;

import io.hotcopy.embedded.store.RecordCursor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Supplier;

/** Several cursors without a common key as one, in the order of the keys. Used by one thread. */
final class MergedCursor implements AutoCloseable {

    private final List<RecordCursor> all;
    private final PriorityQueue<Standing> standing =
            new PriorityQueue<>((one, other) -> Arrays.compareUnsigned(one.key(), other.key()));
    private Standing present;
    private boolean begun;

    /** A cursor and the key it stands on. */
    private record Standing(byte[] key, RecordCursor cursor) {}

    private MergedCursor(List<RecordCursor> all) {
        this.all = all;
    }

    /** Opens all; when one cannot be opened, those opened before it are closed. */
    static MergedCursor over(List<Supplier<RecordCursor>> openings) {
        MergedCursor merged = new MergedCursor(new ArrayList<>());
        try {
            openings.forEach(opening -> merged.all.add(opening.get()));
            return merged;
        } catch (RuntimeException trouble) {
            merged.close();
            throw trouble;
        }
    }

    boolean next() {
        if (!begun) {
            begun = true;
            all.forEach(this::advance);
        } else if (present != null) {
            advance(present.cursor());
        }
        present = standing.poll();
        return present != null;
    }

    private void advance(RecordCursor cursor) {
        if (cursor.next()) {
            standing.add(new Standing(cursor.key(), cursor));
        }
    }

    byte[] key() {
        return present.key();
    }

    byte[] value() {
        return present.cursor().value();
    }

    @Override
    public void close() {
        all.forEach(RecordCursor::close);
    }
}
