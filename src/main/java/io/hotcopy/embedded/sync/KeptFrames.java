package io.hotcopy.embedded.sync;

import io.hotcopy.embedded.journal.Journal;
import io.hotcopy.embedded.journal.JournalReader;
import io.hotcopy.embedded.journal.JournalScan;
import io.hotcopy.embedded.journal.Leases;
import io.hotcopy.embedded.journal.Slice;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.Lineage;
import io.hotcopy.term.StorageGroupName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/**
 * All frames that one running storage manager still keeps: its journal, and before that its sync segments.
 *
 * @param archive its archive
 * @param serves its storage groups
 * @param journal its journal, running
 * @param leases who holds them back
 * @param segments its sync segments
 */
public record KeptFrames(
        ArchiveId archive, SortedSet<StorageGroupName> serves, Journal journal, Leases leases, SyncSegments segments) {

    /** Every commit of its groups after this one is kept. */
    CommitNumber reachesBackTo(Lineage lineage) {
        CommitNumber reach = journal.reachesBackTo();
        List<Stretch> stretches = segments.usableIn(lineage);
        for (int index = stretches.size() - 1; index >= 0; index--) {
            Stretch stretch = stretches.get(index);
            if (!reach.isAfter(stretch.through())) {
                reach = CommitNumber.min(reach, stretch.after());
            }
        }
        return reach;
    }

    /**
     * Where to read a range.
     *
     * @param after not below {@link #reachesBackTo}
     */
    List<Piece> pieces(CommitNumber after, CommitNumber through, Lineage lineage) {
        List<Piece> pieces = new ArrayList<>();
        CommitNumber at = after;
        while (journal.reachesBackTo().isAfter(at)) {
            Stretch stretch = next(at, lineage);
            CommitNumber end = CommitNumber.min(stretch.through(), through);
            pieces.add(piece(stretch, at, end));
            at = stretch.through();
        }
        if (through.isAfter(at)) {
            Slice slice = journal.slice(at);
            pieces.add(new Piece(at, through, CommitNumber.ZERO, false, slice.segments()));
        }
        return pieces;
    }

    private Stretch next(CommitNumber at, Lineage lineage) {
        Optional<Stretch> next = segments.usableIn(lineage).stream()
                .filter(stretch ->
                        !stretch.after().isAfter(at) && stretch.through().isAfter(at))
                .reduce((before, later) -> later);
        return next.orElseThrow(() -> new IllegalStateException(
                "the sync segments of archive " + archive + " do not go on after commit " + at));
    }

    private static Piece piece(Stretch stretch, CommitNumber after, CommitNumber through) {
        JournalScan scan = JournalReader.scan(stretch.directory(), entry -> {});
        List<Slice.Segment> segments = scan.segments().stream()
                .map(segment ->
                        new Slice.Segment(segment.path().getFileName().toString(), segment.path(), segment.bytes()))
                .toList();
        boolean whole = !stretch.through().isAfter(through) && stretch.last().isAfter(after);
        return new Piece(after, through, whole ? stretch.last() : CommitNumber.ZERO, true, segments);
    }
}
