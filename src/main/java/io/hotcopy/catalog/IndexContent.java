package io.hotcopy.catalog;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the index says.
 *
 * @param sets the sets it knows, in order of their locations
 * @param roots directories below which sets were ever put
 * @param unread its files that say nothing, and why: damaged, too new, or not to be read
 */
public record IndexContent(List<KnownSet> sets, SortedSet<Path> roots, SortedMap<Path, String> unread) {

    public IndexContent {
        sets = List.copyOf(sets);
        roots = Collections.unmodifiableSortedSet(new TreeSet<>(roots));
        unread = Collections.unmodifiableSortedMap(new TreeMap<>(unread));
    }

    /** Where the sets lay when they were last seen. */
    public List<Path> locations() {
        return sets.stream().map(set -> set.identity().location()).toList();
    }
}
