package io.hotcopy.engine;

import io.hotcopy.problem.HotCopyException;
import java.util.List;

/** A hot copy ended before it was complete; the hints say what of it is left on disk. */
public final class HotCopyFailedException extends HotCopyException {

    private static final long serialVersionUID = 1L;

    private final boolean cancelled;

    HotCopyFailedException(String message, Throwable cause, boolean cancelled, List<String> hints) {
        super(message, cause, hints.toArray(String[]::new));
        this.cancelled = cancelled;
    }

    /** One that was told in another process, where what caused it stays. */
    public static HotCopyFailedException told(String message, boolean cancelled, List<String> hints) {
        return new HotCopyFailedException(message, null, cancelled, hints);
    }

    /** Whether it was stopped by an interrupt and nothing else was wrong. */
    public boolean cancelled() {
        return cancelled;
    }
}
