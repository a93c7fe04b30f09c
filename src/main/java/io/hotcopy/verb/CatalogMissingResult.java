package io.hotcopy.verb;

import io.hotcopy.catalog.KnownSet;
import io.hotcopy.catalog.MissedSet;
import io.hotcopy.term.StorageGroupName;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What the catalog misses.
 *
 * @param known how many sets the index knows
 * @param sets those that are not as it knows them
 * @param moved those that are whole, but lie elsewhere than it knows
 * @param tooOld storage groups whose newest good copy is older than their policy's objective allows
 * @param damagedEntries files of the index that say nothing, and why
 * @param asked when this was found
 */
public record CatalogMissingResult(
        int known,
        List<MissedSet> sets,
        List<Moved> moved,
        List<TooOld> tooOld,
        SortedMap<Path, String> damagedEntries,
        Instant asked)
        implements VerbResult {

    /** A set and where it lies now. */
    public record Moved(KnownSet set, Path to) {}

    /**
     * A storage group that is not as well protected as was promised.
     *
     * @param policy the policy that promises it
     * @param group the storage group
     * @param newest the newest moment that it can be restored to; empty when it cannot be restored
     * @param rpo how old that may be
     */
    public record TooOld(String policy, StorageGroupName group, Optional<Instant> newest, Duration rpo) {}

    /** Whether nothing is missing, too old or damaged. */
    public boolean isWhole() {
        return sets.isEmpty() && tooOld.isEmpty() && damagedEntries.isEmpty();
    }
}
