package io.hotcopy.live;

import io.hotcopy.engine.HotCopyHandle;
import io.hotcopy.engine.HotCopyStatus;
import io.hotcopy.plan.BackupPlan;
import io.hotcopy.plan.HotCopyStep;
import io.hotcopy.plan.LeftOut;
import io.hotcopy.plan.PastRun;
import io.hotcopy.plan.PastRun.Outcome;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.term.ByteSize;
import io.hotcopy.term.ElementId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Enters into the run ledger what became of a plan's runs, however they ended. A backup does not fail because the
 * ledger cannot be written: the sets are there, and tell what was copied.
 */
public final class RunEntries {
    private final RunBook book;
    private final BackupPlan plan;
    private final List<HotCopyStep> steps;

    /** @param plan with what it leaves out and bars */
    public RunEntries(RunBook book, BackupPlan plan) {
        this.book = book;
        this.plan = plan;
        this.steps =
                plan.runnable().steps().stream().map(HotCopyStep.class::cast).toList();
    }

    /**
     * Begins the runs; those of barred backup groups have failed, and when the others are refused at once, they too.
     */
    HotCopyHandle begun(Supplier<HotCopyHandle> begin) {
        barred(now());
        try {
            return begin.get();
        } catch (HotCopyException refused) {
            failed(refused.getMessage(), now());
            throw refused;
        }
    }

    /** Every run failed before anything was done: so, or as the plan tells of its backup group. */
    public void failed(String why) {
        Instant now = now();
        barred(now);
        failed(why, now);
    }

    /** All backup groups are barred, but for those that the policy says to leave out. */
    public void nothingCanBe() {
        barred(now());
        ended(List.of());
    }

    private void failed(String why, Instant now) {
        steps.forEach(step -> failed(step, why, now));
    }

    private void barred(Instant now) {
        plan.steps().forEach(step -> plan.barred(step)
                .ifPresent(group -> failed((HotCopyStep) step, group.because(), now)));
        plan.refused().stream()
                .flatMap(refused -> PastRun.failed(refused, now).stream())
                .forEach(this::enter);
    }

    private void failed(HotCopyStep step, String why, Instant now) {
        enter(step, Optional.empty(), now, now, Outcome.FAILED, 0, why);
    }

    /** What the policy said to leave out was left out, once what replaces it is done. */
    public void ended(List<HotCopyStatus> statuses) {
        for (int index = 0; index < steps.size(); index++) {
            ended(steps.get(index), statuses.get(index));
        }
        Instant now = now();
        plan.leftOut().stream()
                .filter(left -> isReplaced(left, statuses))
                .flatMap(left -> PastRun.skipped(left, now).stream())
                .forEach(this::enter);
    }

    /** Whether what runs instead of it is done, if something does: now, or in an earlier try and not in this plan. */
    private boolean isReplaced(LeftOut left, List<HotCopyStatus> statuses) {
        return left.instead()
                .map(group -> isDone(left.policy(), group, statuses))
                .orElse(true);
    }

    private boolean isDone(String policy, String backupGroup, List<HotCopyStatus> statuses) {
        return plan.barred(policy, backupGroup).isEmpty()
                && IntStream.range(0, steps.size())
                        .filter(index -> steps.get(index).isOf(policy, backupGroup))
                        .allMatch(index -> statuses.get(index).state() == HotCopyStatus.State.COMPLETED);
    }

    private void ended(HotCopyStep step, HotCopyStatus status) {
        Instant now = now();
        boolean done = status.state() == HotCopyStatus.State.COMPLETED;
        long bytes = status.archives().stream()
                .mapToLong(archive -> archive.copied().bytes())
                .sum();
        enter(
                step,
                status.began().map(began -> status.id()),
                status.began().orElse(now),
                status.ended().orElse(now),
                outcome(status.state()),
                bytes,
                done ? "" : status.message());
    }

    private static Outcome outcome(HotCopyStatus.State state) {
        return switch (state) {
            case COMPLETED -> Outcome.DONE;
            case CANCELLED, WAITING -> Outcome.CANCELLED;
            case FAILED, RUNNING -> Outcome.FAILED;
        };
    }

    private void enter(
            HotCopyStep step,
            Optional<ElementId> id,
            Instant began,
            Instant ended,
            Outcome outcome,
            long bytes,
            String failure) {
        PastRun.of(step, id, began, ended, outcome, new ByteSize(bytes), failure)
                .forEach(this::enter);
    }

    private void enter(PastRun run) {
        try {
            book.ledger(run.database().domain()).enter(run);
        } catch (HotCopyException trouble) {
            book.events()
                    .accept("the run ledger was not kept, so that what is due may be taken again: "
                            + trouble.getMessage());
        }
    }

    private Instant now() {
        return book.clock().instant();
    }
}
