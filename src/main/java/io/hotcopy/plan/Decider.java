package io.hotcopy.plan;

import io.hotcopy.model.BackupGroup;
import io.hotcopy.model.BackupPolicy;
import io.hotcopy.model.OnArchiveDown;
import io.hotcopy.model.OnMissed;
import io.hotcopy.model.OnNoBaseSet;
import io.hotcopy.term.HotCopyType;
import io.hotcopy.term.StorageGroupName;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What a policy decides for one backup group, knowing of it only its {@link Situation}: real plans and simulated ones
 * ask the same. Pure: equal situations give equal answers. May be used by several threads.
 */
public final class Decider {
    private final BackupPolicy policy;

    public Decider(BackupPolicy policy) {
        this.policy = policy;
    }

    /** Why something is taken, or is not. */
    public enum Cause {
        /** It is due, or asked for. */
        DUE,
        /** There is no backup yet. */
        FIRST,
        /** An incremental has nothing to append to. */
        NO_BASE,
        /** A journal hot copy has nothing to append to. */
        NO_JOURNAL_BASE,
        /** Journal hot copies are suspended. */
        SUSPENDED
    }

    /**
     * A hot copy that is taken.
     *
     * @param type how
     * @param serves the lines that it is taken for; at least one
     */
    public record Taken(HotCopyType type, Set<HotCopyType> serves, Cause cause) {}

    /**
     * A line that is due and cannot run: what the policy says of that is {@code fail}.
     *
     * @param line its type
     * @param cause never {@link Cause#DUE} or {@link Cause#FIRST}
     */
    public record Refused(HotCopyType line, Cause cause) {}

    /**
     * What is decided.
     *
     * @param takes the hot copies, in the order in which they are taken
     * @param refused what cannot be; with any of them nothing of this backup group is taken
     */
    public record Answer(List<Taken> takes, List<Refused> refused) {
        static final Answer NOTHING = new Answer(List.of(), List.of());

        public Answer {
            takes = List.copyOf(takes);
            refused = List.copyOf(refused);
        }

        static Answer of(HotCopyType type, Set<HotCopyType> serves, Cause cause) {
            return new Answer(List.of(new Taken(type, serves, cause)), List.of());
        }

        static Answer not(HotCopyType line, Cause cause) {
            return new Answer(List.of(), List.of(new Refused(line, cause)));
        }

        /** This, and then the other. */
        Answer and(Answer other) {
            return new Answer(
                    Stream.concat(takes.stream(), other.takes.stream()).toList(),
                    Stream.concat(refused.stream(), other.refused.stream()).toList());
        }

        boolean takes(HotCopyType type) {
            return takes.stream().anyMatch(taken -> taken.type() == type);
        }
    }

    /**
     * A line that runs although its time has not come.
     *
     * @param line its type, which is not due
     */
    public record Healing(HotCopyType line, Cause cause) {}

    /** The lines that {@code backup POLICY} runs by the schedule: those due that are open, and one that heals. */
    public Set<HotCopyType> wanted(Situation situation) {
        Set<HotCopyType> lines = open(situation);
        healing(situation.with(lines)).ifPresent(healing -> lines.add(healing.line()));
        return lines;
    }

    /**
     * What must run by the schedule although its time has not come; empty when a full is due, which heals all, and
     * while what would heal is running already.
     */
    public Optional<Healing> healing(Situation situation) {
        return missing(situation)
                .filter(healing -> !situation.runs(
                        healing.line() == HotCopyType.INCREMENTAL && situation.noBase()
                                ? HotCopyType.FULL
                                : healing.line()));
    }

