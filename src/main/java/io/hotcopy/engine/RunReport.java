package io.hotcopy.engine;

import io.hotcopy.backupset.ElementFacts;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.ElementId;
import io.hotcopy.term.HotCopyType;
import io.hotcopy.term.SetId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

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
     * @param run its id, which is that of its elements and, for a full, of the collection
     * @param step the id of the plan's step
     * @param type its type
     * @param began when it began
     * @param stableAtPin the database's stable number when the first archive was about to be pinned; for a hot copy
     *     that pins nothing, when it began
     * @param cutTaken when the cut had become stable
     * @param cut the commit at which all archives agree
     * @param ended when everything was published
     * @param stages one for each phase, in their order
     * @param archives in order of their ids
     */
    public record HotCopy(
            ElementId run,
            String step,
            HotCopyType type,
            Instant began,
            CommitNumber stableAtPin,
            Instant cutTaken,
            CommitNumber cut,
            Instant ended,
            List<Stage> stages,
            List<Archive> archives) {

        public HotCopy {
            stages = List.copyOf(stages);
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
     * One phase of a hot copy: what the vendor's log line of a stage says.
     *
     * @param name as people saw it
     * @param nanos how long it took
     * @param bytes how many were copied in it, of all archives together
     * @param commits how many commits became stable meanwhile
     * @param waitedFor whom it waited for while all others had nothing to do; empty for nobody
     */
    public record Stage(String name, long nanos, long bytes, long commits, Optional<Waited> waitedFor) {

        /** Decimal megabytes a second of all archives together; zero when nothing was copied. */
        public double megabytesPerSecond() {
            return nanos == 0 ? 0 : bytes * 1000.0 / nanos;
        }

        /** Whom it waited for and how long, in words: {@code "archive 1, 0.31 s"}. */
        Optional<String> waited() {
            return waitedFor.map(
                    waited -> String.format(Locale.ROOT, "%s, %.2f s", waited.whom(), waited.nanos() / 1e9));
        }
    }

    /**
     * Whom a phase waited for.
     *
     * @param whom such as {@code "archive 1"}
     * @param nanos how long
     */
    public record Waited(String whom, long nanos) {}

    /**
     * One archive of a hot copy.
     *
     * @param archive its id
     * @param set the set that was made or written into; empty for a simple hot copy
     * @param element what was written into it, as its manifest says; empty for a simple hot copy
     * @param directory where the set or the archive lies
     * @param bytes how many were copied, journal included
     * @param nanos how long bytes were being copied, in nanoseconds; waiting for the others and for the cut left out
     * @param pinPoint for a full or simple hot copy the earliest commit that its files can give, else the commit after
     *     which the element begins
     */
    public record Archive(
            ArchiveId archive,
            Optional<SetId> set,
            Optional<ElementFacts> element,
            Path directory,
            long bytes,
            long nanos,
            CommitNumber pinPoint) {

        /** Decimal megabytes a second; zero when nothing was copied. */
        public double megabytesPerSecond() {
            return nanos == 0 ? 0 : bytes * 1000.0 / nanos;
        }
    }
}
