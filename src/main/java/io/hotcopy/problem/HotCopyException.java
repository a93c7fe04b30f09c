package io.hotcopy.problem;

import java.util.ArrayList;
import java.util.List;

/**
 * Operating trouble that ends what was asked for: a message with the user's own value in it, and what to do next.
 *
 * <p>Rooms may have subclasses of their own where a caller must tell kinds apart. Programming errors are
 * {@code IllegalStateException} instead.
 */
public class HotCopyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** A list that can be serialized, as every field of a throwable must be. */
    private final ArrayList<String> hints;

    /**
     * @param message one lower-case sentence, without a full stop
     * @param hints the next actions, each a sentence
     */
    public HotCopyException(String message, String... hints) {
        super(message);
        this.hints = new ArrayList<>(List.of(hints));
    }

    /** As above, keeping what caused it. */
    public HotCopyException(String message, Throwable cause, String... hints) {
        super(message, cause);
        this.hints = new ArrayList<>(List.of(hints));
    }

    /** The next actions, each a sentence; may be empty, never {@code null}. */
    public List<String> hints() {
        return List.copyOf(hints);
    }
}
