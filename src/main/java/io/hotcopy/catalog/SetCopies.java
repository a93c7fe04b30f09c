package io.hotcopy.catalog;

import io.hotcopy.backupset.ElementFacts;
import io.hotcopy.backupset.SetFacts;
import io.hotcopy.term.SetId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A set may lie in two places: it was copied, or one place has two names. */
final class SetCopies {

    private SetCopies() {}

    /**
     * Leaves out each copy that says nothing which the best one does not say. A copy that says otherwise stays: the two
     * contradict each other, and that must be seen.
     *
     * @param found in any order
     * @return the same order
     */
    static List<CatalogSet> countedOnce(List<CatalogSet> found) {
        Map<SetId, CatalogSet> best = new LinkedHashMap<>();
        Comparator<CatalogSet> better = Comparator.comparing(CatalogSet::state)
                .thenComparing(set -> elements(set).size(), Comparator.reverseOrder());
        for (CatalogSet set : found) {
            id(set).ifPresent(id -> best.merge(id, set, (one, other) -> better.compare(other, one) < 0 ? other : one));
        }
        List<CatalogSet> counted = new ArrayList<>(found);
        counted.removeIf(set -> id(set).map(best::get)
                .filter(chosen -> chosen != set && new HashSet<>(elements(chosen)).containsAll(elements(set)))
                .isPresent());
        return counted;
    }

    private static Optional<SetId> id(CatalogSet set) {
        return set.facts().map(SetFacts::id);
    }

    private static List<ElementFacts> elements(CatalogSet set) {
        return set.facts().map(SetFacts::elements).orElse(List.of());
    }
}
