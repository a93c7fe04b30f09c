package io.hotcopy.faults;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * Counts what changes the disk, and makes it crash, fail and fill up as asked. Its monitor is held during each
 * operation that changes something, so that a crash falls between two of them and not into one.
 */
final class Disk {

    private final SplittableRandom choices;
    private final Names names;
    private final Contents contents = new Contents();
    private final Set<FileChannel> open = ConcurrentHashMap.newKeySet();
    private Predicate<Path> ignoredSyncs = path -> false;
    private Predicate<Path> heldSyncs = path -> false;
    private long operations;
    private long crashAt = Long.MAX_VALUE;
    private long failAt = Long.MAX_VALUE;
    private long room = Long.MAX_VALUE;
    private volatile boolean unknown;
    private volatile boolean crashed;

    Disk(SplittableRandom choices, Path aside) {
        this.choices = choices;
        this.names = new Names(aside);
    }

    synchronized void crashAt(long operation) {
        crashAt = operations + operation;
    }

    synchronized void failAt(long operation) {
        failAt = operations + operation;
    }

    synchronized void failNoMore() {
        failAt = Long.MAX_VALUE;
    }

    synchronized void room(long bytes) {
        room = bytes;
    }

    synchronized void holdSyncs(Predicate<Path> which) {
        heldSyncs = which;
        notifyAll();
    }

    /** To be called before each sync of a file. */
    synchronized void awaitRelease(Path file) throws IOException {
        try {
            while (heldSyncs.test(file) && !crashed) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while a sync of " + file + " was held");
        }
    }

    synchronized void ignoreSyncs(Predicate<Path> which) {
        ignoredSyncs = which;
    }

    synchronized long operations() {
        return operations;
    }

    boolean crashed() {
        return crashed;
    }

    void unknown() {
        unknown = true;
    }

    /** To be called before it is told of which kind the disk is. */
    void asked(Path file) throws IOException {
        if (unknown) {
            throw new FileSystemException(file.toString(), null, "Mount point not found");
        }
    }

    /** To be called before any operation, reading ones too. */
    void alive() throws IOException {
        if (crashed) {
            throw new IOException("the power is off");
        }
    }

    /** To be called, under the monitor, before each operation that changes the disk. */
    synchronized void changing(Path file) throws IOException {
        alive();
        operations++;
        if (operations == crashAt) {
            crash();
            alive();
        }
        if (operations == failAt) {
            throw new FileSystemException(file.toString(), null, "Input/output error");
        }
    }

    /**
     * Takes room for bytes to be written. As on a real disk the last write before it is full is short.
     *
     * @return how many bytes there is room for, at least one unless none were asked for
     */
    synchronized long take(Path file, long bytes) throws IOException {
        if (bytes > 0 && room == 0) {
            throw new FileSystemException(file.toString(), null, "No space left on device");
        }
        long taken = Math.min(bytes, room);
        room -= taken;
        return taken;
    }

    synchronized void overwriting(Path file, FileChannel channel, long position, long length) throws IOException {
        contents.overwriting(file, channel, position, length);
    }

    synchronized void synced(Path file) throws IOException {
        if (ignoredSyncs.test(file)) {
            return;
        }
        if (Files.isDirectory(file)) {
            names.synced(file);
        } else {
            contents.synced(file);
        }
    }

    synchronized void created(Path path) {
        names.created(path);
    }

    synchronized Path deleting(Path path) throws IOException {
        return names.deleting(path);
    }

    synchronized void deleted(Path path, Path aside) {
        names.deleted(path, aside);
        contents.moved(path, aside);
    }

    synchronized void renamed(Path from, Path to, Optional<Path> replaced) {
        names.renamed(from, to, replaced);
        replaced.ifPresent(aside -> contents.moved(to, aside));
        contents.moved(from, to);
    }

    void opened(FileChannel channel) {
        open.add(channel);
    }

    void closed(FileChannel channel) {
        open.remove(channel);
    }

    /** Takes back what was not synced, and closes every file, as the end of the process would; that frees its locks. */
    synchronized void crash() throws IOException {
        if (crashed) {
            return;
        }
        crashed = true;
        notifyAll();
        for (FileChannel channel : open) {
            channel.close();
        }
        names.takeBack(choices, contents::moved);
        contents.takeBack(choices);
    }
}
