package io.hotcopy.simulate.reality;

import io.hotcopy.backupset.SyncedFiles;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * So many small worlds as {@code hotcopy.worlds} says, from the seed {@code hotcopy.world} on; as many at once as there
 * are processors.
 */
final class SmallWorlds {

    private static final int WORLDS = Integer.getInteger("hotcopy.worlds", 100);
    private static final long FIRST = Long.getLong("hotcopy.world", 1);

    /** Of so many failures everything is told. */
    private static final int TOLD = Integer.getInteger("hotcopy.told", 3);

    private SmallWorlds() {}

    /** What is done with a world. */
    @FunctionalInterface
    interface Trial {
        void of(SmallWorld world) throws Exception;
    }

    /**
     * Makes them and tries each, in a directory of its own that is removed when all went well.
     *
     * @return how many
     * @throws AssertionError when one fails; tells the world
     */
    static int each(Path scratch, Trial trial) throws InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try {
            List<Future<?>> running = new ArrayList<>();
            for (long seed = FIRST; seed < FIRST + WORLDS; seed++) {
                SmallWorld world = RandomSmallWorld.of(seed, scratch.resolve("world-" + seed));
                running.add(pool.submit(() -> {
                    trial.of(world);
                    SyncedFiles.deleteTree(world.directory());
                    return null;
                }));
            }
            List<String> failures = new ArrayList<>();
            for (int index = 0; index < WORLDS; index++) {
                failure(running.get(index), FIRST + index, scratch).ifPresent(failures::add);
            }
            if (!failures.isEmpty()) {
                throw new AssertionError(failures.size() + " of " + WORLDS + " worlds failed\n\n"
                        + String.join("\n\n", failures.subList(0, Math.min(TOLD, failures.size()))));
            }
            return WORLDS;
        } finally {
            pool.shutdownNow();
        }
    }

    private static Optional<String> failure(Future<?> trial, long seed, Path scratch) throws InterruptedException {
        try {
            trial.get();
            return Optional.empty();
        } catch (ExecutionException failed) {
            StringWriter told = new StringWriter();
            failed.getCause().printStackTrace(new PrintWriter(told));
            return Optional.of(
                    "== " + RandomSmallWorld.of(seed, scratch.resolve("world-" + seed)) + "-- fails with\n" + told);
        }
    }
}
