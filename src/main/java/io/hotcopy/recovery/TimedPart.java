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

    /** Whether nothing was committed in it. */
    boolean isEmpty() {
        return latest().isEmpty();
    }

    /** Whether all that it holds was committed at or before a time; false if it holds nothing. */
    boolean isBefore(Instant time) {
        return latest().map(latest -> !latest.isAfter(time)).orElse(false);
    }

    /** Whether all that it holds was committed after a time; false if it holds nothing. */
    boolean isAfter(Instant time) {
        return earliest().map(earliest -> earliest.isAfter(time)).orElse(false);
    }

    /** Whether it holds commits of both kinds. */
    boolean isMixed(Instant time) {
        return !isEmpty() && !isBefore(time) && !isAfter(time);
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

    /** The commit up to which nothing more was committed to a group after another one, as far as this element tells. */
    long quietThrough(StorageGroupName group, long commit) {
        CommitRange range = covers.get(group);
        boolean goesOn = isEmpty() && range != null && range.from().value() <= commit;
        return goesOn ? Math.max(commit, range.through().value()) : commit;
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
