package io.hotcopy.catalog;

import io.hotcopy.backupset.SetFacts;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a SET word means.
 *
 * @param collection the collection that the sets, or the fulls among them, belong to; empty for a set whose identity
 *     cannot be read
 * @param sets the sets meant: one, those of the collection, or those that a restore would read
 */
public record Selection(Optional<CatalogCollection> collection, List<CatalogSet> sets) {

    public Selection {
        sets = List.copyOf(sets);
    }

    static Selection of(CatalogCollection collection) {
        return new Selection(Optional.of(collection), collection.sets());
    }

    /** Where the sets lie. */
    public List<Path> locations() {
        return sets.stream().map(CatalogSet::location).toList();
    }

    /** What a restore can be planned from. */
    public List<SetFacts> facts() {
        return sets.stream().flatMap(set -> set.facts().stream()).toList();
    }
}
