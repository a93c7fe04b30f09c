package io.hotcopy.embedded.journal;

import io.hotcopy.embedded.journal.JournalScan.End;
import io.hotcopy.term.CommitNumber;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gathers what a reader comes across into a {@link JournalScan}. */
final class JournalScanBuilder {

    private final List<View> views = new ArrayList<>();
    private final List<JournalScan.Segment> segments = new ArrayList<>();
    private End end = End.CLEAN;
    private Optional<Path> file = Optional.empty();
    private long offset;
    private String reason = "";
    private Optional<JournalIdentity> identity = Optional.empty();
    private long nextLsn = 1;
    private long lastSegment;
    private CommitNumber before = CommitNumber.ZERO;
    private CommitNumber highestCommit = CommitNumber.ZERO;
    private CommitNumber highestStable = CommitNumber.ZERO;
    private long highestView;

    /** There is a segment of this number, whether it can be read or not. */
    void seen(long number) {
        lastSegment = Math.max(lastSegment, number);
    }

    void add(JournalEntry entry) {
        highestStable = CommitNumber.max(highestStable, entry.stable());
        if (entry.frame() instanceof CommitFrame commit) {
            highestCommit = CommitNumber.max(highestCommit, commit.number());
            highestView = Math.max(highestView, commit.view());
        } else if (entry.frame() instanceof ViewFrame view) {
            views.add(view.view());
            highestView = Math.max(highestView, view.view().number());
        }
    }

    /** A segment has been read to its end. */
    void ended(Slice.Segment segment, SegmentHeader header, SegmentReader reader) {
        if (segments.isEmpty()) {
            before = header.before();
        }
        segments.add(new JournalScan.Segment(
                header.number(),
                segment.path(),
                header.identity().lineage(),
                header.before(),
                reader.end(),
                segment.length()));
        highestCommit = CommitNumber.max(highestCommit, header.before());
        identity = Optional.of(header.identity());
        nextLsn = reader.lsn() + 1;
        file = Optional.of(segment.path());
        offset = reader.missing();
        end = reader.isTorn() ? End.TORN : End.CLEAN;
        reason = reader.isTorn() ? "no whole frame follows lsn " + reader.lsn() : "";
    }

    void damaged(Path where, long at, String why) {
        end = End.DAMAGED;
        file = Optional.of(where);
        offset = at;
        reason = why;
    }

    boolean isDamaged() {
        return end == End.DAMAGED;
    }

    JournalScan build() {
        return new JournalScan(
                end,
                file,
                offset,
                reason,
                identity,
                nextLsn,
                lastSegment,
                before,
                highestCommit,
                highestStable,
                highestView,
                views,
                segments);
    }
}
