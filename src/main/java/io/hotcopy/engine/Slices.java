package io.hotcopy.engine;

import io.hotcopy.driver.Cut;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.CommitRange;

/** What a driver gives must reach as far as a manifest will say. */
final class Slices {

    private Slices() {}

    /** Refuses a range that leaves out a commit after {@code from} through the cut: the driver is wrong. */
    static void requireReach(ArchiveId archive, String what, CommitRange range, CommitNumber from, Cut cut) {
        if (range.from().isAfter(from) || cut.number().isAfter(range.through())) {
            throw new IllegalStateException(what + " of archive " + archive + " serves " + range + ", not from commit "
                    + from + " through cut " + cut.number());
        }
    }
}
