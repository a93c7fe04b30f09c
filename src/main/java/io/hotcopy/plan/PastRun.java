package io.hotcopy.plan;

import io.hotcopy.model.BackupGroup;
import io.hotcopy.model.BackupPolicy;
import io.hotcopy.term.ByteSize;
import io.hotcopy.term.DatabaseName;
import io.hotcopy.term.ElementId;
import io.hotcopy.term.HotCopyType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What became of one run: an entry of the run ledger. The sets tell what was copied; only this tells what was tried and
 * failed, and for which occurrence of a schedule.
 *
 * @param policy the policy that declares it
 * @param backupGroup the backup group that was copied
 * @param database its full name
 * @param type what was taken, which may not be what the occurrence's line says: a full instead of an incremental
 * @param occurrence the instant of the schedule that it was run for; empty when it was only asked for
 * @param line the type of the policy's line that it was run for
 * @param id of the hot copy; empty when it failed before it had one
 * @param began when it began
 * @param ended when it ended
 * @param outcome how
 * @param bytes copied
 * @param failure why it did not succeed, a sentence; empty when it did
 */
public record PastRun(
        String policy,
        String backupGroup,
        DatabaseName database,
        HotCopyType type,
        Optional<Instant> occurrence,
        HotCopyType line,
        Optional<ElementId> id,
        Instant began,
        Instant ended,
        Outcome outcome,
        ByteSize bytes,
        String failure) {

    /** How a run can end. */
    public enum Outcome {
        /** Published, all members. */
        DONE,
        /** It failed: nothing, or not every member, was published. */
        FAILED,
        /** Somebody cancelled it. */
        CANCELLED,
        /** The policy said to leave it out. */
        SKIPPED;

        /** The word that is printed and stored: {@code done}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What becomes of a step's runs, one for each that it serves.
     *
     * @param id of the hot copy; empty when it failed before it had one
     * @param failure why it did not succeed; empty when it did
     */
    public static List<PastRun> of(
            HotCopyStep step,
            Optional<ElementId> id,
            Instant began,
            Instant ended,
            Outcome outcome,
            ByteSize bytes,
            String failure) {
        return step.serves().stream()
                .map(run -> new PastRun(
                        step.policy(),
                        step.backupGroup(),
                        step.database(),
                        step.type(),
                        run.occurrence(),
                        run.line(),
                        id,
                        began,
                        ended,
                        outcome,
                        bytes,
                        failure))
                .toList();
    }

    /** The runs that a plan leaves out, as its policy says; none when they are left out since they are done. */
    public static List<PastRun> skipped(LeftOut left, Instant now) {
        return left.runs().stream()
                .filter(run -> !left.done())
                .map(run -> untaken(
                        left.policy(),
                        left.backupGroup(),
                        left.database(),
                        left.type(),
                        run,
                        now,
                        Outcome.SKIPPED,
                        left.because()))
                .toList();
    }

    /** The runs of which a plan has not even a step: nothing tells what would have been taken but the line itself. */
    public static List<PastRun> failed(RefusedRuns refused, Instant now) {
        return refused.runs().stream()
                .map(run -> untaken(
                        refused.policy(),
                        refused.backupGroup(),
                        refused.database(),
                        run.line(),
                        run,
                        now,
                        Outcome.FAILED,
                        refused.because()))
                .toList();
    }

    private static PastRun untaken(
            String policy,
            String backupGroup,
            DatabaseName database,
            HotCopyType type,
            LineRun run,
            Instant now,
            Outcome outcome,
            String why) {
        return new PastRun(
                policy,
                backupGroup,
                database,
                type,
                run.occurrence(),
                run.line(),
                Optional.empty(),
                now,
                now,
                outcome,
                new ByteSize(0),
                why);
    }

    public boolean succeeded() {
        return outcome == Outcome.DONE;
    }

    /** Whether it leaves nothing to do for this line of its policy, up to {@link #servedThrough}. */
    public boolean serves(HotCopyType other) {
        return succeeded() && Decider.serves(line, type, other);
    }

    /** The instant up to which it serves, if it is good: when it began, or the occurrence that it was run for. */
    public Instant servedThrough() {
        return occurrence.filter(began::isBefore).orElse(began);
    }

    /** Whether it is one of this backup group, run by this policy. */
    public boolean isOf(BackupPolicy ran, BackupGroup group) {
        return policy.equals(ran.name()) && backupGroup.equals(group.name()) && database.equals(ran.protects());
    }

    /** How long it took. */
    public Duration took() {
        return Duration.between(began, ended);
    }
}
