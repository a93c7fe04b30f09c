package io.hotcopy.recovery;

import io.hotcopy.backupset.ElementFacts;
import io.hotcopy.backupset.SetFacts;
import io.hotcopy.term.ArchiveId;

/**
 * How one archive is made.
 *
 * @param set where its base lies
 * @param base the full that is laid first; the journal copied with it reaches from its pin point to its cut
 */
public record ArchivePlan(SetFacts set, ElementFacts base) {

    /** The archive it was copied from, whose number the restored one keeps. */
    public ArchiveId archive() {
        return set.archive();
    }
}
