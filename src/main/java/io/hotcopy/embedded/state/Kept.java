package io.hotcopy.embedded.state;

import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * A value that a file keeps: written whole at each change, before the change is answered. Who asks for it does not wait
 * for a change that is being written. Safe for several threads.
 */
final class Kept<T> {
    private final Consumer<T> writer;
    private volatile T value;

    /**
     * @param value as the file keeps it now
     * @param writer writes another one into the file, or throws and leaves the file as it is
     */
    Kept(T value, Consumer<T> writer) {
        this.value = value;
        this.writer = writer;
    }

    T value() {
        return value;
    }

    /**
     * Changes it, unless that gives an equal one; when it cannot be written, the present one is still kept.
     *
     * @return the one that is kept now
     */
    synchronized T change(UnaryOperator<T> change) {
        T next = change.apply(value);
        if (!next.equals(value)) {
            writer.accept(next);
            value = next;
        }
        return value;
    }
}
