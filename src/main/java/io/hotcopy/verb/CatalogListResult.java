package io.hotcopy.verb;

import io.hotcopy.catalog.CatalogListing;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;

/**
 * Everything that the catalog knows of, of all databases.
 *
 * @param listing the collections, newest first, and what could not be attributed or read
 * @param below the directories that were looked into, besides the places of the sets that the index knows
 * @param damagedEntries files of the index that say nothing, and why
 */
public record CatalogListResult(CatalogListing listing, List<Path> below, SortedMap<Path, String> damagedEntries)
        implements VerbResult {}
