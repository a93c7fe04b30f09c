package io.hotcopy.verb;

import io.hotcopy.plan.Horizon;

/**
 * What a plan for days to come says.
 *
 * @param horizon every run, or the sums of each day
 */
public record HorizonResult(Horizon horizon) implements VerbResult {

    /** Nothing is done. */
    @Override
    public boolean planned() {
        return true;
    }
}
