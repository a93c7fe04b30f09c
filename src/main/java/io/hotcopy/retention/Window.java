package io.hotcopy.retention;

import io.hotcopy.backupset.ElementFacts;
import io.hotcopy.term.CommitNumber;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The time in which everything must stay restorable, told in commits. Clocks step, so a commit lies in it if any clock
 * reading of an element that holds it does, unless another element holds it all of whose readings are older: that one
 * read the commit's own time too. A full may hold commits that are far older than itself. Where no reading tells, what
 * is not certainly older lies in the window.
 *
 * @param start its beginning
 * @param now its end
 */
record Window(Instant start, Instant now) {

    /**
     * In each lineage that has a commit in the window, the last commit before it, or one before that: everything after
     * it, and its own state, must stay.
     */
    Map<UUID, CommitNumber> floors(Collection<ElementFacts> elements) {
        Map<UUID, CommitNumber> floors = new HashMap<>();
        elements.stream()
                .collect(Collectors.groupingBy(element -> element.lineage().id()))
                .forEach((lineage, own) -> floor(own).ifPresent(floor -> floors.put(lineage, floor)));
        return floors;
    }

    private Optional<CommitNumber> floor(List<ElementFacts> ofOneLineage) {
        List<ElementFacts> older = ofOneLineage.stream().filter(this::isOlder).toList();
        Optional<CommitNumber> newestOlder =
                older.stream().map(ElementFacts::cut).max(Comparator.naturalOrder());
        OlderCommits certain = new OlderCommits(older);
        return ofOneLineage.stream()
                .filter(element -> touches(element) || isUnknown(element, newestOlder))
                .map(certain::beginningOfRest)
                .min(Comparator.naturalOrder());
    }

    private boolean isOlder(ElementFacts element) {
        return Gathered.end(element).isBefore(start);
    }

    /** Whether any of its clock readings, or a moment between them, lies in the window. */
    boolean touches(ElementFacts element) {
        return !isOlder(element) && !Gathered.begin(element).isAfter(now);
    }

    /** Of a clock that ran ahead, and of a commit that none is known to follow that is older than the window. */
    private boolean isUnknown(ElementFacts element, Optional<CommitNumber> newestOlder) {
        return Gathered.begin(element).isAfter(now)
                && newestOlder.filter(older -> older.isAfter(element.cut())).isEmpty();
    }
}
