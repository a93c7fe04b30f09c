package io.hotcopy.restore;

import io.hotcopy.recovery.RestorePlan;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.ByteSize;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a restore did.
 *
 * @param plan what it was to do
 * @param target the directory that it made
 * @param archives where each archive lies in it
 * @param sources every element that it read, bases and what was brought in over them
 * @param size bytes of those elements, each once
 * @param took from the first check to the last sync
 */
public record RestoreReport(
        RestorePlan plan,
        Path target,
        SortedMap<ArchiveId, Path> archives,
        List<RestoreSource> sources,
        ByteSize size,
        Duration took) {

    public RestoreReport {
        sources = List.copyOf(sources);
        archives = Collections.unmodifiableSortedMap(new TreeMap<>(archives));
    }
}
