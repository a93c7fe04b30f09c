package io.hotcopy.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * What the search finds against what the plain way finds: at the moments that it looks at exactly the same; of the
 * moments that it takes for alike and leaves out hardly ever anything worse. Seeds are printed; for more of them
 * {@code -Dhotcopy.policies=N}, for others {@code -Dhotcopy.seed=N}.
 */
class FastIsPlainTest {
    private static final int POLICIES = Integer.getInteger("hotcopy.policies", 50);
    private static final long FIRST = Long.getLong("hotcopy.seed", 0);

    private int failures;
    private int moments;
    private int looked;
    private int worse;
    private int missed;
    private final StringBuilder left = new StringBuilder();

    @Test
    void theWorstLossIsThatOfPlainPlaybacks() {
        for (long seed = FIRST; seed < FIRST + POLICIES; seed++) {
            RandomSchedule schedule = new RandomSchedule(seed);
            SmallPlay play = SmallPlay.of(schedule);
            for (Trial trial : play.trials()) {
                compare(
                        play,
                        trial,
                        "seed " + seed + ", " + trial.failure().failure().words() + ", " + schedule);
            }
        }
        String counts = failures + " failures, " + worse + " worse than none; " + looked + " of " + moments
                + " moments looked at; left out what is worse: " + missed + left;
        System.err.println(counts);
        assertTrue(worse > failures / 2 && moments > 100 * POLICIES, counts);
        assertTrue(missed * 50 <= failures, counts);
    }

    /** For each storage group, and for all together. */
    private void compare(SmallPlay play, Trial trial, String which) {
        long[] none = most(play.baseline().measures().loss());
        long[] seen = none.clone();
        long[] all = none.clone();
        Set<Long> looksAt = SmallPlay.looked(trial);
        List<Disturbance> everyMoment = play.everyMoment(trial);
        for (Disturbance disturbance : everyMoment) {
            long[] loss = most(play.plain().loss(disturbance));
            raise(all, loss);
            if (SmallPlay.hasLooked(looksAt, disturbance)) {
                raise(seen, loss);
                looked++;
            }
        }
        assertEquals(Arrays.toString(seen), Arrays.toString(most(trial.loss())), which);
        failures++;
        moments += everyMoment.size();
        worse += Arrays.equals(none, all) ? 0 : 1;
        if (!Arrays.equals(seen, all)) {
            missed++;
            left.append("\n").append(which, 0, which.indexOf(", from ")).append(": ");
            left.append(Arrays.toString(all)).append(" instead of ").append(Arrays.toString(seen));
        }
    }

    private static long[] most(LossWatch loss) {
        long[] most = new long[loss.measured()];
        Arrays.setAll(most, loss::most);
        return most;
    }

    private static void raise(long[] most, long[] more) {
        Arrays.setAll(most, index -> Math.max(most[index], more[index]));
    }
}
