package io.hotcopy.embedded.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A journal's directory: segments by number. A segment is made under another name, filled with zeros, given its header,
 * synced, and only then gets its name: under that name there is always a whole header.
 */
final class JournalFiles {

    private static final Pattern SEGMENT = Pattern.compile("\\d{16}\\.seg");
    private static final String SPARE = "spare.tmp";
    private static final ByteBuffer ZEROS = ByteBuffer.allocateDirect(1 << 18).asReadOnlyBuffer();

    /** Zeros are synced in pieces of this size: a longer one makes the syncs of commits wait. */
    private static final int SYNCED_ZEROS = 1 << 20;

    private final Path directory;

    JournalFiles(Path directory) {
        this.directory = directory;
    }

    Path directory() {
        return directory;
    }

    static String name(long number) {
        return String.format(Locale.ROOT, "%016d.seg", number);
    }

    static long number(String name) {
        return Long.parseLong(name.substring(0, name.indexOf('.')));
    }

    /** The segments in order of number, each with the length of its file; none when there is no directory. */
    List<Slice.Segment> segments() throws IOException {
        List<Slice.Segment> segments = new ArrayList<>();
        try (DirectoryStream<Path> paths = Files.newDirectoryStream(directory)) {
            for (Path path : paths) {
                String name = path.getFileName().toString();
                if (SEGMENT.matcher(name).matches()) {
                    segments.add(new Slice.Segment(name, path, Files.size(path)));
                }
            }
        } catch (NoSuchFileException missing) {
            return List.of();
        }
        segments.sort(Comparator.comparing(Slice.Segment::name));
        return segments;
    }

    /**
     * Makes the directory if need be, and removes a spare that an earlier process left. The parent is synced even if
     * the directory is there: whoever made it may have failed before that.
     */
    void prepareDirectory() throws IOException {
        if (!Files.isDirectory(directory)) {
            Files.createDirectory(directory, permissions("rwx------"));
        }
        syncDirectory(directory.toAbsolutePath().getParent());
        Files.deleteIfExists(spare());
    }

    private Path spare() {
        return directory.resolve(SPARE);
    }

    /** Makes a synced file of that many zeros, in place of what was left of an earlier attempt. */
    Path prepareSpare(long bytes) throws IOException {
        removeSpare();
        ByteBuffer zeros = ZEROS.duplicate();
        try (FileChannel channel = FileChannel.open(
                spare(), Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), permissions("rw-------"))) {
            for (long done = 0; done < bytes; done += SYNCED_ZEROS) {
                fill(channel, zeros, done, Math.min(bytes, done + SYNCED_ZEROS));
                channel.force(false);
            }
            channel.force(true);
        }
        return spare();
    }

    private static void fill(FileChannel channel, ByteBuffer zeros, long from, long to) throws IOException {
        for (long done = from; done < to; ) {
            zeros.clear().limit((int) Math.min(zeros.capacity(), to - done));
            done += channel.write(zeros, done);
        }
    }

    void removeSpare() throws IOException {
        Files.deleteIfExists(spare());
    }

    /** Gives the spare its header and its name, everything synced, and opens it for writing. */
    FileChannel publishSpare(SegmentHeader header) throws IOException {
        try (FileChannel channel = open(spare())) {
            ByteBuffer block = header.encode();
            while (block.hasRemaining()) {
                channel.write(block, block.position());
            }
            channel.force(true);
        }
        Path segment = directory.resolve(name(header.number()));
        if (Files.exists(segment)) {
            throw new IOException("\"" + segment + "\" exists already");
        }
        Files.move(spare(), segment, StandardCopyOption.ATOMIC_MOVE);
        syncDirectory(directory);
        return open(segment);
    }

    /** Cuts a segment behind its last whole frame and syncs it: frames that were only read back are on disk now. */
    void settle(Path segment, long end) throws IOException {
        try (FileChannel channel = open(segment)) {
            if (channel.size() > end) {
                channel.truncate(end);
            }
            channel.force(true);
        }
    }

    /** Removes a segment; synced at once, so that after a power failure never an older one is missing than a newer. */
    void delete(Path segment) throws IOException {
        Files.deleteIfExists(segment);
        syncDirectory(directory);
    }

    private static FileChannel open(Path path) throws IOException {
        return FileChannel.open(path, StandardOpenOption.WRITE);
    }

    static void syncDirectory(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private FileAttribute<?>[] permissions(String text) {
        return permissions(directory, text);
    }

    /** What only its owner may touch, where the file system knows owners. */
    static FileAttribute<?>[] permissions(Path path, String text) {
        boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(text))}
                : new FileAttribute<?>[0];
    }
}
