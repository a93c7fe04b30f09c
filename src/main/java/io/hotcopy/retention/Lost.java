package io.hotcopy.retention;

import io.hotcopy.recovery.TargetRange;
import io.hotcopy.term.CommitNumber;
import java.util.ArrayList;
import java.util.List;

/** What of some ranges of commits others do not have. */
final class Lost {

    private Lost() {}

    /**
     * Commits that are lost.
     *
     * @param floor what lies before it does not count
     * @param before in rising order, apart from each other
     * @param after in rising order, apart from each other
     */
    static List<TargetRange> from(CommitNumber floor, List<TargetRange> before, List<TargetRange> after) {
        List<TargetRange> lost = new ArrayList<>();
        for (TargetRange range : before) {
            if (!range.last().isAfter(floor) && !range.last().equals(floor)) {
                continue;
            }
            CommitNumber next = CommitNumber.max(range.first(), floor);
            for (TargetRange stays : after) {
                if (!stays.last().isAfter(next) && !stays.last().equals(next)
                        || stays.first().isAfter(range.last())) {
                    continue;
                }
                if (stays.first().isAfter(next)) {
                    lost.add(
                            new TargetRange(next, new CommitNumber(stays.first().value() - 1)));
                }
                next = stays.last().next();
            }
            if (!next.isAfter(range.last())) {
                lost.add(new TargetRange(next, range.last()));
            }
        }
        return lost;
    }
}
