package io.hotcopy.verb;

import io.hotcopy.catalog.CatalogListing;
import io.hotcopy.model.Hold;
import java.nio.file.Path;
import java.util.List;

/**
 * What sets there are.
 *
 * @param listing the collections, newest first, and what could not be attributed or read
 * @param below where they were looked for
 * @param holds the holds of the loaded policies that are in force
 */
public record ListResult(CatalogListing listing, List<Path> below, List<Hold> holds) implements VerbResult {

    public ListResult {
        holds = List.copyOf(holds);
    }
}
