package io.hotcopy.simulate.reality;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Small worlds are simulated and then played for real, with the same policy, the same failure and the same instants:
 * what the simulator says that can be restored is what {@code recovery} finds in the real sets, all along; and commits
 * chosen at random from it are really restored and drilled.
 */
class TiedToRealityTest {

    private static final int TARGETS = Integer.getInteger("hotcopy.targets", 20);

    @TempDir(factory = InMemory.class)
    Path scratch;

    private final AtomicInteger happened = new AtomicInteger();
    private final AtomicInteger restored = new AtomicInteger();

    @Test
    void whatIsPromisedCanBeRestored() throws Exception {
        int worlds = SmallWorlds.each(scratch, this::play);
        System.out.printf("%d worlds, %s happenings, %s targets restored%n", worlds, happened, restored);
    }

    private void play(SmallWorld world) throws IOException {
        try (RealWorld real = RealWorld.of(world)) {
            RealHistory history = real.play();
            happened.addAndGet(history.happenings().size());
            requireKept("what really ran", new ReplayedRuns(world, history), history);
            requireKept("the simulator", SimulatedRanges.of(world), history);
            restored.addAndGet(new RestoredTargets(world, real.sets(), history.rows()).check(TARGETS));
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
