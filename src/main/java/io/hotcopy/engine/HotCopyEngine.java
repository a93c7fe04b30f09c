package io.hotcopy.engine;

import io.hotcopy.driver.DomainDriver;
import io.hotcopy.plan.BackupPlan;
import io.hotcopy.plan.HotCopyStep;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.problem.Problem;
import io.hotcopy.progress.ProgressListener;
import io.hotcopy.term.ElementId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Carries out plans. Safe for several threads, each with a plan of its own. */
public final class HotCopyEngine implements AutoCloseable {
    private final Means means;
    private final HotCopyLedger ledger = new HotCopyLedger();

    /**
     * @param driver the live domain
     * @param options how to copy
     * @param clock for the times in manifests and reports
     * @param ids where the ids of runs and sets come from; safe for several threads if this engine is used by several
     */
    public HotCopyEngine(DomainDriver driver, EngineOptions options, Clock clock, RandomGenerator ids) {
        this(new Means(driver, options, clock, NanoClock.SYSTEM, ids));
    }

    HotCopyEngine(Means means) {
        this.means = means;
    }

    /**
     * Carries out every step in order, and returns when all are published. When one fails, the later ones of its backup
     * group are not begun; those of other backup groups are.
     *
     * <p>An interrupt of the calling thread cancels the hot copy that runs: it is thrown as a failure that is
     * {@link HotCopyFailedException#cancelled()}, the interrupt itself then being spent. One that comes when a hot copy
     * is already being published cancels the next step; without a next step it stays with the thread.
     *
     * @param plan one that {@link BackupPlan#canRun()}
     * @param progress hears a task for each archive, and the stages
     * @return what was done
     * @throws HotCopyException when a step could not be completed: the first failure, with the others and with what
     *     became of the other steps, which stay complete; nothing of a failed one looks whole. Of a single step before
     *     anything was made it is what the driver refused with, else a {@link HotCopyFailedException}
     */
    public RunReport run(BackupPlan plan, ProgressListener progress) {
        return start(plan, progress).finish(Optional.empty()).orElseThrow();
    }

    /**
     * Begins to carry out every step in order, on a thread of the engine, and returns at once.
     *
     * @param plan one that {@link BackupPlan#canRun()}
     * @param progress as {@link #run}
     * @throws HotCopyException when it can be seen to fail before anything has been touched, or the engine is closed
     */
    public HotCopyHandle start(BackupPlan plan, ProgressListener progress) {
        require(plan);
        PlanRun run = new PlanRun(plan.steps().stream()
                .map(step -> job((HotCopyStep) step, plan, progress))
                .toList());
        if (!ledger.start(run)) {
            throw new HotCopyException("no hot copy can begin: the domain is being stopped");
        }
        return new HotCopyHandle(run);
    }

    private Job job(HotCopyStep step, BackupPlan plan, ProgressListener progress) {
        return new Job(new ElementId(means.newId()), step, plan.pace(), means, progress);
    }

    /** Every hot copy that this engine carries out, and the latest of those that it has; the newest first. */
    public List<HotCopyStatus> hotCopies() {
        return ledger.status();
    }

    /**
     * Finds the plan's run that a hot copy belongs to.
     *
     * @return empty when it is none of {@link #hotCopies()}
     */
    public Optional<HotCopyHandle> hotCopy(ElementId id) {
        return ledger.find(id).map(HotCopyHandle::new);
    }

    /** Lets no other begin, cancels what runs, and waits until all has ended and been cleared away. */
    @Override
    public void close() {
        List<HotCopyHandle> running =
                ledger.close().stream().map(HotCopyHandle::new).toList();
        running.forEach(HotCopyHandle::cancel);
        running.forEach(HotCopyHandle::awaitEnd);
    }

    /** Refuses what can be seen to fail before anything has been touched. */
    private static void require(BackupPlan plan) {
        if (plan.steps().isEmpty()) {
            throw new IllegalArgumentException("a plan without steps cannot be run");
        }
        List<Problem> errors = new ArrayList<>(plan.errors());
        errors.addAll(Preflight.check(plan).problems());
        errors.stream().filter(Problem::isError).findFirst().ifPresent(error -> {
            throw new HotCopyException(error.message(), error.hints().toArray(String[]::new));
        });
    }
}
