package io.hotcopy.backupset;

import io.hotcopy.problem.HotCopyException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.zip.CRC32C;

/** Writes one file of an element, computing its CRC32C in passing. Used by one thread. */
public final class ElementFileWriter implements AutoCloseable {

    /** All pieces but a file's last are best a multiple of this long. */
    public static final int BLOCK = UncachedFile.BLOCK;

    private final String name;
    private final Path file;
    private final UncachedFile target;
    private final Consumer<DataFile> whenFinished;
    private final CRC32C checksum = new CRC32C();
    private long size;

    ElementFileWriter(String name, Path file, UncachedFile target, Consumer<DataFile> whenFinished) {
        this.name = name;
        this.file = file;
        this.target = target;
        this.whenFinished = whenFinished;
    }

    /** A buffer out of which multiples of {@link #BLOCK} are written at the least cost. */
    public static ByteBuffer buffer(int bytes) {
        return UncachedFile.buffer(bytes);
    }

    /**
     * Appends all remaining bytes of a buffer.
     *
     * @throws HotCopyException when the disk fails or is full, or the thread was interrupted
     */
    public void write(ByteBuffer bytes) {
        checksum.update(bytes.duplicate());
        size += bytes.remaining();
        try {
            target.write(bytes);
        } catch (IOException trouble) {
            throw FileTrouble.cannot("write", file, trouble);
        }
    }

    /**
     * Syncs the file, closes it and enters it in the element.
     *
     * @return how the manifest will know it
     * @throws HotCopyException when the disk fails
     */
    public DataFile finish() {
        try {
            target.sync();
            target.close();
        } catch (IOException trouble) {
            throw FileTrouble.cannot("write", file, trouble);
        }
        DataFile written = new DataFile(name, size, (int) checksum.getValue());
        whenFinished.accept(written);
        return written;
    }

    /** Closes the file; when it was not finished, the element can only be abandoned. */
    @Override
    public void close() {
        try {
            target.close();
        } catch (IOException trouble) {
            throw FileTrouble.cannot("close", file, trouble);
        }
    }
}
