package io.hotcopy.faults;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * The bytes of files that have been written and not synced, and how to take them back. Not thread-safe.
 *
 * <p>Files are followed by their identity (the file key), not by name, because a rename does not sync what a file
 * holds.
 */
final class Contents {

    private static final int SECTOR = 512;

    /** The bytes that a write replaced. */
    private record Overwritten(long position, byte[] before, long sizeBefore) {}

    private final Map<Object, Deque<Overwritten>> unsynced = new LinkedHashMap<>();
    private final Map<Object, Path> names = new LinkedHashMap<>();

    /** Remembers what a write of {@code length} bytes at {@code position} is about to replace. */
    void overwriting(Path file, FileChannel channel, long position, long length) throws IOException {
        long size = channel.size();
        int kept = (int) Math.max(0, Math.min(length, size - position));
        byte[] before = new byte[kept];
        if (kept > 0) {
            try (FileChannel reading = FileChannel.open(file, StandardOpenOption.READ)) {
                readFully(reading, ByteBuffer.wrap(before), position);
            }
        }
        Object key = key(file);
        names.put(key, file);
        unsynced.computeIfAbsent(key, k -> new ArrayDeque<>()).push(new Overwritten(position, before, size));
    }

    void synced(Path file) throws IOException {
        unsynced.remove(key(file));
    }

    /** Follows a file, or everything below a directory, to its new name. */
    void moved(Path from, Path to) {
        names.replaceAll((key, name) -> Names.moved(name, from, to));
    }

    /** Of each file's unsynced bytes: all stay, all go, or a choice of its sectors goes and its end is cut off. */
    void takeBack(SplittableRandom choices) throws IOException {
        for (Map.Entry<Object, Deque<Overwritten>> file : unsynced.entrySet()) {
            Path name = names.get(file.getKey());
            int choice = choices.nextInt(3);
            if (choice != 0 && isStill(file.getKey(), name)) {
                takeBack(name, file.getValue(), choice == 1, choices);
            }
        }
        unsynced.clear();
    }

    private static boolean isStill(Object key, Path name) throws IOException {
        return Files.isRegularFile(name, LinkOption.NOFOLLOW_LINKS) && key(name).equals(key);
    }

    private static void takeBack(Path file, Deque<Overwritten> writes, boolean torn, SplittableRandom choices)
            throws IOException {
        long syncedSize = writes.getLast().sizeBefore();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            long written = channel.size();
            for (Overwritten write : writes) {
                takeBack(channel, write, torn, choices);
            }
            if (torn && written > syncedSize) {
                long size = syncedSize + choices.nextLong(written - syncedSize + 1);
                zeroSome(channel, syncedSize, size, choices);
                channel.truncate(size);
            } else {
                channel.truncate(syncedSize);
            }
        }
    }

    private static void takeBack(FileChannel channel, Overwritten write, boolean torn, SplittableRandom choices)
            throws IOException {
        for (int at = 0; at < write.before().length; at += SECTOR) {
            if (!torn || choices.nextBoolean()) {
                int length = Math.min(SECTOR, write.before().length - at);
                channel.write(ByteBuffer.wrap(write.before(), at, length), write.position() + at);
            }
        }
    }

    /** A file system may have grown the file before its bytes arrived: those sectors read as zeros. */
    private static void zeroSome(FileChannel channel, long from, long to, SplittableRandom choices) throws IOException {
        for (long at = from; at < to; at += SECTOR) {
            if (choices.nextInt(4) == 0) {
                channel.write(ByteBuffer.allocate((int) Math.min(SECTOR, to - at)), at);
            }
        }
    }

    private static Object key(Path file) throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                .fileKey();
    }

    private static void readFully(FileChannel channel, ByteBuffer target, long position) throws IOException {
        while (target.hasRemaining()) {
            if (channel.read(target, position + target.position()) < 0) {
                throw new IOException("file shrank while it was read");
            }
        }
    }
}
