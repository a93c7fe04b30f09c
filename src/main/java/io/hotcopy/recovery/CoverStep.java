package io.hotcopy.recovery;

import io.hotcopy.backupset.ElementFacts;
import io.hotcopy.backupset.SetFacts;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.CommitRange;
import io.hotcopy.term.StorageGroupName;
import java.util.Collections;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One element that carries some storage groups of an archive forward; of whichever archive it was copied from.
 *
 * @param set where it lies
 * @param element an incremental, a journal element, or a full of which only the journal copied with it is used, from
 *     its pin point to its cut
 * @param takes per storage group that it carries, from which commit, the one that is reached already, to which: an
 *     incremental to its cut, a journal to any commit it covers. What the element holds of other groups, or outside
 *     these ranges, is ignored
 */
public record CoverStep(SetFacts set, ElementFacts element, SortedMap<StorageGroupName, CommitRange> takes) {

    public CoverStep {
        takes = Collections.unmodifiableSortedMap(new TreeMap<>(takes));
    }

    /** The highest commit to which it carries a storage group. */
    public CommitNumber reached() {
        return takes.values().stream()
                .map(CommitRange::through)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }
}
