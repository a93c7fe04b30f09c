package io.hotcopy.faults;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * What has been written and not yet synced, and how to take it back. Thread-safe by its own lock.
 *
 * <p>Files are followed by their identity (the file key), not by name, because a rename does not sync what a file
 * holds.
 */
final class Disk {

    private static final int SECTOR = 512;

    /** Takes back one creation, rename or deletion in a directory. */
    record Change(Path directory, Undo undo) {}

    /** How to take one change back. */
    interface Undo {
        void run() throws IOException;
    }

    /** The bytes that a write replaced. */
    private record Overwritten(long position, byte[] before, long sizeBefore) {}

    private final SplittableRandom choices;
    private final Map<Object, Deque<Overwritten>> unsynced = new LinkedHashMap<>();
    private final Map<Object, Path> names = new LinkedHashMap<>();
    private final List<Change> changes = new ArrayList<>();
    private long operations;
    private long crashAt = Long.MAX_VALUE;
    private long failAt = Long.MAX_VALUE;
    private long room = Long.MAX_VALUE;
    private boolean crashed;

    Disk(SplittableRandom choices) {
        this.choices = choices;
    }

    synchronized void crashAt(long operation) {
        crashAt = operations + operation;
    }

    synchronized void failAt(long operation) {
        failAt = operations + operation;
    }

    synchronized void room(long bytes) {
        room = bytes;
    }

    synchronized long operations() {
        return operations;
    }

    synchronized boolean crashed() {
        return crashed;
    }

    /** To be called before any operation, reading ones too. */
    synchronized void alive() throws IOException {
        if (crashed) {
            throw new IOException("the power is off");
        }
    }

    /** To be called before each operation that changes the disk. */
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

    /** Takes room for bytes to be written, or gives the disk-full error of the operating system. */
    synchronized void take(Path file, long bytes) throws IOException {
        if (bytes > room) {
            throw new FileSystemException(file.toString(), null, "No space left on device");
        }
        room -= bytes;
    }

    /** Remembers what a write of {@code length} bytes at {@code position} is about to replace. */
    synchronized void overwriting(Path file, FileChannel channel, long position, long length) throws IOException {
        long size = channel.size();
        int kept = (int) Math.max(0, Math.min(length, size - position));
        byte[] before = new byte[kept];
        try (FileChannel reading = FileChannel.open(file, StandardOpenOption.READ)) {
            readFully(reading, ByteBuffer.wrap(before), position);
        }
        Object key = key(file);
        names.put(key, file);
        unsynced.computeIfAbsent(key, k -> new ArrayDeque<>()).push(new Overwritten(position, before, size));
    }

    synchronized void synced(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            changes.removeIf(change -> change.directory().equals(file));
        } else {
            unsynced.remove(key(file));
        }
    }

    synchronized void changed(Path directory, Undo undo) {
        changes.add(new Change(directory, undo));
    }

    /** Follows a file, or everything below a directory, to its new name. */
    synchronized void renamed(Path from, Path to) {
        names.replaceAll((key, name) -> moved(name, from, to));
        changes.replaceAll(change -> new Change(moved(change.directory(), from, to), change.undo()));
    }

    private static Path moved(Path name, Path from, Path to) {
        return name.startsWith(from) ? to.resolve(from.relativize(name)) : name;
    }

    synchronized void crash() throws IOException {
        if (crashed) {
            return;
        }
        crashed = true;
        for (Map.Entry<Object, Deque<Overwritten>> file : unsynced.entrySet()) {
            takeBack(names.get(file.getKey()), file.getValue());
        }
        int kept = choices.nextInt(changes.size() + 1);
        for (int change = changes.size() - 1; change >= kept; change--) {
            changes.get(change).undo().run();
        }
    }

    private void takeBack(Path file, Deque<Overwritten> writes) throws IOException {
        if (!Files.exists(file) || choices.nextInt(3) == 0) {
            return;
        }
        boolean torn = choices.nextBoolean();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            for (Overwritten write : writes) {
                takeBack(channel, write, torn);
            }
        }
    }

    private void takeBack(FileChannel channel, Overwritten write, boolean torn) throws IOException {
        for (int at = 0; at < write.before().length; at += SECTOR) {
            if (!torn || choices.nextBoolean()) {
                int length = Math.min(SECTOR, write.before().length - at);
                channel.write(ByteBuffer.wrap(write.before(), at, length), write.position() + at);
            }
        }
        if (!torn || choices.nextBoolean()) {
            channel.truncate(write.sizeBefore());
        }
    }

    private static Object key(Path file) throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
    }

    private static void readFully(FileChannel channel, ByteBuffer target, long position) throws IOException {
        while (target.hasRemaining()) {
            if (channel.read(target, position + target.position()) < 0) {
                throw new IOException("file shrank while it was read");
            }
        }
    }
}
