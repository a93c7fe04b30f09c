package io.hotcopy.plan;

import io.hotcopy.backupset.ElementFacts;
import io.hotcopy.driver.ArchiveFacts;
import io.hotcopy.model.BackupGroup;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.ByteSize;
import io.hotcopy.term.HotCopyType;
import io.hotcopy.timetable.Timetable;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What hot copies of one backup group are expected to take: as much as the last ones of their type took, as the run
 * ledger tells; else what the sets and the live archives tell; else what is declared.
 */
final class Estimates {
    private static final ByteSize UNKNOWN = new ByteSize(0);
    private static final Duration DAY = Duration.ofDays(1);

    private final PolicyTimes times;
    private final BackupGroup group;
    private final KnownSets known;
    private final PastCopies past;

    Estimates(PolicyTimes times, BackupGroup group, KnownSets known, PastCopies past) {
        this.times = times;
        this.group = group;
        this.known = known;
        this.past = past;
    }

    /** Bytes of one archive; zero when unknown. A copy of all takes no less than the live archive has. */
    ByteSize bytes(HotCopyType type, ArchiveFacts archive) {
        ByteSize expected = usual(type, archive);
        boolean copiesAll = type == HotCopyType.FULL || type == HotCopyType.SIMPLE;
        return copiesAll && expected.compareTo(archive.size()) < 0 ? archive.size() : expected;
    }

    private ByteSize usual(HotCopyType type, ArchiveFacts archive) {
        ByteSize seen = seen(type, archive);
        ByteSize guessed = seen.equals(UNKNOWN) ? declared(type, archive.id()) : seen;
        return past.bytes(type)
                .map(bytes -> new ByteSize(share(bytes.bytes(), archive.id(), type)))
                .orElse(guessed);
    }

    /** Of what the whole group took, this archive's part, as their newest elements share it: else all alike. */
    private long share(long ofGroup, ArchiveId archive, HotCopyType type) {
        long own = newest(archive, type);
        long all = group.archives().stream()
                .mapToLong(member -> newest(member, type))
                .sum();
        long part = own > 0
                ? Math.round((double) ofGroup * own / all)
                : ofGroup / Math.max(1, group.archives().size());
        return Math.max(1, part);
    }

    private long newest(ArchiveId archive, HotCopyType type) {
        return known.newest(archive, type)
                .map(element -> element.size().bytes())
                .orElse(0L);
    }

    /** The last element of this type, or for a copy of all the live archive. */
    private ByteSize seen(HotCopyType type, ArchiveFacts archive) {
        return switch (type) {
            case FULL, SIMPLE -> archive.size();
            case INCREMENTAL, JOURNAL ->
                known.newest(archive.id(), type).map(ElementFacts::size).orElse(UNKNOWN);
        };
    }

    private ByteSize declared(HotCopyType type, ArchiveId archive) {
        Timetable timetable = times.timetable();
        Duration since = timetable
                .policy()
                .run(type)
                .flatMap(line -> timetable.longestGap(line, group))
                .orElse(DAY);
        return times.expected().bytes(type, archive, since).orElse(UNKNOWN);
    }

    /** How long copies of so many bytes of each archive take; empty when one is unknown. */
    Optional<Duration> time(HotCopyType type, List<ByteSize> members, Pace pace) {
        if (members.contains(UNKNOWN)) {
            return Optional.empty();
        }
        Optional<Duration> atMost = pace.maxRate().map(rate -> time(members, rate));
        Duration expected = past.time(type)
                .orElseGet(() ->
                        time(members, times.expected().database().copyRate().orElse(ExpectedCopies.ASSUMED_RATE)));
        return Optional.of(
                atMost.filter(slower -> slower.compareTo(expected) > 0).orElse(expected));
    }

    /** The members are copied at the same time, so the largest one decides. */
    private static Duration time(List<ByteSize> members, ByteSize rate) {
        long largest = members.stream().mapToLong(ByteSize::bytes).max().orElseThrow();
        return Duration.ofSeconds((largest + rate.bytes() - 1) / rate.bytes());
    }
}
