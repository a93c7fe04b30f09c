package io.hotcopy.simulate.reality;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotcopy.faults.InMemory;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Small worlds are simulated and then played for real, with the same policy, the same failure and the same instants:
 * what the simulator says that can be restored is what {@code recovery} finds in the real sets, all along; and commits
 * chosen at random from it are really restored and drilled.
 */
class TiedToRealityTest {

    private static final int TARGETS = Integer.getInteger("hotcopy.targets", 20);
    private static final Duration LATE = Duration.ofHours(2);

    @TempDir(factory = InMemory.class)
    Path scratch;

    private final Tally tally = new Tally();

    @Test
    void whatIsPromisedCanBeRestored() throws Exception {
        int worlds = SmallWorlds.each(scratch, this::play);
        System.out.println(worlds + " worlds: " + tally);
        for (String tried : List.of("runs failed", "regions lost", "SYNCs", "stops of the database")) {
            assertTrue(worlds < 50 || tally.of(tried) > 0, "there were no " + tried + ": " + tally);
        }
        assertTrue(
                tally.of("late promises caught") > worlds / 2,
                "a simulator that is late by " + LATE + " was caught too seldom: " + tally);
    }

    private void play(SmallWorld world) throws IOException {
        try (RealWorld real = RealWorld.of(world)) {
            RealHistory history = real.play();
            tally.add(history);
            requireKept("what really ran", new ReplayedRuns(world, history), history);
            PromisedRanges simulated = SimulatedRanges.of(world);
            requireKept("the simulator", simulated, history);
            PromisedRanges late = instant -> simulated.at(instant.minus(LATE));
            tally.add("late promises caught", history.differences(late).isEmpty() ? 0 : 1);
            tally.add("targets restored", new RestoredTargets(world, real.sets(), history.rows()).check(TARGETS));
        }
    }

    private static void requireKept(String who, PromisedRanges promised, RealHistory history) {
        List<String> differences = history.differences(promised);
        assertTrue(
                differences.isEmpty(),
                () -> "promised by " + who + "\n" + String.join("\n", differences) + "\n-- really\n" + history
                        + "\n-- promised\n" + promised);
    }
}
