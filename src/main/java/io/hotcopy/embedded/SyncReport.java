package io.hotcopy.embedded;

import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.ByteSize;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.StorageGroupName;
import java.time.Duration;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How a storage manager has come back, or has come new, into a running database.
 *
 * @param archive its archive
 * @param from the commit up to which its own files and journal held everything that still counts; zero for an empty one
 * @param joined it takes part in every commit after this one
 * @param groups what it got of each storage group
 * @param took from the start to RUNNING
 */
public record SyncReport(
        ArchiveId archive,
        CommitNumber from,
        CommitNumber joined,
        SortedMap<StorageGroupName, Received> groups,
        Duration took) {

    public SyncReport {
        groups = Collections.unmodifiableSortedMap(new TreeMap<>(groups));
    }

    /**
     * What came of one storage group.
     *
     * @param frames keys and values in the frames received
     * @param files keys and values in the records received as a whole, because nobody kept all frames any more
     */
    public record Received(ByteSize frames, ByteSize files) {

        Received plusFrames(long bytes) {
            return new Received(new ByteSize(frames.bytes() + bytes), files);
        }

        Received plusFiles(long bytes) {
            return new Received(frames, new ByteSize(files.bytes() + bytes));
        }

        static Received nothing() {
            return new Received(new ByteSize(0), new ByteSize(0));
        }
    }

    /** All bytes received. */
    public ByteSize bytes() {
        return new ByteSize(groups.values().stream()
                .mapToLong(group -> group.frames().bytes() + group.files().bytes())
                .sum());
    }

    /** Whether nobody kept all frames, so that at least one group came as a whole. */
    public boolean byFiles() {
        return groups.values().stream().anyMatch(group -> group.files().bytes() > 0);
    }
}
