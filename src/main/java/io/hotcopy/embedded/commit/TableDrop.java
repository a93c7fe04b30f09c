package io.hotcopy.embedded.commit;

import io.hotcopy.term.StorageGroupName;
import java.util.SortedSet;

/**
 * The drop of a table, which goes with the commit that removes its schema record.
 *
 * @param table its id
 * @param groups the storage groups its records lie in
 */
public record TableDrop(int table, SortedSet<StorageGroupName> groups) {}
