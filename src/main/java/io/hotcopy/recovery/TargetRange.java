package io.hotcopy.recovery;

import io.hotcopy.term.CommitNumber;
import java.util.Optional;

/**
 * Commits that can each be a target: from {@code first} to {@code last}, both included.
 *
 * @param first the earliest
 * @param last the latest, not before {@code first}
 */
public record TargetRange(CommitNumber first, CommitNumber last) implements Comparable<TargetRange> {

    public TargetRange {
        if (first.isAfter(last)) {
            throw new IllegalArgumentException("range [" + first + ", " + last + "] runs backwards");
        }
    }

    public boolean contains(CommitNumber commit) {
        return !first.isAfter(commit) && !commit.isAfter(last);
    }

    /** Whether no commit lies between this range and one that begins no earlier. */
    boolean meets(TargetRange later) {
        return !later.first.isAfter(last.next());
    }

    TargetRange joinedWith(TargetRange other) {
        return new TargetRange(CommitNumber.min(first, other.first), CommitNumber.max(last, other.last));
    }

    /** What lies in both. */
    Optional<TargetRange> common(TargetRange other) {
        CommitNumber begin = CommitNumber.max(first, other.first);
        CommitNumber end = CommitNumber.min(last, other.last);
        return begin.isAfter(end) ? Optional.empty() : Optional.of(new TargetRange(begin, end));
    }

    @Override
    public int compareTo(TargetRange other) {
        int byFirst = first.compareTo(other.first);
        return byFirst != 0 ? byFirst : last.compareTo(other.last);
    }

    @Override
    public String toString() {
        return first.equals(last) ? "commit " + first : "commits " + first + " to " + last;
    }
}
