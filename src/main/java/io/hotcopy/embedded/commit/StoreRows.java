package io.hotcopy.embedded.commit;

import io.hotcopy.embedded.store.RecordCursor;
import io.hotcopy.problem.HotCopyException;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * One storage group's records, in whichever store serves it: when that one leaves, another goes on after the last key.
 * The second may show later commits than the first did; the overlay above hides them alike.
 */
final class StoreRows implements Rows {

    private final Function<RowKey, Opened> opening;
    private Opened present;
    private RowKey from;
    private RowKey key;
    private byte[] value;

    /**
     * A cursor in one store.
     *
     * @param turnAway called with what it threw; comes back when another store may be asked
     */
    record Opened(RecordCursor cursor, Consumer<RuntimeException> turnAway) {}

    /**
     * @param opening gives the records from a key on
     * @param from the first key
     */
    StoreRows(Function<RowKey, Opened> opening, RowKey from) {
        this.opening = opening;
        this.from = from;
        this.present = opening.apply(from);
    }

    @Override
    public boolean next() {
        while (true) {
            try {
                return step();
            } catch (HotCopyException | IllegalStateException trouble) {
                present.turnAway().accept(trouble);
                present = opening.apply(from);
            }
        }
    }

    private boolean step() {
        boolean found = present.cursor().next();
        key = found ? new RowKey(present.cursor().key()) : null;
        value = found ? present.cursor().value() : null;
        if (found) {
            from = after(key);
        }
        return found;
    }

    /** The least key that is greater. */
    private static RowKey after(RowKey key) {
        return new RowKey(Arrays.copyOf(key.bytes(), key.bytes().length + 1));
    }

    @Override
    public RowKey key() {
        return key;
    }

    @Override
    public byte[] value() {
        return value;
    }

    @Override
    public void close() {
        present.cursor().close();
    }
}
