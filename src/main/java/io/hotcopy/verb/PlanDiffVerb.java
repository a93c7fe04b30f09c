package io.hotcopy.verb;

import io.hotcopy.plan.PlanDiff;
import java.util.Optional;

/**
 * {@code plan --diff}: what an edit of policies adds, moves and takes away in the days to come. Looks only at what is
 * declared, and changes nothing.
 */
public final class PlanDiffVerb {

    /** How many days are looked at, unless told otherwise. */
    public static final int DAYS = 14;

    private final Session session;

    PlanDiffVerb(Session session) {
        this.session = session;
    }

    /**
     * Compares two declarations.
     *
     * @param before FILE, FILE#policy or a loaded policy's name
     * @param after the same
     * @param days how many days from now on are looked at
     * @throws io.hotcopy.problem.HotCopyException when one of them cannot be read, or has errors, or the number of days
     *     makes no sense
     */
    public PlanDiffResult run(String before, String after, int days) {
        DayCount.checkPlan(days);
        PlanDiff diff = PlanDiff.of(
                side(before), side(after), session.surroundings().clock().instant(), days);
        return new PlanDiffResult(before, after, diff.isNone(), diff);
    }

    private PlanDiff.Side side(String what) {
        Chosen chosen = new Choice(session).of(Optional.of(what));
        return new PlanDiff.Side(chosen.declared(), chosen.policies());
    }
}
