package io.hotcopy.recovery;

import io.hotcopy.term.CommitNumber;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A set of commits.
 *
 * @param list its ranges in rising order, neither touching nor overlapping
 */
record Ranges(List<TargetRange> list) {

    /** No commit has a higher number; there is room for one after it. */
    static final CommitNumber END = new CommitNumber(Long.MAX_VALUE - 1);

    static final Ranges NONE = new Ranges(List.of());

    Ranges {
        list = List.copyOf(list);
    }

    /** The commits of any of these ranges, in whatever order they come. */
    static Ranges of(Collection<TargetRange> ranges) {
        List<TargetRange> joined = new ArrayList<>();
        for (TargetRange range : ranges.stream().sorted().toList()) {
            int last = joined.size() - 1;
            if (last >= 0 && joined.get(last).meets(range)) {
                joined.set(last, joined.get(last).joinedWith(range));
            } else {
                joined.add(range);
            }
        }
        return new Ranges(joined);
    }

    Ranges with(Ranges other) {
        List<TargetRange> all = new ArrayList<>(list);
        all.addAll(other.list);
        return of(all);
    }

    /** The commits that are in both. */
    Ranges within(Ranges other) {
        List<TargetRange> common = new ArrayList<>();
        int mine = 0;
        int theirs = 0;
        while (mine < list.size() && theirs < other.list.size()) {
            TargetRange one = list.get(mine);
            TargetRange two = other.list.get(theirs);
            one.common(two).ifPresent(common::add);
            if (one.last().isAfter(two.last())) {
                theirs++;
            } else {
                mine++;
            }
        }
        return new Ranges(common);
    }

    Ranges after(CommitNumber commit) {
        return within(new Ranges(List.of(new TargetRange(commit.next(), END))));
    }

    boolean isEmpty() {
        return list.isEmpty();
    }

    Optional<CommitNumber> last() {
        return list.isEmpty()
                ? Optional.empty()
                : Optional.of(list.get(list.size() - 1).last());
    }
}
