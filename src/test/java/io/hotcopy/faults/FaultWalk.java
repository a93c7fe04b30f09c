package io.hotcopy.faults;

import io.hotcopy.problem.HotCopyException;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Does a small piece of work again and again, each time on a fresh disk that fails at another place, until every place
 * has had its turn; after each time a check looks at what is left.
 *
 * <p>Whatever the disk does, the work may end in nothing but a {@link HotCopyException}.
 */
public final class FaultWalk {

    /** What is done on a disk; {@code root} is its directory. */
    public interface Work {
        void on(Path root) throws IOException;
    }

    /** What must hold afterwards; {@code root} is the directory as it is after the restart. */
    public interface Check {
        void after(Path root, Attempt attempt) throws IOException;
    }

    /**
     * How the work ended.
     *
     * @param fault what the disk did
     * @param trouble what the work threw; empty when it came to its end
     */
    public record Attempt(String fault, Optional<HotCopyException> trouble) {

        public boolean finished() {
            return trouble.isEmpty();
        }
    }

    private final Path scratch;
    private final Work before;
    private final Work work;
    private Predicate<Path> ignoredSyncs = path -> false;
    private int stride = 1;
    private long turn = System.nanoTime();

    /**
     * @param scratch a real directory that is empty
     * @param before what is done on each disk while it is still sound
     * @param work what the disk fails in
     */
    public FaultWalk(Path scratch, Work before, Work work) {
        this.scratch = scratch;
        this.before = before;
        this.work = work;
    }

    /** Plants a bug: these syncs are forgotten. */
    public FaultWalk forgetting(Predicate<Path> syncs) {
        ignoredSyncs = syncs;
        return this;
    }

    /**
     * For work that takes its time: only every so many-th place, beginning with another one in each run; all of them
     * with {@code -Dhotcopy.everyPlace}. So many walks of one object, one after another, see every place.
     */
    public FaultWalk every(int places) {
        stride = Boolean.getBoolean("hotcopy.everyPlace") ? 1 : places;
        return this;
    }

    /** How many operations of the work change the disk. */
    public long operations() throws IOException {
        long[] counted = new long[1];
        attempt("nothing", 0, storage -> storage, false, (root, attempt) -> {}, counted);
        return counted[0];
    }

    /**
     * The power fails before each operation, and after the last one, with several choices of what was lost.
     *
     * @param seeds how many choices at each place
     * @return how many crashes there were
     */
    public long crashes(int seeds, Check check) throws IOException {
        long operations = operations();
        long crashes = 0;
        for (long operation = first(); operation <= operations + 1; operation += stride) {
            long place = operation;
            for (int seed = 0; seed < seeds; seed++) {
                attempt("crash at " + place, seed, storage -> storage.crashAt(place), true, check, new long[1]);
                crashes++;
            }
        }
        return crashes;
    }

    /** The power fails after the work: what was never synced shows here. */
    public void crashesAtTheEnd(int seeds, Check check) throws IOException {
        for (int seed = 0; seed < seeds; seed++) {
            attempt("crash at the end", seed, storage -> storage, true, check, new long[1]);
        }
    }

    private long first() {
        return 1 + Math.floorMod(turn++, stride);
    }

    /** Each operation fails once with an input/output error; the ones after it succeed. */
    public long errors(Check check) throws IOException {
        long operations = operations();
        for (long operation = first(); operation <= operations; operation += stride) {
            long place = operation;
            attempt("error in operation " + place, 0, storage -> storage.failAt(place), false, check, new long[1]);
        }
        return operations;
    }

    /**
     * The disk has room for fewer bytes than the work needs: for none, for {@code step}, for twice as many, and so on.
     */
    public long fullDisks(long bytesNeeded, long step, Check check) throws IOException {
        long disks = 0;
        for (long room = 0; room < bytesNeeded; room += step) {
            long bytes = room;
            attempt("room for " + bytes + " bytes", 0, storage -> storage.room(bytes), false, check, new long[1]);
            disks++;
        }
        return disks;
    }

    private interface Fault {
        FaultyStorage on(FaultyStorage storage);
    }

    private void attempt(String fault, long seed, Fault planned, boolean crash, Check check, long[] operations)
            throws IOException {
        String name = fault + ", seed " + seed;
        Path home = Files.createDirectory(scratch.resolve("walk"));
        Path root = Files.createDirectory(home.resolve("disk"));
        try {
            before.on(sound(root));
            FaultyStorage storage = planned.on(new FaultyStorage(root, seed).ignoreSyncs(ignoredSyncs));
            Optional<HotCopyException> trouble = tryWork(storage);
            operations[0] = storage.operations();
            if (crash) {
                storage.crash();
            }
            check.after(sound(storage.reopened()), new Attempt(name, trouble));
        } catch (AssertionError | RuntimeException red) {
            throw new AssertionError("after " + name + ": " + red.getMessage(), red);
        } finally {
            deleteTree(home);
        }
    }

    /** The same directory on a disk that never fails; its syncs cost nothing. */
    private static Path sound(Path root) {
        return new FaultyStorage(root, 0).root();
    }

    private Optional<HotCopyException> tryWork(FaultyStorage storage) throws IOException {
        try {
            work.on(storage.root());
            return Optional.empty();
        } catch (HotCopyException trouble) {
            return Optional.of(trouble);
        }
    }

    private static void deleteTree(Path directory) throws IOException {
        Files.walkFileTree(directory, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, IOException trouble) throws IOException {
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