    private Optional<Healing> missing(Situation situation) {
        if (situation.wants(HotCopyType.FULL)) {
            return Optional.empty();
        }
        if (situation.neverCopied() && policy.run(HotCopyType.FULL).isPresent()) {
            return Optional.of(new Healing(HotCopyType.FULL, Cause.FIRST));
        }
        if (situation.wants(HotCopyType.INCREMENTAL)) {
            return Optional.empty();
        }
        boolean makesBase =
                policy.reactions().onNoBaseSet() == OnNoBaseSet.FULL && isScheduled(HotCopyType.INCREMENTAL);
        return situation.noBase() && makesBase
                ? Optional.of(new Healing(HotCopyType.INCREMENTAL, Cause.NO_BASE))
                : endOfSuspension(situation);
    }

    /** A journal hot copy that is due brings what ends the suspension by itself. */
    private Optional<Healing> endOfSuspension(Situation situation) {
        boolean isNeeded =
                situation.suspended() && isScheduled(HotCopyType.JOURNAL) && !situation.wants(HotCopyType.JOURNAL);
        if (!isNeeded) {
            return Optional.empty();
        }
        return switch (policy.reactions().onJournalSuspended()) {
            case FAIL -> Optional.empty();
            case INCREMENTAL -> Optional.of(new Healing(HotCopyType.INCREMENTAL, Cause.SUSPENDED));
            case FULL -> Optional.of(new Healing(HotCopyType.FULL, Cause.SUSPENDED));
        };
    }

    private boolean isScheduled(HotCopyType type) {
        return policy.run(type).flatMap(line -> line.schedule()).isPresent();
    }

    /**
     * What is taken of that which is due or asked for, healing nothing: a full serves whatever else is wanted; an
     * incremental and a journal hot copy are both taken.
     */
    public Answer chosen(Situation situation) {
        if (situation.wants(HotCopyType.FULL)) {
            return Answer.of(HotCopyType.FULL, situation.due(), Cause.DUE);
        }
        if (situation.wants(HotCopyType.SIMPLE)) {
            return Answer.of(HotCopyType.SIMPLE, situation.due(), Cause.DUE);
        }
        Answer first = situation.wants(HotCopyType.INCREMENTAL)
                ? incremental(situation, HotCopyType.INCREMENTAL, Cause.DUE)
                : Answer.NOTHING;
        return first.takes(HotCopyType.FULL) || !situation.wants(HotCopyType.JOURNAL)
                ? first
                : first.and(journal(situation, first.takes(HotCopyType.INCREMENTAL)));
    }

    /** @param line that it is taken for, or before */
    private Answer incremental(Situation situation, HotCopyType line, Cause cause) {
        return situation.noBase()
                ? withoutBase(situation, line, Cause.NO_BASE)
                : Answer.of(HotCopyType.INCREMENTAL, Set.of(HotCopyType.INCREMENTAL), cause);
    }

    private Answer journal(Situation situation, boolean afterIncremental) {
        if (situation.noJournalBase()) {
            return withoutBase(situation, HotCopyType.JOURNAL, Cause.NO_JOURNAL_BASE);
        }
        Answer journal = Answer.of(HotCopyType.JOURNAL, Set.of(HotCopyType.JOURNAL), Cause.DUE);
        return situation.suspended() && !afterIncremental ? suspended(situation, journal) : journal;
    }

    /** A full holds all that the journal hot copy would have held, so that one goes on after it. */
    private Answer withoutBase(Situation situation, HotCopyType line, Cause cause) {
        return switch (policy.reactions().onNoBaseSet()) {
            case FULL -> Answer.of(HotCopyType.FULL, situation.due(), cause);
            case FAIL -> Answer.not(line, cause);
        };
    }

    private Answer suspended(Situation situation, Answer journal) {
        return switch (policy.reactions().onJournalSuspended()) {
            case INCREMENTAL -> incrementalBefore(situation, journal);
            case FULL -> Answer.of(HotCopyType.FULL, situation.due(), Cause.SUSPENDED);
            case FAIL -> Answer.not(HotCopyType.JOURNAL, Cause.SUSPENDED);
        };
    }

