package io.hotcopy.embedded.journal;

import static io.hotcopy.embedded.journal.FrameFormat.BLOCK;

import io.hotcopy.term.CommitNumber;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.CRC32C;

/**
 * One segment: bytes in, its whole frames in order out, and how it ends.
 *
 * <p>Where no frame stands, the rest of the segment is searched at every block, for a group commit begins on one: the
 * missing frame itself (then only padding lay between), or a frame that says the missing one was synced before it was
 * written (then the segment is damaged). Frames further on that say no such thing are the rest of a torn group commit.
 */
final class SegmentReader {

    private final FileWindow window;
    private final SegmentHeader header;
    private final FrameReading reading;
    private long lsn;
    private long offset = BLOCK;
    private long end = BLOCK;
    private long missing = BLOCK;
    private boolean torn;

    /**
     * @param window turned to the segment's file
     * @param reading what is made of each frame
     */
    SegmentReader(FileWindow window, SegmentHeader header, FrameReading reading) {
        this.window = window;
        this.header = header;
        this.reading = reading;
        this.lsn = header.firstLsn() - 1;
    }

    /** A frame found, not yet decoded. */
    private record Found(long offset, int length, long lsn, long synced) {}

    /**
     * Reads all frames.
     *
     * @param lastLsn where the journal left this segment for the next one; {@code Long.MAX_VALUE} for the newest
     * @return what proves it damaged; empty when nothing does
     */
    Optional<String> read(long lastLsn, Consumer<JournalEntry> each) throws IOException {
        while (lsn < lastLsn) {
            Optional<Found> found = next();
            if (found.isEmpty()) {
                break;
            }
            if (found.get().lsn() != lsn + 1) {
                return Optional.of("no whole frame follows lsn " + lsn + ", but the one at offset "
                        + found.get().offset() + " was written when lsn "
                        + found.get().synced() + " was synced");
            }
            each.accept(entry(found.get()));
            lsn = found.get().lsn();
            end = found.get().offset() + found.get().length();
            offset = FrameFormat.align(end, FrameFormat.ALIGNMENT);
            missing = FrameFormat.align(end, BLOCK);
        }
        if (lastLsn < lsn) {
            return Optional.of("it begins after lsn " + lsn + ", but the next segment already after lsn " + lastLsn);
        }
        if (lastLsn != Long.MAX_VALUE && lsn < lastLsn) {
            return Optional.of(
                    "no whole frame follows lsn " + lsn + ", but the next segment begins after lsn " + lastLsn);
        }
        return Optional.empty();
    }

    /** The log sequence number of the last whole frame. */
    long lsn() {
        return lsn;
    }

    /** Where the next frame was looked for and not found: the first bytes that are neither padding nor a frame. */
    long missing() {
        return missing;
    }

    /** The block boundary after the last whole frame. */
    long end() {
        return FrameFormat.align(end, BLOCK);
    }

    /** Whether something other than zeros follows the last whole frame. */
    boolean isTorn() {
        return torn;
    }

    /** The next frame, or one further on that proves the next one lost, or nothing. */
    private Optional<Found> next() throws IOException {
        torn = false;
        missing = FrameFormat.align(offset, BLOCK);
        for (long at = offset; at < window.end(); at = FrameFormat.align(at + 1, BLOCK)) {
            if (isZero(at)) {
                continue;
            }
            Optional<Found> found = frameAt(at);
            if (found.isPresent()
                    && (found.get().lsn() == lsn + 1 || found.get().synced() > lsn)) {
                return found;
            }
            missing = torn ? missing : at;
            torn = true;
        }
        return Optional.empty();
    }

    private boolean isZero(long at) throws IOException {
        int length = (int) (Math.min(FrameFormat.align(at + 1, BLOCK), window.end()) - at);
        ByteBuffer block = window.at(at, length);
        while (block.remaining() >= Long.BYTES) {
            if (block.getLong() != 0) {
                return false;
            }
        }
        while (block.hasRemaining()) {
            if (block.get() != 0) {
                return false;
            }
        }
        return true;
    }

    /** A whole frame of this generation that is later than the last one. */
    private Optional<Found> frameAt(long at) throws IOException {
        if (window.end() - at < FrameFormat.HEADER) {
            return Optional.empty();
        }
        ByteBuffer start = window.at(at, FrameFormat.HEADER);
        int length = start.getInt();
        int expected = start.getInt();
        Found found = new Found(at, length, start.getLong(), start.getLong());
        if (!isPlausible(found) || checksum(found) != expected) {
            return Optional.empty();
        }
        return Optional.of(found);
    }

    /** Rules out nearly everything that is no frame before its checksum has to be computed. */
    private boolean isPlausible(Found found) {
        return found.length() >= FrameFormat.HEADER
                && found.length() <= Math.min(FrameFormat.MAX_BYTES, window.end() - found.offset())
                && found.synced() < found.lsn()
                && found.lsn() > lsn
                && found.lsn() - lsn <= window.end() / FrameFormat.HEADER;
    }

    private int checksum(Found found) throws IOException {
        CRC32C checksum = FrameFormat.checksum(header.nonce(), found.offset(), found.length());
        checksum.update(window.at(found.offset(), found.length()).position(FrameFormat.PREFIX));
        return (int) checksum.getValue();
    }

    private JournalEntry entry(Found found) throws IOException {
        ByteBuffer bytes = window.at(found.offset(), found.length()).position(FrameFormat.PREFIX + 2 * Long.BYTES);
        CommitNumber stable = new CommitNumber(bytes.getLong());
        long time = bytes.getLong();
        Instant instant = FrameFormat.fromMicroseconds(time);
        int type = bytes.get();
        Frame frame = reading.read(type, instant, found.offset(), bytes);
        return new JournalEntry(header.number(), found.offset(), found.lsn(), stable, frame);
    }
}
