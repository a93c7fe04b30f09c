package io.hotcopy.verify;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** The three answers, from good to bad. */
public enum Outcome {
    /** All that was looked at is as it should be, and can be restored. */
    VALID,
    /** It could not be found out: something is missing, or an error came while looking. */
    UNKNOWN,
    /** Something is not what was sealed. */
    DAMAGED;

    /** The word that is printed. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Outcome worst(Collection<Outcome> outcomes) {
        return outcomes.stream().max(Comparator.naturalOrder()).orElse(VALID);
    }
}
