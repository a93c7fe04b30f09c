package io.hotcopy.embedded.start;

import io.hotcopy.embedded.journal.JournalEntry;
import io.hotcopy.embedded.journal.JournalReader;
import io.hotcopy.embedded.journal.JournalScan;
import io.hotcopy.embedded.journal.Slice;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.CommitNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * What one present archive tells.
 *
 * @param archive its number
 * @param scan what reading its whole journal found
 * @param persisted the commit up to which its files hold everything
 */
public record Evidence(ArchiveId archive, JournalScan scan, CommitNumber persisted) {

    /** The highest commit that it knows to have been stable. */
    public CommitNumber stable() {
        return CommitNumber.max(scan.highestStable(), persisted);
    }

    /** The highest commit that it holds, in files or journal. */
    CommitNumber reach() {
        return CommitNumber.max(scan.highestCommit(), persisted);
    }

    /** Reads the whole frames of the segments that hold commits after one; those before it in the first come too. */
    public void read(CommitNumber after, Consumer<JournalEntry> each) {
        List<Slice.Segment> segments = new ArrayList<>();
        List<JournalScan.Segment> all = scan.segments();
        for (int index = 0; index < all.size(); index++) {
            boolean last = index + 1 == all.size();
            if (last || all.get(index + 1).before().isAfter(after)) {
                JournalScan.Segment segment = all.get(index);
                segments.add(
                        new Slice.Segment(segment.path().getFileName().toString(), segment.path(), segment.bytes()));
            }
        }
        if (!segments.isEmpty()) {
            JournalReader.scan(new Slice(after, scan.highestCommit(), segments), each);
        }
    }
}
