package io.hotcopy.plan;

import io.hotcopy.backupset.ElementFacts;
import io.hotcopy.driver.ArchiveFacts;
import io.hotcopy.model.BackupGroup;
import io.hotcopy.model.BackupPolicy;
import io.hotcopy.model.Database;
import io.hotcopy.model.ExpectedData;
import io.hotcopy.term.ByteSize;
import io.hotcopy.term.HotCopyType;
import io.hotcopy.term.StorageGroupName;
import io.hotcopy.timetable.Timetable;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.ToLongFunction;

/**
 * What hot copies of one backup group are expected to take: as much as the last ones of their type took, as the run
 * ledger tells; else what the sets and the live archives tell; else what is declared.
 */
final class Estimates {
    /** What one storage manager is taken to be copied with when nothing else is known: a modest disk. */
    static final ByteSize ASSUMED_RATE = ByteSize.ofMegabytes(200);

    /** Of so many runs the one in the middle counts, so that a strange one does not. */
    private static final int LAST = 5;

    private static final ByteSize UNKNOWN = new ByteSize(0);
    private static final Duration DAY = Duration.ofDays(1);

    private final BackupPolicy policy;
    private final BackupGroup group;
    private final Database database;
    private final KnownSets known;
    private final LineHistory history;

    Estimates(BackupPolicy policy, BackupGroup group, Database database, KnownSets known, LineHistory history) {
        this.policy = policy;
        this.group = group;
        this.database = database;
        this.known = known;
        this.history = history;
    }

    /** Bytes of one archive; zero when unknown. */
    ByteSize bytes(HotCopyType type, ArchiveFacts archive) {
        ByteSize seen = seen(type, archive);
        ByteSize guessed = seen.equals(UNKNOWN) ? declared(type, archive.serves()) : seen;
        return median(type, run -> run.bytes().bytes())
                .filter(bytes -> bytes > 0)
                .map(bytes -> new ByteSize(share(bytes, guessed, type)))
                .orElse(guessed);
    }

    /** Of what the whole group took, this archive's part, by what is known of each: else all alike. */
    private long share(long ofGroup, ByteSize own, HotCopyType type) {
        long archives = Math.max(1, group.archives().size());
        long all = group.archives().stream()
                .mapToLong(archive -> known.newest(archive, type)
                        .map(element -> element.size().bytes())
                        .orElse(0L))
                .sum();
        boolean isKnown = all > 0 && own.bytes() <= all && !own.equals(UNKNOWN);
        return Math.max(1, isKnown ? Math.round((double) ofGroup * own.bytes() / all) : ofGroup / archives);
    }

    /** The last element of this type, or for a copy of all the live archive. */
    private ByteSize seen(HotCopyType type, ArchiveFacts archive) {
        return switch (type) {
            case FULL, SIMPLE -> archive.size();
            case INCREMENTAL, JOURNAL ->
                known.newest(archive.id(), type).map(ElementFacts::size).orElse(UNKNOWN);
        };
    }

    private ByteSize declared(HotCopyType type, SortedSet<StorageGroupName> serves) {
        double days = policy.run(type)
                .flatMap(line -> Timetable.of(policy).longestGap(line, group))
                .map(gap -> (double) gap.toSeconds() / DAY.toSeconds())
                .orElse(1.0);
        double bytes = database.expectations().stream()
                .mapToDouble(expected -> part(expected, serves)
                        * switch (type) {
                            case FULL, SIMPLE -> expected.size().bytes();
                            case INCREMENTAL -> days * expected.changesPerDay().bytes();
                            case JOURNAL -> days * expected.journalPerDay().bytes();
                        })
                .sum();
        return new ByteSize(Math.round(bytes));
    }

    /** Which part of it an archive that serves these groups has. */
    private double part(ExpectedData expected, SortedSet<StorageGroupName> serves) {
        if (expected.storageGroup().isPresent()) {
            return serves.contains(expected.storageGroup().get()) ? 1 : 0;
        }
        SortedSet<StorageGroupName> all = new TreeSet<>(database.storageGroups());
        all.remove(StorageGroupName.UNPARTITIONED);
        long own = all.stream().filter(serves::contains).count();
        return all.isEmpty() ? 1 : (double) own / all.size();
    }

    /** How long copies of so many bytes of each archive take; empty when one is unknown. */
    Optional<Duration> time(HotCopyType type, List<ByteSize> members, Pace pace) {
        if (members.contains(UNKNOWN)) {
            return Optional.empty();
        }
        Optional<Duration> atMost = pace.maxRate().map(rate -> time(members, rate));
        Duration expected = median(type, run -> run.took().toMillis())
                .map(Duration::ofMillis)
                .orElseGet(() -> time(members, database.copyRate().orElse(ASSUMED_RATE)));
        return Optional.of(
                atMost.filter(slower -> slower.compareTo(expected) > 0).orElse(expected));
    }

    /** The members are copied at the same time, so the largest one decides. */
    private static Duration time(List<ByteSize> members, ByteSize rate) {
        long largest = members.stream().mapToLong(ByteSize::bytes).max().orElseThrow();
        return Duration.ofSeconds((largest + rate.bytes() - 1) / rate.bytes());
    }

    private Optional<Long> median(HotCopyType type, ToLongFunction<PastRun> number) {
        List<Long> sorted = history.good(type, LAST).stream()
                .map(number::applyAsLong)
                .sorted(Comparator.naturalOrder())
                .toList();
        return sorted.isEmpty() ? Optional.empty() : Optional.of(sorted.get(sorted.size() / 2));
    }
}
