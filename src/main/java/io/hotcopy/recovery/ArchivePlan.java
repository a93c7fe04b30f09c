package io.hotcopy.recovery;

import io.hotcopy.backupset.ElementFacts;
import io.hotcopy.backupset.SetFacts;
import io.hotcopy.term.ArchiveId;
import java.util.List;

/**
 * How one archive is made: a base, then what carries it forward to the target, incrementals before journals (M20).
 *
 * @param set where its base lies
 * @param base the full that is laid first; the journal copied with it reaches from its pin point to its cut
 * @param steps what is brought in over the base, in this order; together an unbroken cover of every storage group of
 *     the base from its cut to the target; empty when the base itself reaches the target
 */
public record ArchivePlan(SetFacts set, ElementFacts base, List<CoverStep> steps) {

    public ArchivePlan {
        steps = List.copyOf(steps);
    }

    /** The archive it was copied from, whose number the restored one keeps. */
    public ArchiveId archive() {
        return set.archive();
    }
}
