package io.hotcopy.engine;

import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.ElementId;
import io.hotcopy.term.SetId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What a plan's run did.
 *
 * @param hotCopies one for each step, in their order; all are complete
 */
public record RunReport(List<HotCopy> hotCopies) {

    public RunReport {
        hotCopies = List.copyOf(hotCopies);
    }

    /**
     * One complete hot copy.
     *
     * @param run its id, which is that of its elements and of the collection
     * @param step the id of the plan's step
     * @param began when it began
     * @param pinned when the first archive was about to be pinned
     * @param stableAtPin the database's stable number at that moment
     * @param cutTaken when the cut had become stable
     * @param cut the commit at which all archives agree
     * @param ended when everything was published
     * @param archives in order of their ids
     */
    public record HotCopy(
            ElementId run,
            String step,
            Instant began,
            Instant pinned,
            CommitNumber stableAtPin,
            Instant cutTaken,
            CommitNumber cut,
            Instant ended,
            List<Archive> archives) {

        public HotCopy {
            archives = List.copyOf(archives);
        }

        /** How many commit numbers were given between the first pin and the cut: commits, if numbers have no holes. */
        public long commitsSincePin() {
            return cut.value() - stableAtPin.value();
        }

        /** Bytes of all archives. */
        public long bytes() {
            return archives.stream().mapToLong(Archive::bytes).sum();
        }

        /** From its beginning to its publication. */
        public Duration duration() {
            return Duration.between(began, ended);
        }
    }

    /**
     * One archive of a hot copy.
     *
     * @param archive its id
     * @param set the set that was made
     * @param directory where the set lies
     * @param bytes how many were copied, journal included
     * @param nanos how long bytes were being copied, in nanoseconds; waiting for the others and for the cut left out
     * @param pinPoint the earliest commit that can be restored from it
     */
    public record Archive(ArchiveId archive, SetId set, Path directory, long bytes, long nanos, CommitNumber pinPoint) {

        /** Decimal megabytes a second; zero when nothing was copied. */
        public double megabytesPerSecond() {
            return nanos == 0 ? 0 : bytes * 1000.0 / nanos;
        }
    }
}
