package io.hotcopy.driver;

import io.hotcopy.term.CommitRange;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A piece of one archive's journal, as files to copy verbatim. What lies in them beyond the range is ignored by every
 * reader.
 *
 * @param range the commits it serves
 * @param files the segments, oldest first; the last one shortened to what was synced when the cut was stable
 * @param earliest the least time of a commit in the range; empty when there is none
 * @param latest the greatest time of a commit in the range; empty when there is none
 */
public record JournalSlice(
        CommitRange range, List<SourceFile> files, Optional<Instant> earliest, Optional<Instant> latest) {

    public JournalSlice {
        files = List.copyOf(files);
    }
}
