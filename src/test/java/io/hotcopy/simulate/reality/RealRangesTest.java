package io.hotcopy.simulate.reality;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Small worlds are played for real: what can be restored is what the runs that really were promise. */
class RealRangesTest {

    private static final int TARGETS = Integer.getInteger("hotcopy.targets", 20);

    @TempDir(factory = InMemory.class)
    Path scratch;

    private final AtomicInteger happened = new AtomicInteger();
    private final AtomicInteger restored = new AtomicInteger();

    @Test
    void whatRanCanBeRestored() throws Exception {
        int worlds = SmallWorlds.each(scratch, this::play);
        System.out.printf("%d worlds, %s happenings, %s targets restored%n", worlds, happened, restored);
    }

    private void play(SmallWorld world) throws IOException {
        try (RealWorld real = RealWorld.of(world)) {
            RealHistory history = real.play();
            happened.addAndGet(history.happenings().size());
            List<String> differences = history.differences(new ReplayedRuns(world, history));
            assertTrue(differences.isEmpty(), () -> String.join("\n", differences) + "\n" + history);
            restored.addAndGet(new RestoredTargets(world, real.sets(), history.rows()).check(TARGETS));
        }
    }
}
