package io.hotcopy.restore;

import io.hotcopy.recovery.RestorePlan;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.ByteSize;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a restore did.
 *
 * @param plan what it was to do
 * @param target the directory that it made
 * @param archives where each archive lies in it
 * @param size bytes copied
 * @param took from the first check to the last sync
 */
public record RestoreReport(
        RestorePlan plan, Path target, SortedMap<ArchiveId, Path> archives, ByteSize size, Duration took) {

    public RestoreReport {
        archives = Collections.unmodifiableSortedMap(new TreeMap<>(archives));
    }
}
