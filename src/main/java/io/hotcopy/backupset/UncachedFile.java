package io.hotcopy.backupset;

import com.sun.nio.file.ExtendedOpenOption;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/**
 * A new file that is written from its beginning to its end and not read soon. Whole blocks go past the page cache where
 * the file system lets them: a copy of an archive would else push the database's own files out of memory, and filling
 * the cache takes five times the processor time of everything else that is done to a byte. Used by one thread.
 *
 * <p>Past the cache or not, what was written is safe only after {@link #sync()}.
 */
final class UncachedFile implements Closeable {

    /** What is written past the cache, its place in memory and its place in the file are multiples of this. */
    static final int BLOCK = 4096;

    /** Less than this is written through the cache: a second channel would cost more than it saves. */
    private static final int LEAST_BYTES = 1 << 16;

    private final Path path;
    private final FileChannel cached;
    /** The same file; null as long as no piece was fit for it, and where the file system has no such thing. */
    private FileChannel direct;

    private boolean tried;
    private long position;

    private UncachedFile(Path path, FileChannel cached) {
        this.path = path;
        this.cached = cached;
    }

    /** Creates it for us alone; it must not exist. */
    static UncachedFile create(Path path) throws IOException {
        return new UncachedFile(path, SyncedFiles.createFile(path));
    }

    /** A buffer out of which whole blocks can be written past the cache. */
    static ByteBuffer buffer(int bytes) {
        return ByteBuffer.allocateDirect(bytes + 2 * BLOCK).alignedSlice(BLOCK).limit(bytes);
    }

    /** Appends all remaining bytes. */
    void write(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            int blocks = blocks(bytes);
            position += blocks > 0 ? writeDirectly(bytes, blocks) : cached.write(bytes, position);
        }
    }

    /** Writes so many of these bytes or less, and takes from them what it wrote. */
    private int writeDirectly(ByteBuffer bytes, int blocks) throws IOException {
        int written = direct.write(bytes.slice(bytes.position(), blocks), position);
        bytes.position(bytes.position() + written);
        return written;
    }

    /** How many of these bytes can go past the cache; zero when the first cannot. */
    private int blocks(ByteBuffer bytes) {
        boolean aligned = position % BLOCK == 0
                && bytes.remaining() >= BLOCK
                && bytes.isDirect()
                && bytes.alignmentOffset(bytes.position(), BLOCK) == 0;
        if (aligned && !tried && bytes.remaining() >= LEAST_BYTES) {
            tried = true;
            direct = open();
        }
        return aligned && direct != null ? bytes.remaining() / BLOCK * BLOCK : 0;
    }

    private FileChannel open() {
        try {
            return BLOCK % Files.getFileStore(path).getBlockSize() == 0
                    ? FileChannel.open(path, Set.of(StandardOpenOption.WRITE, ExtendedOpenOption.DIRECT))
                    : null;
        } catch (IOException | UnsupportedOperationException cachedOnly) {
            // Some file systems keep everything in memory, some do not tell their blocks, some machines know nothing
            // of this.
            return null;
        }
    }

    /** Makes all that was written survive a crash. */
    void sync() throws IOException {
        cached.force(true);
    }

    @Override
    public void close() throws IOException {
        try (FileChannel first = direct) {
            cached.close();
        }
    }
}
