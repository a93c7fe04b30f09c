package io.hotcopy.embedded.changes;

import io.hotcopy.backupset.FileTrouble;
import io.hotcopy.embedded.journal.Operation;
import io.hotcopy.term.CommitRange;
import io.hotcopy.term.StorageGroupName;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/**
 * Steps through a file of changes in the order of keys. No record is shown before the checksum of its block is found
 * right; the file is known to be whole when {@link #next()} has said that there are no more. Memory: one block. Used by
 * one thread.
 *
 * <pre>{@code
 * try (ChangeCursor cursor = ChangeCursor.open(file)) {
 *     while (cursor.next()) { use(cursor.key(), cursor.value()); }
 * }
 * }</pre>
 */
public final class ChangeCursor implements ChangeStream {

    private final ChangeInput source;
    private final ChangeHeader header;
    private ByteBuffer block = ByteBuffer.allocate(0);
    private long blockEnd;
    private byte[] key;
    private byte[] value;
    private long records;
    private boolean ended;

    private ChangeCursor(ChangeInput source) {
        this.source = source;
        this.header = ChangeHeader.read(source);
    }

    /**
     * Opens a file.
     *
     * @throws io.hotcopy.embedded.store.DamagedArchiveException when its header is damaged
     * @throws io.hotcopy.problem.HotCopyException when it is not ours, is of a later version, or cannot be read
     */
    public static ChangeCursor open(Path file) {
        try {
            return over(FileChannel.open(file, StandardOpenOption.READ), file);
        } catch (IOException trouble) {
            throw FileTrouble.cannot("read", file, trouble);
        }
    }

    /**
     * Reads what a channel gives from its present position on; the cursor closes it, also when this throws what
     * {@link #open} throws.
     *
     * @param file names the bytes in messages
     */
    public static ChangeCursor over(ReadableByteChannel channel, Path file) {
        ChangeInput source = new ChangeInput(file, channel);
        try {
            return new ChangeCursor(source);
        } catch (RuntimeException trouble) {
            source.close();
            throw trouble;
        }
    }

    /** The storage group whose records these are. */
    @Override
    public StorageGroupName group() {
        return header.group();
    }

    /** The commits that are summed up. */
    public CommitRange range() {
        return header.range();
    }

    /**
     * Goes to the next record.
     *
     * @return whether there is one
     * @throws io.hotcopy.embedded.store.DamagedArchiveException naming file and offset, when the file is damaged or
     *     ends too early or too late
     * @throws io.hotcopy.problem.HotCopyException when it cannot be read
     */
    @Override
    public boolean next() {
        if (!ended && !block.hasRemaining()) {
            nextBlock();
        }
        if (ended) {
            key = null;
            value = null;
            return false;
        }
        nextRecord();
        return true;
    }

    private void nextBlock() {
        long offset = source.offset();
        ByteBuffer prefix = source.read(ChangeFormat.PREFIX, "the length of a block");
        int length = prefix.getInt();
        int stated = prefix.getInt();
        if (length < 0 || length > ChangeFormat.MAX_BLOCK) {
            throw source.damaged("a block says that it is " + length + " bytes long", offset);
        }
        boolean trailer = length == 0;
        ByteBuffer content = source.read(trailer ? Long.BYTES : length, trailer ? "its trailer" : "a block");
        if (stated != ChangeFormat.checksum(header.checksum(), offset, length, content)) {
            throw source.damaged((trailer ? "the trailer" : "a block") + " does not have the checksum stated", offset);
        }
        if (trailer) {
            end(content.getLong(), offset);
        } else {
            block = content;
            blockEnd = source.offset();
        }
    }

    private void end(long stated, long offset) {
        if (stated != records) {
            throw source.damaged("it holds " + records + " records and states " + stated, offset);
        }
        if (!source.isAtEnd()) {
            throw source.damaged("bytes follow its trailer", source.offset());
        }
        ended = true;
    }

    private void nextRecord() {
        long offset = blockEnd - block.remaining();
        byte[] before = key;
        key = bytes(length(offset), offset);
        if (key.length < Operation.TABLE_BYTES || before != null && Arrays.compareUnsigned(before, key) >= 0) {
            throw source.damaged("a key that does not come next", offset);
        }
        int valueLength = length(offset);
        value = valueLength == ChangeFormat.TOMBSTONE ? null : bytes(valueLength, offset);
        records++;
    }

    private int length(long offset) {
        if (block.remaining() < Integer.BYTES) {
            throw source.damaged("a record runs beyond its block", offset);
        }
        return block.getInt();
    }

    private byte[] bytes(int length, long offset) {
        if (length < 0 || length > block.remaining()) {
            throw source.damaged("a record has a part of " + length + " bytes", offset);
        }
        byte[] part = new byte[length];
        block.get(part);
        return part;
    }

    /** The present record's complete key; an array of its own. */
    @Override
    public byte[] key() {
        requireRecord();
        return key;
    }

    /** The present record's value, an array of its own; {@code null} for a tombstone. */
    @Override
    public byte[] value() {
        requireRecord();
        return value;
    }

    private void requireRecord() {
        if (key == null) {
            throw new IllegalStateException("the cursor stands on no record");
        }
    }

    /** A second call does nothing. */
    @Override
    public void close() {
        source.close();
    }
}
