package io.hotcopy.driver;

import java.util.List;

/**
 * Why a hot copy may not start now.
 *
 * @param reason the bare reason in the vendor's wording, without the prefixes that an admin process puts before it
 * @param hints the next actions, each a sentence
 */
public record Refusal(String reason, List<String> hints) {

    public Refusal {
        hints = List.copyOf(hints);
    }

    /** For the one who enforces it. */
    public CopyRefusedException exception() {
        return new CopyRefusedException(this);
    }
}
