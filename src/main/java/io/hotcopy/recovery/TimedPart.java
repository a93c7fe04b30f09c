package io.hotcopy.recovery;

import io.hotcopy.term.CommitRange;
import io.hotcopy.term.HotCopyType;
import io.hotcopy.term.StorageGroupName;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;

/**
 * One element as far as clock readings go.
 *
 * @param part the element
 * @param within the commits of this life that it holds, of any storage group
 * @param covers per storage group the commits of this life that it holds
 */
record TimedPart(Part part, CommitRange within, SortedMap<StorageGroupName, CommitRange> covers) {

    /** Whether its journal can be read commit by commit. */
    boolean isReadable() {
        return part.element().type() != HotCopyType.INCREMENTAL;
    }

    /** Whether all that it holds was committed at or before a time, as far as its manifest tells. */
    boolean isBefore(Instant time) {
        return latest().map(latest -> !latest.isAfter(time)).orElse(!mark().isAfter(time));
    }

    /**
     * Whether everything through its cut was committed at or before a time, what other archives hold too: the cut was
     * known to be stable by then.
     */
    boolean isWhollyBefore(Instant time) {
        return isBefore(time) && !mark().isAfter(time);
    }

    /** Whether all that it holds was committed after a time; false if it holds nothing. */
    boolean isAfter(Instant time) {
        return earliest().map(earliest -> earliest.isAfter(time)).orElse(false);
    }

    /** Whether it holds commits of both kinds. */
    boolean isMixed(Instant time) {
        return earliest().isPresent() && !isBefore(time) && !isAfter(time);
    }

    /**
     * Whether nothing that touches a group was committed by a time and after a commit but what this element was read
     * for: it goes on there, and was known to be stable when the time had come.
     */
    boolean settles(StorageGroupName group, long commit, Instant time) {
        CommitRange range = covers.get(group);
        return range != null
                && range.from().value() <= commit
                && commit <= range.through().value()
                && !mark().isBefore(time)
                && (isReadable() || !isMixed(time));
    }

    Instant mark() {
        return part.element().times().stableMark();
    }

    private Optional<Instant> earliest() {
        return part.element().times().earliest();
    }

    private Optional<Instant> latest() {
        return part.element().times().latest();
    }
}
