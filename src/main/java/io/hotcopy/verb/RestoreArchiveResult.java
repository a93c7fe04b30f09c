package io.hotcopy.verb;

import io.hotcopy.recovery.RestorePlan;
import io.hotcopy.term.ByteSize;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The archive that was made of one set.
 *
 * @param planned whether nothing has been written
 * @param set the set, as it was named
 * @param to the archive, as it was named
 * @param plan how it is made; says also what of the collection is not in it
 * @param size bytes to read, or read
 * @param took how long it took; empty when planned
 */
public record RestoreArchiveResult(
        boolean planned, Path set, Path to, RestorePlan plan, ByteSize size, Optional<Duration> took)
        implements VerbResult, Referable {

    /** The archive, for {@code open}. */
    @Override
    public List<String> words() {
        return List.of(to.toString());
    }
}
