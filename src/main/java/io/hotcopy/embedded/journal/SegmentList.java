package io.hotcopy.embedded.journal;

import io.hotcopy.problem.HotCopyException;
import io.hotcopy.term.CommitNumber;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Which segments a running journal has, and through where they are synced. Any thread. */
final class SegmentList {

    private final JournalFiles files;
    private final List<Entry> entries = new ArrayList<>();

    /** The highest commit that is synced. */
    private CommitNumber highest;

    private static final class Entry {
        private final Path path;
        private final long number;
        private final CommitNumber before;
        private long bytes;
        private long end;

        Entry(Path path, long number, CommitNumber before, long bytes, long end) {
            this.path = path;
            this.number = number;
            this.before = before;
            this.bytes = bytes;
            this.end = end;
        }
    }

    /** @param found the segments that are there already */
    SegmentList(JournalFiles files, JournalScan found) {
        this.files = files;
        this.highest = found.highestCommit();
        for (JournalScan.Segment segment : found.segments()) {
            entries.add(new Entry(segment.path(), segment.number(), segment.before(), segment.bytes(), segment.end()));
        }
    }

    /** Cuts the newest segment that was found behind its last whole frame, and syncs it. */
    synchronized void settle() throws IOException {
        if (!entries.isEmpty()) {
            Entry newest = entries.get(entries.size() - 1);
            files.settle(newest.path, newest.end);
            newest.bytes = Math.min(newest.bytes, newest.end);
        }
    }

    /** A new segment was begun. */
    synchronized void begun(SegmentHeader header, long bytes) {
        entries.add(new Entry(
                files.directory().resolve(JournalFiles.name(header.number())),
                header.number(),
                header.before(),
                bytes,
                FrameFormat.BLOCK));
    }

    /** The newest segment is synced through {@code end}, and with it all commits through {@code commit}. */
    synchronized void synced(long end, CommitNumber commit) {
        entries.get(entries.size() - 1).end = end;
        highest = commit;
    }

    synchronized long usedBytes() {
        return entries.stream().mapToLong(entry -> entry.bytes).sum();
    }

    /** What is written of the segments that a slice after this commit, or after the first one known, consists of. */
    synchronized long bytesAfter(CommitNumber after) {
        CommitNumber from = CommitNumber.max(after, reachesBackTo());
        return slice(from).segments().stream().mapToLong(Slice.Segment::length).sum();
    }

    synchronized CommitNumber reachesBackTo() {
        return entries.get(0).before;
    }

    synchronized Slice slice(CommitNumber after) {
        if (reachesBackTo().isAfter(after)) {
            throw new HotCopyException("the journal in \"" + files.directory() + "\" no longer holds the commits after "
                    + after + ": it reaches back to " + reachesBackTo());
        }
        int first = 0;
        while (first + 1 < entries.size() && !entries.get(first + 1).before.isAfter(after)) {
            first++;
        }
        List<Slice.Segment> segments = entries.subList(first, entries.size()).stream()
                .map(entry -> new Slice.Segment(JournalFiles.name(entry.number), entry.path, entry.end))
                .toList();
        return new Slice(after, highest, segments);
    }

    /** Whether the oldest segment is closed and every commit in it is {@code floor} or below. */
    synchronized boolean isRecyclable(CommitNumber floor) {
        return entries.size() > 1 && !entries.get(1).before.isAfter(floor);
    }

    /**
     * Deletes closed segments, oldest first, while every commit in them is {@code floor} or below. One thread at a
     * time; the writer is not kept waiting for the disk meanwhile.
     */
    void recycle(CommitNumber floor) {
        while (isRecyclable(floor)) {
            Path oldest = oldest();
            try {
                files.delete(oldest);
            } catch (IOException failure) {
                throw new HotCopyException("cannot delete \"" + oldest + "\": " + failure.getMessage(), failure);
            }
            removeOldest();
        }
    }

    private synchronized Path oldest() {
        return entries.get(0).path;
    }

    private synchronized void removeOldest() {
        entries.remove(0);
    }
}
