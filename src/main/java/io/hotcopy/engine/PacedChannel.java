package io.hotcopy.engine;

import io.hotcopy.backupset.ElementFileWriter;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;

/** Takes what a database writes, no faster than the archive's rate. Closing it leaves the file to its owner. */
final class PacedChannel implements WritableByteChannel {

    /** The copy was cancelled while its writer was held back. */
    static final class CancelledException extends InterruptedIOException {
        private static final long serialVersionUID = 1L;

        private final InterruptedException interrupt;

        CancelledException(InterruptedException interrupt) {
            super("hot copy cancelled");
            this.interrupt = interrupt;
            initCause(interrupt);
        }

        InterruptedException interrupt() {
            return interrupt;
        }
    }

    private static final int PIECE_BYTES = 1 << 20;

    private final ElementFileWriter target;
    private final Throttle throttle;
    private final Meter meter;
    private boolean open = true;

    PacedChannel(ElementFileWriter target, Throttle throttle, Meter meter) {
        this.target = target;
        this.throttle = throttle;
        this.meter = meter;
    }

    @Override
    public int write(ByteBuffer bytes) throws CancelledException {
        int all = bytes.remaining();
        while (bytes.hasRemaining()) {
            int piece = Math.min(bytes.remaining(), throttle.piece(PIECE_BYTES));
            await(piece);
            ByteBuffer next = bytes.slice(bytes.position(), piece);
            bytes.position(bytes.position() + piece);
            target.write(next);
            meter.moved(piece);
        }
        return all;
    }

    private void await(int piece) throws CancelledException {
        try {
            throttle.take(piece);
        } catch (InterruptedException cancelled) {
            throw new CancelledException(cancelled);
        }
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public void close() {
        open = false;
    }
}
