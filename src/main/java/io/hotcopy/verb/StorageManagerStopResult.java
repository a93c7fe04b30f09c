package io.hotcopy.verb;

import io.hotcopy.driver.RunningCopy;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.DatabaseName;
import io.hotcopy.term.StorageGroupName;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A storage manager that is to stop, or has.
 *
 * @param planned whether it still runs: this is a preview or a dry run
 * @param database its database
 * @param archive its archive
 * @param left for each of its storage groups the archives that serve it without this one; empty in a dry run
 * @param hotCopies those that run on it, and fail when it stops
 */
public record StorageManagerStopResult(
        boolean planned,
        DatabaseName database,
        ArchiveId archive,
        SortedMap<StorageGroupName, List<ArchiveId>> left,
        List<RunningCopy> hotCopies)
        implements VerbResult {

    public StorageManagerStopResult {
        left = Collections.unmodifiableSortedMap(new TreeMap<>(left));
        hotCopies = List.copyOf(hotCopies);
    }
}
