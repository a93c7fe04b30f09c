package io.hotcopy.embedded.journal;

import io.hotcopy.embedded.journal.FrameFormat.Stamp;
import io.hotcopy.term.CommitNumber;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes segments with chosen group commits, without a journal's timing; the same arguments give the same bytes. */
final class WrittenSegments {

    static final long BYTES = 32 << 10;

    private final Path directory;
    private final JournalFiles files;
    private final ByteBuffer buffer = ByteBuffer.allocate(16 << 10);
    private CommitNumber highest = CommitNumber.ZERO;
    private CommitNumber stable = CommitNumber.ZERO;
    private long number;
    private long lsn;
    private SegmentWriter writer;

    WrittenSegments(Path directory) throws IOException {
        this.directory = directory;
        this.files = new JournalFiles(directory);
        files.prepareDirectory();
    }

    WrittenSegments segment(long nonce) throws IOException {
        close();
        number++;
        files.prepareSpare(BYTES);
        SegmentHeader header = new SegmentHeader(SampleJournal.IDENTITY, number, nonce, lsn + 1, highest);
        writer = new SegmentWriter(files.publishSpare(header), header, BYTES, buffer.clear());
        return this;
    }

    WrittenSegments stable(long number) {
        stable = new CommitNumber(number);
        return this;
    }

    WrittenSegments groupCommit(Frame... frames) throws IOException {
        long synced = lsn;
        for (Frame frame : frames) {
            lsn++;
            writer.add(frame, (int) FrameEncoder.length(frame), new Stamp(lsn, synced, stable));
            if (frame instanceof CommitFrame commit) {
                highest = commit.number();
            }
        }
        writer.sync();
        return this;
    }

    /** Where the next group commit begins. */
    long position() {
        return writer.position();
    }

    Path file(long segment) {
        return directory.resolve(JournalFiles.name(segment));
    }

    /** Ends the last segment as a stop does. */
    WrittenSegments end() throws IOException {
        writer.trim();
        close();
        return this;
    }

    private void close() throws IOException {
        if (writer != null) {
            writer.close();
        }
    }

    List<JournalEntry> entries() {
        List<JournalEntry> entries = new ArrayList<>();
        JournalReader.scan(directory, entries::add);
        return entries;
    }
}
