package io.hotcopy.verb;

import io.hotcopy.problem.HotCopyException;

/** How many days from now a verb looks: some ten years at most. */
final class DayCount {

    private static final int MOST = 3660;

    private DayCount() {}

    /**
     * Refuses a number of days that makes no sense.
     *
     * @param says what looks: {@code a plan looks}
     * @param least the smallest number that makes sense
     * @param where in which direction it looks: {@code ahead}
     * @throws HotCopyException when there are fewer days, or too many
     */
    static void check(String says, int least, int days, String where) {
        if (days < least || days > MOST) {
            throw new HotCopyException(says + " " + least + " to " + MOST + " days " + where + ", not " + days);
        }
    }

    /** The days to come that a plan looks at: one at least. */
    static void checkPlan(int days) {
        check("a plan looks", 1, days, "ahead");
    }
}
