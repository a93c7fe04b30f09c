package io.hotcopy.retention;

import io.hotcopy.term.ByteSize;
import io.hotcopy.term.ElementId;
import java.time.Instant;
import java.util.List;

/**
 * What becomes of one collection: all its sets stay, or all go.
 *
 * @param collection its id
 * @param backupGroup the backup group it is of; the archives, for a group that is declared no more
 * @param created when its first set was begun
 * @param complete whether it has a full that can be restored
 * @param sets its sets, in order of their archives
 * @param goes whether it may be deleted
 * @param reasons why it stays, all that say so; or why it may go
 */
public record Fate(
        ElementId collection,
        String backupGroup,
        Instant created,
        boolean complete,
        List<StoredSet> sets,
        boolean goes,
        List<Reason> reasons) {

    public Fate {
        sets = List.copyOf(sets);
        reasons = List.copyOf(reasons);
    }

    /** Bytes of its sets, as far as they are known. */
    public ByteSize size() {
        return sets.stream().map(StoredSet::size).reduce(new ByteSize(0), ByteSize::plus);
    }

    /** Whether a rule is among the reasons. */
    public boolean has(Reason.Kind kind) {
        return reasons.stream().anyMatch(reason -> reason.kind() == kind);
    }
}
