package io.hotcopy.verb;

import io.hotcopy.catalog.CatalogListing;
import java.nio.file.Path;
import java.util.List;

/**
 * What sets there are.
 *
 * @param listing the collections, newest first, and what could not be attributed or read
 * @param below where they were looked for
 */
public record ListResult(CatalogListing listing, List<Path> below) implements VerbResult {}
