package io.hotcopy.driver;

import io.hotcopy.term.CommitRange;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What changed in one archive over a range of commits: the last value or tombstone of each changed record, per storage
 * group, as files that a restore merges over the state at the beginning of the range.
 *
 * @param range the commits it sums up
 * @param files what is written into the element
 * @param earliest the least time of a commit in the range; empty when there is none
 * @param latest the greatest time of a commit in the range; empty when there is none
 */
public record Changes(
        CommitRange range, List<ProducedFile> files, Optional<Instant> earliest, Optional<Instant> latest) {

    public Changes {
        files = List.copyOf(files);
    }
}
