package io.hotcopy.workload;

import io.hotcopy.problem.HotCopyException;
import io.hotcopy.term.CommitNumber;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;

/**
 * The list of acknowledged transfers, in a file of its own outside the database: what the database must hold.
 *
 * <p>Fixed records of 24 bytes, big-endian: commit number, from, to, amount, flags (1 = crossing). Appended in the
 * order of the answers, which is not the order of the commit numbers: transfers only add and subtract, so order does
 * not matter. It is no part of the product's promise and is not fsynced: a run that dies leaves its own database
 * behind, and the crash tests keep their ledger in the surviving process.
 */
final class Ledger implements AutoCloseable {

    private static final int RECORD = 24;

    private final Path file;
    private final FileChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocate(RECORD * 4096);

    /** Creates the file, which must not exist yet. */
    Ledger(Path file) {
        this.file = file;
        try {
            channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new HotCopyException("cannot create the ledger \"" + file + "\": " + e.getMessage(), e);
        }
    }

    synchronized void record(LedgerEntry entry) {
        if (buffer.remaining() < RECORD) {
            flush();
        }
        buffer.putLong(entry.commit().value())
                .putInt(entry.from())
                .putInt(entry.to())
                .putInt(entry.amount())
                .putInt(entry.crossing() ? 1 : 0);
    }

    /** Hands every entry recorded so far to the consumer. */
    synchronized void forEach(Consumer<LedgerEntry> each) {
        flush();
        try (FileChannel reading = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer records = ByteBuffer.allocate(RECORD * 4096);
            while (reading.read(records) >= 0) {
                records.flip();
                while (records.remaining() >= RECORD) {
                    each.accept(readEntry(records));
                }
                records.compact();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the ledger " + file, e);
        }
    }

    @Override
    public synchronized void close() {
        flush();
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close the ledger " + file, e);
        }
    }

    private static LedgerEntry readEntry(ByteBuffer records) {
        CommitNumber commit = new CommitNumber(records.getLong());
        return new LedgerEntry(commit, records.getInt(), records.getInt(), records.getInt(), records.getInt() == 1);
    }

    private void flush() {
        if (!channel.isOpen()) {
            return;
        }
        buffer.flip();
        try {
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
        } catch (IOException e) {
            throw new HotCopyException("cannot write the ledger \"" + file + "\": " + e.getMessage(), e);
        }
        buffer.clear();
    }
}
