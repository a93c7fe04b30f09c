package io.hotcopy.simulate.reality;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotcopy.backupset.SyncedFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Small worlds are played for real: what can be restored is what the runs that really were promise. */
class RealRangesTest {

    private static final int WORLDS = Integer.getInteger("hotcopy.worlds", 100);
    private static final long FIRST = Long.getLong("hotcopy.world", 1);
    private static final int TARGETS = 20;

    @TempDir(factory = InMemory.class)
    Path scratch;

    private int runs;
    private int restored;
    private long playing;
    private long restoring;

    @Test
    void whatRanCanBeRestored() throws IOException {
        for (long seed = FIRST; seed < FIRST + WORLDS; seed++) {
            Path directory = scratch.resolve("world-" + seed);
            SmallWorld world = RandomSmallWorld.of(seed, directory);
            try {
                play(world);
            } catch (RuntimeException | AssertionError failed) {
                throw new AssertionError(failed.getMessage() + "\n" + world, failed);
            }
            SyncedFiles.deleteTree(directory);
        }
        System.out.printf(
                "%d worlds, %d runs, %d targets restored; played in %d ms, restored in %d ms%n",
                WORLDS, runs, restored, playing / 1_000_000, restoring / 1_000_000);
    }

    private void play(SmallWorld world) throws IOException {
        long begun = System.nanoTime();
        try (RealWorld real = RealWorld.of(world)) {
            RealHistory history = real.play();
            runs += history.happenings().size();
            List<String> differences = history.differences(new ReplayedRuns(world, history));
            assertTrue(differences.isEmpty(), () -> String.join("\n", differences) + "\n" + told(history));
            long played = System.nanoTime();
            playing += played - begun;
            RestoredTargets targets =
                    new RestoredTargets(real.sets(), history.rows(), world.directory().resolve("restored"));
            restored += targets.check(TARGETS, new SplittableRandom(world.seed()));
            restoring += System.nanoTime() - played;
        }
    }

    private static String told(RealHistory history) {
        return history.happenings().stream().map(Object::toString).collect(Collectors.joining("\n"));
    }
}
