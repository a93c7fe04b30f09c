package io.hotcopy.restore;

import io.hotcopy.backupset.SetFacts;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.ElementId;
import io.hotcopy.term.Lineage;
import java.util.List;
import java.util.UUID;

/**
 * What a restored archive is to carry.
 *
 * @param source the set whose full it was laid from
 * @param steps what is brought in over that full, in this order; empty when the target lies within the full
 * @param newArchiveUuid the identity of the new archive: never that of the one it was copied from, which may still live
 * @param lineage the life of the database that the target belongs to
 * @param target the commit restored to: everything up to it, nothing after it
 * @param run the run whose cut this is, or whose elements reach it
 */
public record RestoredState(
        SetFacts source,
        List<SourceStep> steps,
        UUID newArchiveUuid,
        Lineage lineage,
        CommitNumber target,
        ElementId run) {

    public RestoredState {
        steps = List.copyOf(steps);
    }
}