    /** Without a set for the incremental a full is taken, or nothing; the journal hot copy needs one of them. */
    private Answer incrementalBefore(Situation situation, Answer journal) {
        Answer first = incremental(situation, HotCopyType.JOURNAL, Cause.SUSPENDED);
        return first.takes(HotCopyType.INCREMENTAL) ? first.and(journal) : first;
    }

    /**
     * Whether a line is due: its last occurrence is later than what has been served, and was not missed for too long.
     *
     * @param last the last occurrence that is not later than now
     * @param servedThrough the instant up to which the line is served; empty when it never was
     */
    public boolean isDue(Instant last, Optional<Instant> servedThrough, Instant now) {
        boolean isOpen = servedThrough.filter(through -> !last.isAfter(through)).isEmpty();
        return isOpen
                && !(policy.reactions().onMissed() instanceof OnMissed.Skip skip
                        && Duration.between(last, now).compareTo(skip.after()) > 0);
    }

    /**
     * Whether a line is in hand, and so not due: a hot copy that runs on just the backup group's archives has begun
     * since its last occurrence, and holds what the line would bring.
     *
     * @param last the last occurrence that is not later than now
     * @param running the type of the hot copy that runs
     * @param began when it began
     */
    public static boolean isInHand(Instant last, HotCopyType line, HotCopyType running, Instant began) {
        return holds(running, line) && !last.isAfter(began);
    }

    /** Whether a hot copy of this type holds all that one for the line would; a full holds everything. */
    public static boolean holds(HotCopyType type, HotCopyType line) {
        return type == line || type == HotCopyType.FULL;
    }

    /**
     * The lines of those due that are open: not those which only another full could serve while one runs already. That
     * one is what they need, so they are in hand, unless the line of the full itself is due again.
     */
    public Set<HotCopyType> open(Situation situation) {
        EnumSet<HotCopyType> open = EnumSet.noneOf(HotCopyType.class);
        open.addAll(situation.due());
        if (situation.runs(HotCopyType.FULL) && !situation.wants(HotCopyType.FULL)) {
            open.removeIf(line -> needsFull(line, situation));
        }
        return open;
    }

    private boolean needsFull(HotCopyType line, Situation situation) {
        return switch (line) {
            case FULL, SIMPLE -> false;
            case INCREMENTAL -> situation.noBase();
            case JOURNAL -> situation.noJournalBase() || situation.suspended() && isEndedByFull(situation);
        };
    }

    /** An incremental that is due is taken first, and ends a suspension. */
    private boolean isEndedByFull(Situation situation) {
        boolean incremental = situation.wants(HotCopyType.INCREMENTAL) && !situation.noBase();
        return !incremental
                && switch (policy.reactions().onJournalSuspended()) {
                    case FULL -> true;
                    case INCREMENTAL -> situation.noBase();
                    case FAIL -> false;
                };
    }

    /** Whether a good run for one line that took this type leaves nothing to do for that line. */
    public static boolean serves(HotCopyType ran, HotCopyType took, HotCopyType line) {
        return ran == line || took == line || line == HotCopyType.INCREMENTAL && took == HotCopyType.FULL;
    }

    /**
     * Which backup group takes over the runs of one that is down: the one that the policy names, unless it is down
     * itself or does not serve all that the other serves.
     *
     * @param isDown whether an archive of a group is not RUNNING although the database is
     * @param serves the storage groups that a group's archives serve
     */
    public Optional<BackupGroup> standIn(
            BackupGroup down, Predicate<BackupGroup> isDown, Function<BackupGroup, Set<StorageGroupName>> serves) {
        if (!(policy.reactions().onArchiveDown() instanceof OnArchiveDown.Instead instead)) {
            return Optional.empty();
        }
        return policy.backupGroup(instead.backupGroup())
                .filter(other -> !other.equals(down))
                .filter(isDown.negate())
                .filter(other -> serves.apply(other).containsAll(serves.apply(down)));
    }
}
