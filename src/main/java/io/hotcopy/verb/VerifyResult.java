package io.hotcopy.verb;

import io.hotcopy.verify.Depth;
import io.hotcopy.verify.Outcome;
import io.hotcopy.verify.Verdict;
import java.util.Comparator;
import java.util.List;

/**
 * The answer.
 *
 * @param planned whether this is a dry run, in which the sets themselves are only planned
 * @param depth how deep it looked
 * @param verdicts one a collection, in the order asked for; none when planned
 */
public record VerifyResult(boolean planned, Depth depth, List<Verdict> verdicts) implements VerbResult {

    /** The worst of all. */
    public Outcome outcome() {
        return verdicts.stream()
                .map(Verdict::outcome)
                .max(Comparator.naturalOrder())
                .orElse(Outcome.VALID);
    }

    /** Whether all is valid; also when nothing was looked at because this is a dry run. */
    public boolean valid() {
        return outcome() == Outcome.VALID;
    }
}
