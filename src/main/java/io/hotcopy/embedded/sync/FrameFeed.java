package io.hotcopy.embedded.sync;

import io.hotcopy.embedded.journal.CommitFrame;
import io.hotcopy.embedded.journal.JournalEntry;
import io.hotcopy.embedded.journal.JournalReader;
import io.hotcopy.embedded.journal.JournalScan;
import io.hotcopy.embedded.journal.Operation;
import io.hotcopy.embedded.journal.Slice;
import io.hotcopy.embedded.journal.VoidFilter;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.StorageGroupName;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.SortedSet;

/**
 * The commits of one storage manager's frames, one by one: those of a range that count and touch one of some groups,
 * with the operations of these groups only. One segment at a time is in memory. Used by one thread.
 */
final class FrameFeed {

    private final Iterator<Piece> pieces;
    private final SortedSet<StorageGroupName> groups;
    private final VoidFilter voids;
    private final Deque<CommitFrame> ready = new ArrayDeque<>();
    private Piece piece;
    private List<Slice.Segment> segments = List.of();
    private int next;
    private CommitNumber highest = CommitNumber.ZERO;
    private long lsn;

    FrameFeed(List<Piece> pieces, SortedSet<StorageGroupName> groups, VoidFilter voids) {
        this.pieces = pieces.iterator();
        this.groups = groups;
        this.voids = voids;
    }

    /** The next commit, which stays the next; {@code null} when there is none. */
    CommitFrame peek() {
        while (ready.isEmpty() && more()) {
            read(next++);
        }
        return ready.peek();
    }

    CommitFrame next() {
        peek();
        return ready.poll();
    }

    /** Whether there is a segment to be read. */
    private boolean more() {
        while (next == segments.size()) {
            if (piece != null && piece.last().isAfter(highest)) {
                throw new HotCopyException(
                        "the sync segments that should hold commit " + piece.last() + " end after commit " + highest);
            }
            if (!pieces.hasNext()) {
                return false;
            }
            piece = pieces.next();
            segments = piece.segments();
            next = 0;
            highest = CommitNumber.ZERO;
            lsn = 0;
        }
        return true;
    }

    private void read(int index) {
        JournalScan scan = JournalReader.scan(new Slice(piece.after(), piece.through(), segments), index, this::take);
        boolean newest = index + 1 == segments.size();
        boolean torn = scan.end() == JournalScan.End.TORN && piece.mayBeTorn() && newest;
        if (scan.end() != JournalScan.End.CLEAN && !torn) {
            throw new HotCopyException("\"" + scan.file().orElseThrow() + "\" is damaged: " + scan.reason());
        }
    }

    private void take(JournalEntry entry) {
        if (lsn != 0 && entry.lsn() != lsn + 1) {
            throw new HotCopyException("a journal is damaged: lsn " + entry.lsn() + " follows " + lsn);
        }
        lsn = entry.lsn();
        if (entry.frame() instanceof CommitFrame commit
                && commit.number().isAfter(piece.after())
                && !commit.number().isAfter(piece.through())
                && !voids.isVoid(commit)) {
            highest = commit.number();
            if (commit.touched().stream().anyMatch(groups::contains)) {
                ready.add(trimmed(commit));
            }
        }
    }

    private CommitFrame trimmed(CommitFrame commit) {
        List<Operation> operations = commit.operations().stream()
                .filter(operation -> groups.contains(operation.group()))
                .toList();
        return with(commit, operations);
    }

    /** The same commit with other operations. */
    static CommitFrame with(CommitFrame commit, List<Operation> operations) {
        return new CommitFrame(
                commit.number(),
                commit.view(),
                commit.time(),
                commit.participants(),
                commit.touched(),
                commit.differences(),
                operations);
    }
}
