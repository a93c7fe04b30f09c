package io.hotcopy.faults;

import java.io.IOException;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.function.Predicate;

/**
 * A directory on a disk that loses power, fills up and fails. For several threads.
 *
 * <p>Writes go through to the real files at once. {@link #crash()} then takes back what was never synced: of each
 * file's unsynced bytes a seeded choice (all lost, all kept, or torn in sectors of 512 bytes, with zeros where a file
 * had grown and its end cut off), and of the unsynced creations, renames and deletions of each directory all but a
 * seeded first part. After the crash every file is closed and every operation fails, as for a process that is no more;
 * {@link #reopened()} is the disk after the restart.
 */
public final class FaultyStorage {

    private final Path root;
    private final Disk disk;
    private final FaultyFileSystem fileSystem;

    /**
     * @param root a real directory
     * @param seed of every choice at a crash
     */
    public FaultyStorage(Path root, long seed) {
        this.root = root;
        this.disk = new Disk(new SplittableRandom(seed), root.resolveSibling("." + root.getFileName() + ".aside"));
        this.fileSystem = new FaultyFileSystem(root.getFileSystem(), disk);
    }

    /** The directory as the program under test is to see it. */
    public Path root() {
        return fileSystem.wrap(root);
    }

    /** The same directory after power has come back: no faults, nothing unsynced. */
    public Path reopened() {
        return root;
    }

    /** The power fails during the {@code operation}-th operation from now that changes the disk, counted from one. */
    public FaultyStorage crashAt(long operation) {
        disk.crashAt(operation);
        return this;
    }

    /** The {@code operation}-th operation from now that changes the disk fails with an input/output error, once. */
    public FaultyStorage failAt(long operation) {
        disk.failAt(operation);
        return this;
    }

    /** No operation fails from now on that has not failed yet. */
    public FaultyStorage failNoMore() {
        disk.failNoMore();
        return this;
    }

    /** No more than this many bytes can be written from now on. */
    public FaultyStorage room(long bytes) {
        disk.room(bytes);
        return this;
    }

    /** Syncs of these files and directories are reported as done and do nothing: what a forgotten sync would do. */
    public FaultyStorage ignoreSyncs(Predicate<Path> which) {
        disk.ignoreSyncs(which);
        return this;
    }

    /**
     * Syncs of these files do not come back until they are {@linkplain #releaseSyncs() released}: a disk that is stuck.
     */
    public FaultyStorage holdSyncs(Predicate<Path> which) {
        disk.holdSyncs(which);
        return this;
    }

    /** Lets all syncs come back. */
    public void releaseSyncs() {
        disk.holdSyncs(file -> false);
    }

    /** Nobody can be told of which kind the disk is: {@link java.nio.file.Files#getFileStore} fails from now on. */
    public FaultyStorage unknown() {
        disk.unknown();
        return this;
    }

    /** How many operations have changed the disk so far. */
    public long operations() {
        return disk.operations();
    }

    /** The power fails now, unless it has already. */
    public void crash() throws IOException {
        disk.crash();
    }

    public boolean crashed() {
        return disk.crashed();
    }
}
