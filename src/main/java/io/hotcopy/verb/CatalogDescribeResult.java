package io.hotcopy.verb;

import io.hotcopy.catalog.CatalogCollection;
import io.hotcopy.recovery.Coverage;
import io.hotcopy.term.DatabaseName;
import java.util.List;

/**
 * What can be restored of a database.
 *
 * @param database its full name
 * @param collections all collections of it, newest first
 * @param coverage the ranges, with gaps between them, for each lineage and storage group
 */
public record CatalogDescribeResult(DatabaseName database, List<CatalogCollection> collections, Coverage coverage)
        implements VerbResult {}
