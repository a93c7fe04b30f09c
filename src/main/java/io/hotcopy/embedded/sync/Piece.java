package io.hotcopy.embedded.sync;

import io.hotcopy.embedded.journal.Slice;
import io.hotcopy.term.CommitNumber;
import java.util.List;

/**
 * Segments, and the commits that are to be taken from them.
 *
 * @param after exclusive
 * @param through inclusive
 * @param last a commit that must be found; zero for none
 * @param mayBeTorn whether the last segment may end in the middle of a write
 * @param segments oldest first
 */
record Piece(
        CommitNumber after, CommitNumber through, CommitNumber last, boolean mayBeTorn, List<Slice.Segment> segments) {}
