package io.hotcopy.embedded.changes;

import io.hotcopy.embedded.journal.Operation;
import io.hotcopy.term.CommitRange;
import io.hotcopy.term.StorageGroupName;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.util.Arrays;

/**
 * Writes one storage group's changed records in the order of their keys. The file is whole only after
 * {@link #finish()}; the channel is neither synced nor closed. Used by one thread.
 */
public final class ChangeFileWriter {

    private final WritableByteChannel target;
    private final int header;
    private ByteBuffer block = emptyBlock(ChangeFormat.USUAL_BLOCK);
    private byte[] last;
    private long offset;
    private long records;
    private boolean finished;

    /**
     * Begins a file.
     *
     * @param target takes every byte, from the first on
     * @param range the commits that the file sums up
     * @throws IOException what the target threw
     */
    public ChangeFileWriter(WritableByteChannel target, StorageGroupName group, CommitRange range) throws IOException {
        this.target = target;
        ByteBuffer begin = ChangeHeader.encode(group, range);
        this.header = ChangeHeader.checksumOf(begin);
        write(begin);
    }

    /** The file's path within an element's data, with {@code /} as separator. */
    public static String name(StorageGroupName group) {
        return "changes/" + group + ".changes";
    }

    /**
     * Adds a record that was written.
     *
     * @param key comes after all keys before, bytes compared unsigned
     * @throws IllegalArgumentException when it does not, or names no table, or the record is too long
     * @throws IOException what the target threw
     */
    public void put(byte[] key, byte[] value) throws IOException {
        add(key, value.length);
        block.put(value);
    }

    /** Adds a record that was deleted: a tombstone; throws what {@link #put} throws. */
    public void delete(byte[] key) throws IOException {
        add(key, ChangeFormat.TOMBSTONE);
    }

    private void add(byte[] key, int valueLength) throws IOException {
        requireNext(key);
        long length = (long) ChangeFormat.RECORD_LENGTHS + key.length + Math.max(0, valueLength);
        if (length > ChangeFormat.MAX_BLOCK) {
            throw new IllegalArgumentException("a record of " + length + " bytes is too long");
        }
        if (length > block.remaining()) {
            flush();
            block = length > ChangeFormat.USUAL_BLOCK ? emptyBlock((int) length) : block;
        }
        block.putInt(key.length).put(key).putInt(valueLength);
        last = key;
        records++;
    }

    private void requireNext(byte[] key) {
        if (finished) {
            throw new IllegalStateException("the file of changes is finished");
        }
        if (key.length < Operation.TABLE_BYTES) {
            throw new IllegalArgumentException("key of " + key.length + " bytes has no table id");
        }
        if (last != null && Arrays.compareUnsigned(last, key) >= 0) {
            throw new IllegalArgumentException("keys do not rise");
        }
    }

    private void flush() throws IOException {
        int length = block.position() - ChangeFormat.PREFIX;
        if (length > 0) {
            block.flip();
            writeChecked(block, length);
        }
        block = block.capacity() > ChangeFormat.PREFIX + ChangeFormat.USUAL_BLOCK
                ? emptyBlock(ChangeFormat.USUAL_BLOCK)
                : block.clear().position(ChangeFormat.PREFIX);
    }

    private static ByteBuffer emptyBlock(int length) {
        return ByteBuffer.allocate(ChangeFormat.PREFIX + length).position(ChangeFormat.PREFIX);
    }

    /** Puts length and checksum before the content and writes both. */
    private void writeChecked(ByteBuffer prefixed, int length) throws IOException {
        ByteBuffer content = prefixed.duplicate().position(ChangeFormat.PREFIX);
        prefixed.putInt(0, length);
        prefixed.putInt(Integer.BYTES, ChangeFormat.checksum(header, offset, length, content));
        write(prefixed);
    }

    private void write(ByteBuffer bytes) throws IOException {
        offset += bytes.remaining();
        while (bytes.hasRemaining()) {
            target.write(bytes);
        }
    }

    /**
     * Writes what is left and the trailer; a second call does nothing.
     *
     * @throws IOException what the target threw
     */
    public void finish() throws IOException {
        if (!finished) {
            flush();
            ByteBuffer trailer = ByteBuffer.allocate(ChangeFormat.PREFIX + Long.BYTES);
            writeChecked(trailer.putLong(ChangeFormat.PREFIX, records), 0);
            finished = true;
        }
    }

    /** Number of records added. */
    public long records() {
        return records;
    }
}
