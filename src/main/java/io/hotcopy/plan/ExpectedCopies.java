package io.hotcopy.plan;

import io.hotcopy.model.BackupGroup;
import io.hotcopy.model.Database;
import io.hotcopy.model.ExpectedData;
import io.hotcopy.model.StorageManager;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.ByteSize;
import io.hotcopy.term.HotCopyType;
import io.hotcopy.term.StorageGroupName;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * How much the copies of a database are expected to take and how long, by what it declares: for plans without a running
 * domain, for rules, and for simulations. Nothing is guessed: what is not declared is empty, but for the rate. Pure.
 *
 * @param database what is copied
 */
public record ExpectedCopies(Database database) {

    /** What one storage manager is taken to be copied with when nothing else is known: a modest disk. */
    public static final ByteSize ASSUMED_RATE = ByteSize.ofMegabytes(200);

    /** Bytes of a full of one archive; empty when some of its storage groups are not told of. */
    public Optional<ByteSize> size(ArchiveId archive) {
        return sum(archive, ExpectedData::size).map(bytes -> new ByteSize(Math.round(bytes)));
    }

    /**
     * Bytes of one copy of an archive.
     *
     * @param since the time between the copy and the one before it, which a full or simple one does not depend on
     */
    public Optional<ByteSize> bytes(HotCopyType type, ArchiveId archive, Duration since) {
        return switch (type) {
            case FULL, SIMPLE -> size(archive);
            case INCREMENTAL -> least(within(archive, ExpectedData::changesPerDay, since), size(archive));
            case JOURNAL -> within(archive, ExpectedData::journalPerDay, since);
        };
    }

    /** Bytes of one copy of all these archives; empty when those of one are. */
    public Optional<ByteSize> bytes(HotCopyType type, Collection<ArchiveId> archives, Duration since) {
        return archives.stream()
                .map(archive -> bytes(type, archive, since))
                .reduce(Optional.of(new ByteSize(0)), (sum, one) -> sum.flatMap(bytes -> one.map(bytes::plus)));
    }

    /**
     * How long one copy of a backup group takes: its members are copied at once, so the largest decides. Empty when one
     * is unknown.
     */
    public Optional<Duration> time(HotCopyType type, BackupGroup group, Duration since) {
        return group.archives().stream()
                .map(archive -> bytes(type, archive, since).map(this::timeOf))
                .reduce((one, other) ->
                        one.flatMap(first -> other.map(second -> first.compareTo(second) < 0 ? second : first)))
                .flatMap(Function.identity());
    }

    /** How long so many bytes of one storage manager take, in whole seconds; at least one. */
    public Duration timeOf(ByteSize bytes) {
        long rate = Math.max(1, database.copyRate().orElse(ASSUMED_RATE).bytes());
        return Duration.ofSeconds(Math.max(1, (bytes.bytes() + rate - 1) / rate));
    }

    private Optional<ByteSize> within(ArchiveId archive, Function<ExpectedData, ByteSize> aDay, Duration since) {
        double days = since.toMillis() / (double) Duration.ofDays(1).toMillis();
        return sum(archive, aDay).map(bytes -> new ByteSize(Math.round(bytes * days)));
    }

    private static Optional<ByteSize> least(Optional<ByteSize> one, Optional<ByteSize> other) {
        return one.map(bytes -> other.filter(most -> most.compareTo(bytes) < 0).orElse(bytes));
    }

    /** The sum over the storage groups that the archive serves. */
    private Optional<Double> sum(ArchiveId archive, Function<ExpectedData, ByteSize> part) {
        Optional<StorageManager> manager = database.storageManager(archive);
        if (manager.isEmpty() || database.expectations().isEmpty()) {
            return Optional.empty();
        }
        double sum = 0;
        for (StorageGroupName group : manager.get().serves()) {
            Optional<Double> own = share(group, part);
            if (own.isEmpty()) {
                return Optional.empty();
            }
            sum += own.get();
        }
        return Optional.of(sum);
    }

    /** What is told of the group itself; else its even share of what is told of the whole database. */
    private Optional<Double> share(StorageGroupName group, Function<ExpectedData, ByteSize> part) {
        Optional<Double> own = database.expectations().stream()
                .filter(data -> data.storageGroup().equals(Optional.of(group)))
                .findFirst()
                .map(data -> (double) part.apply(data).bytes());
        if (own.isPresent()) {
            return own;
        }
        Set<StorageGroupName> sharing = sharing();
        return sharing.contains(group)
                ? database.expectations().stream()
                        .filter(data -> data.storageGroup().isEmpty())
                        .findFirst()
                        .map(data -> part.apply(data).bytes() / (double) sharing.size())
                : Optional.of(0.0);
    }

    /** The declared groups that are not told of by name; a database without groups has all in UNPARTITIONED. */
    private Set<StorageGroupName> sharing() {
        Set<StorageGroupName> sharing = new TreeSet<>(database.storageGroups());
        if (database.hasStorageGroups()) {
            sharing.remove(StorageGroupName.UNPARTITIONED);
        }
        List<StorageGroupName> told = database.expectations().stream()
                .flatMap(data -> data.storageGroup().stream())
                .toList();
        told.forEach(sharing::remove);
        return sharing;
    }
}
