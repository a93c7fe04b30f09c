package io.hotcopy.simulate;

import io.hotcopy.plan.Decider;
import io.hotcopy.term.HotCopyType;

/**
 * Which lines of a policy a hot copy leaves nothing to do for: what {@link Decider} says of types and lines, worked out
 * once. Lines are a bit each, as in {@link Agenda}.
 */
final class ServedLines {
    private static final HotCopyType[] TYPES = HotCopyType.values();
    private static final int[] HELD = new int[TYPES.length];
    /** For each type and the lines that it is taken for. */
    private static final int[][] SERVED = new int[TYPES.length][1 << TYPES.length];

    static {
        for (HotCopyType took : TYPES) {
            for (HotCopyType line : TYPES) {
                HELD[took.ordinal()] |= Decider.holds(took, line) ? Agenda.bit(line) : 0;
                for (int ran = 0; ran < SERVED[took.ordinal()].length; ran++) {
                    SERVED[took.ordinal()][ran] |= isServed(ran, took, line) ? Agenda.bit(line) : 0;
                }
            }
        }
    }

    private ServedLines() {}

    private static boolean isServed(int ran, HotCopyType took, HotCopyType line) {
        for (HotCopyType one : TYPES) {
            if ((ran & Agenda.bit(one)) != 0 && Decider.serves(one, took, line)) {
                return true;
            }
        }
        return false;
    }

    /** When a step is done. */
    static int by(Step step) {
        return SERVED[step.type().ordinal()][step.serves()];
    }

    /** While a hot copy of this type, by its ordinal, runs: those of which it holds all that they would bring. */
    static int heldBy(int type) {
        return HELD[type];
    }
}
