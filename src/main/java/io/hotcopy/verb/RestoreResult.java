package io.hotcopy.verb;

import io.hotcopy.recovery.RestorePlan;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.ByteSize;
import io.hotcopy.term.CommitNumber;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What was restored.
 *
 * @param planned whether nothing has been written: a preview, or a dry run
 * @param plan how each archive is made; empty when the sets themselves are only planned
 * @param to the directory
 * @param archives where each archive lies, or would lie
 * @param commit the commit restored to; empty when the sets themselves are only planned
 * @param time the time whose state was asked for, when one was
 * @param size bytes to read, or read
 * @param took how long it took; empty when planned
 */
public record RestoreResult(
        boolean planned,
        Optional<RestorePlan> plan,
        Path to,
        SortedMap<ArchiveId, Path> archives,
        Optional<CommitNumber> commit,
        Optional<Instant> time,
        ByteSize size,
        Optional<Duration> took)
        implements VerbResult, Referable {

    /** The restored directory, for {@code open}. */
    @Override
    public List<String> words() {
        return List.of(to.toString());
    }
}
