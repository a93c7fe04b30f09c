package io.hotcopy.problem;

import java.util.List;
import java.util.Optional;

/**
 * One finding: what is wrong, where, and what to do about it.
 *
 * @param severity whether it stops what was asked for
 * @param message one lower-case sentence with the user's own value in quotes, without a full stop
 * @param hints the next actions, each a sentence; may be empty
 * @param span the place in the user's text; empty when there is none
 */
public record Problem(Severity severity, String message, List<String> hints, Optional<SourceSpan> span) {

    /** Whether a finding stops what was asked for. */
    public enum Severity {
        /** What was asked for is not done. */
        ERROR,
        /** It is done, but it may not be what was meant. */
        WARNING
    }

    public Problem {
        hints = List.copyOf(hints);
    }

    public static Problem error(SourceSpan span, String message, String... hints) {
        return new Problem(Severity.ERROR, message, List.of(hints), Optional.of(span));
    }

    public static Problem warning(SourceSpan span, String message, String... hints) {
        return new Problem(Severity.WARNING, message, List.of(hints), Optional.of(span));
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }
}
