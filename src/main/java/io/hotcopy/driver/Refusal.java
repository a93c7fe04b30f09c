package io.hotcopy.driver;

import java.util.List;

/**
 * Why a hot copy may not start now.
 *
 * @param kind what would help, for those who decide by it
 * @param reason the bare reason in the vendor's wording, without the prefixes that an admin process puts before it
 * @param hints the next actions, each a sentence
 */
public record Refusal(Kind kind, String reason, List<String> hints) {

    /** What would help. */
    public enum Kind {
        /** Another hot copy, or another backup set: only what the hints say. */
        OTHER,
        /** An incremental that has nothing to continue: a full. */
        NO_BASE_SET,
        /** A journal hot copy whose chain is not open: a full or incremental, and then the next journal hot copy. */
        JOURNAL_SUSPENDED
    }

    public Refusal {
        hints = List.copyOf(hints);
    }

    /** One that only its hints help with. */
    public Refusal(String reason, List<String> hints) {
        this(Kind.OTHER, reason, hints);
    }

    /** For the one who enforces it. */
    public CopyRefusedException exception() {
        return new CopyRefusedException(this);
    }
}
