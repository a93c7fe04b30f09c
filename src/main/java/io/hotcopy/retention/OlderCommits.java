package io.hotcopy.retention;

import io.hotcopy.backupset.ElementFacts;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.CommitRange;
import io.hotcopy.term.StorageGroupName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Commits of one lineage that are certainly older than a window: per storage group, those that older elements hold. */
final class OlderCommits {

    /** Per storage group ranges that do not touch: the last commit before each, and its last. */
    private final Map<StorageGroupName, NavigableMap<Long, Long>> held = new HashMap<>();

    OlderCommits(Collection<ElementFacts> elements) {
        Map<StorageGroupName, List<CommitRange>> ranges = new HashMap<>();
        for (ElementFacts element : elements) {
            element.covers().forEach((group, range) -> ranges.computeIfAbsent(group, absent -> new ArrayList<>())
                    .add(range));
        }
        ranges.forEach((group, ofGroup) -> held.put(group, joined(ofGroup)));
    }

    private static NavigableMap<Long, Long> joined(List<CommitRange> ranges) {
        NavigableMap<Long, Long> joined = new TreeMap<>();
        ranges.sort(Comparator.comparing(CommitRange::from));
        for (CommitRange range : ranges) {
            Map.Entry<Long, Long> last = joined.lastEntry();
            if (last != null && last.getValue() >= range.from().value()) {
                joined.put(
                        last.getKey(), Math.max(last.getValue(), range.through().value()));
            } else {
                joined.put(range.from().value(), range.through().value());
            }
        }
        return joined;
    }

    /** The last commit before those of an element that may be younger; the element's last when none may. */
    CommitNumber beginningOfRest(ElementFacts element) {
        return element.covers().entrySet().stream()
                .map(covers -> new CommitNumber(beginningOfRest(covers.getKey(), covers.getValue())))
                .min(Comparator.naturalOrder())
                .orElse(element.pinPoint());
    }

    private long beginningOfRest(StorageGroupName group, CommitRange range) {
        long from = range.from().value();
        Map.Entry<Long, Long> older = held.getOrDefault(group, new TreeMap<>()).floorEntry(from);
        return older == null || older.getValue() < from
                ? from
                : Math.min(older.getValue(), range.through().value());
    }
}
