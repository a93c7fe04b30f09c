package io.hotcopy.catalog;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Everything that was found.
 *
 * @param collections the collections, newest first
 * @param unattributed sets of which not even the identity can be read
 * @param unread directories that could not be looked into, and why
 */
public record CatalogListing(
        List<CatalogCollection> collections, List<CatalogSet> unattributed, SortedMap<Path, String> unread) {

    public CatalogListing {
        collections = List.copyOf(collections);
        unattributed = List.copyOf(unattributed);
        unread = Collections.unmodifiableSortedMap(new TreeMap<>(unread));
    }

    /** The collections that can be restored whole, newest first. */
    public List<CatalogCollection> complete() {
        return collections.stream()
                .filter(collection -> collection.state() == SetState.COMPLETE)
                .toList();
    }
}
