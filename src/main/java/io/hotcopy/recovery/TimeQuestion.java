package io.hotcopy.recovery;

import io.hotcopy.backupset.ElementFacts;
import io.hotcopy.backupset.SetFacts;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.CommitRange;
import io.hotcopy.term.Lineage;
import io.hotcopy.term.StorageGroupName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Which commit a time means (protocol §6), as far as the manifests tell, and which elements have to be read to tell the
 * rest. Asked of {@link RecoveryPlanner#timeQuestion}; answered by {@link #commitAt} with what was read.
 */
public final class TimeQuestion {

    /**
     * An element whose commits have to be read.
     *
     * @param set where it lies
     * @param element a full or a journal element
     * @param within the commits of interest; what it holds besides is another life's
     */
    public record Reading(SetFacts set, ElementFacts element, CommitRange within) {}

    private final Life life;
    private final Lineage lineage;
    private final Instant time;
    private final TimeRefusals refuse;
    private final List<TimedPart> parts;
    private final List<TimedPart> read = new ArrayList<>();
    private final List<TimedPart> unread = new ArrayList<>();
    /** The commit after which the first element that holds any begins. */
    private final long firstHeld;

    TimeQuestion(Life life, Lineage lineage, Instant time, TimeRefusals refuse) {
        this.life = life;
        this.lineage = lineage;
        this.time = time;
        this.refuse = refuse;
        this.parts = life.timedParts().stream()
                .sorted(Comparator.comparing((TimedPart part) -> part.within().from())
                        .thenComparing(part -> part.within().through()))
                .toList();
        this.firstHeld = parts.stream()
                .filter(part -> !part.isEmpty())
                .mapToLong(part -> part.within().from().value())
                .min()
                .orElse(Long.MAX_VALUE);
        divide();
    }

    /** The life of the database that is meant: the newest that had begun at the time. */
    public Lineage lineage() {
        return lineage;
    }

    public Instant time() {
        return time;
    }

    /** What has to be read, in order of its commits; empty when the manifests tell enough. */
    public List<Reading> readings() {
        return read.stream()
                .map(timed -> new Reading(timed.part().set(), timed.part().element(), timed.within()))
                .toList();
    }

    /** A commit that is certain to have been made by the time, and all before it; empty when reading must tell. */
    public Optional<CommitNumber> atLeast() {
        OptionalLong highest = Stream.concat(
                        unread.stream().filter(part -> part.isBefore(time)),
                        parts.stream().filter(this::isBeginning))
                .mapToLong(part -> part.within().through().value())
                .max();
        return highest.isPresent() ? Optional.of(new CommitNumber(highest.getAsLong())) : Optional.empty();
    }

    /** Whether no commit up to its cut is in any element, and its mark tells that they were made by the time. */
    private boolean isBeginning(TimedPart part) {
        return part.isEmpty()
                && !part.mark().isAfter(time)
                && part.within().through().value() <= firstHeld;
    }

    /** A commit after which all are certain to have been made after the time; empty when reading must tell. */
    public Optional<CommitNumber> atMost() {
        OptionalLong lowest = unread.stream()
                .filter(part -> part.isAfter(time))
                .mapToLong(part -> part.within().from().value())
                .min();
        return lowest.isPresent() ? Optional.of(new CommitNumber(lowest.getAsLong())) : Optional.empty();
    }

    /**
     * The commit that the time means: it and all before it were made at or before the time, all after it later. Of
     * several numbers between which nothing was committed, one that can be restored, and a cut if there is one.
     *
     * @param observed the commits of all {@link #readings()} with their times, in any order, a commit as often as it
     *     was found
     * @throws RestoreRefusedException when no commit is so, since the clock stepped; or when commits that may have been
     *     made by that time are in no element
     */
    public CommitNumber commitAt(Collection<CommitTime> observed) {
        OptionalLong madeBy = observed.stream()
                .filter(commit -> !commit.time().isAfter(time))
                .mapToLong(commit -> commit.commit().value())
                .max();
        OptionalLong madeAfter = observed.stream()
                .filter(commit -> commit.time().isAfter(time))
                .mapToLong(commit -> commit.commit().value())
                .min();
        Optional<CommitNumber> least = atLeast();
        if (least.isEmpty() && madeBy.isEmpty()) {
            throw refuse.beforeEverything(observed);
        }
        long low = Math.max(least.map(CommitNumber::value).orElse(0L), madeBy.orElse(0));
        long high = Math.min(
                atMost().map(CommitNumber::value).orElse(Ranges.END.value()), madeAfter.orElse(Ranges.END.value()) - 1);
        if (low > high) {
            throw refuse.clockStepped(candidates(observed));
        }
        return restorable(low, settledThrough(low, high));
    }

    /** How far the numbers after a commit are known to mean the same state; refuses when not even it is known to. */
    private long settledThrough(long commit, long high) {
        long settled = high;
        for (StorageGroupName group : life.served().at(new CommitNumber(commit))) {
            long quiet = quietThrough(group, commit);
            OptionalLong through = parts.stream()
                    .filter(part -> part.settles(group, quiet, time))
                    .mapToLong(part -> part.covers().get(group).through().value())
                    .max();
            if (through.isEmpty()) {
                throw refuse.unsettled(group, new CommitNumber(commit));
            }
            settled = Math.min(settled, through.getAsLong());
        }
        return settled;
    }

    /** Goes on over elements in which nothing was committed. */
    private long quietThrough(StorageGroupName group, long commit) {
        long quiet = commit;
        for (TimedPart part : parts) {
            quiet = part.quietThrough(group, quiet);
        }
        return quiet;
    }

    private CommitNumber restorable(long low, long high) {
        TargetRange same = new TargetRange(new CommitNumber(low), new CommitNumber(high));
        Ranges possible = life.whole().within(new Ranges(List.of(same)));
        return parts.stream()
                .map(part -> part.part().element().cut())
                .filter(cut -> possible.list().stream().anyMatch(range -> range.contains(cut)))
                .max(Comparator.naturalOrder())
                .or(possible::last)
                .orElse(same.first());
    }

    /** The commits made by the time, after each of which comes one that was made later. */
    private List<CommitTime> candidates(Collection<CommitTime> observed) {
        List<CommitTime> inOrder = observed.stream()
                .distinct()
                .sorted(Comparator.comparing(CommitTime::commit))
                .toList();
        List<CommitTime> candidates = new ArrayList<>();
        for (int index = 0; index < inOrder.size(); index++) {
            boolean last = index + 1 == inOrder.size();
            if (!inOrder.get(index).time().isAfter(time)
                    && (last || inOrder.get(index + 1).time().isAfter(time))) {
                candidates.add(inOrder.get(index));
            }
        }
        return candidates;
    }

    /** Elements that hold commits of both kinds, and those whose numbers contradict their times. */
    private void divide() {
        long highestBefore = parts.stream()
                .filter(part -> !part.isEmpty() && !part.isAfter(time))
                .mapToLong(part -> part.within().through().value())
                .max()
                .orElse(-1);
        long lowestAfter = lowestFrom(part -> part.isAfter(time));
        long lowestNotBefore = lowestFrom(part -> !part.isBefore(time));
        for (TimedPart part : parts) {
            long through = part.within().through().value();
            // An element tells of its own groups: another archive may have committed later within the same numbers.
            boolean uncertain = part.isBefore(time)
                            && (through > lowestAfter || part.mark().isAfter(time) && through > lowestNotBefore)
                    || part.isAfter(time) && part.within().from().value() < highestBefore;
            (part.isReadable() && (part.isMixed(time) || uncertain) ? read : unread).add(part);
        }
    }

    private long lowestFrom(Predicate<TimedPart> which) {
        return parts.stream()
                .filter(part -> !part.isEmpty() && which.test(part))
                .mapToLong(part -> part.within().from().value())
                .min()
                .orElse(Long.MAX_VALUE);
    }
}
