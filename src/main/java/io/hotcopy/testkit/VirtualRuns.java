package io.hotcopy.testkit;

import io.hotcopy.backupset.SetFacts;
import io.hotcopy.driver.DatabaseFacts;
import io.hotcopy.driver.RunningCopy;
import io.hotcopy.plan.BackupPlan;
import io.hotcopy.plan.HotCopyStep;
import io.hotcopy.plan.Pace;
import io.hotcopy.plan.PastRun;
import io.hotcopy.plan.PastRun.Outcome;
import io.hotcopy.plan.PlannedRun;
import io.hotcopy.plan.PlannedSets;
import io.hotcopy.plan.Planner;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.ByteSize;
import io.hotcopy.term.DatabaseName;
import io.hotcopy.term.HotCopyType;
import io.hotcopy.term.SetId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * Hot copies that are taken in virtual time: each lasts as long as it is expected to, the steps of a plan run one after
 * another, and nothing is copied. Keeps their sets and what a run ledger would have.
 */
final class VirtualRuns {
    private static final long SEED = 5;

    private final Processes processes;
    private final PlannedSets sets = new PlannedSets(new SplittableRandom(SEED));
    private final List<PastRun> past = new ArrayList<>();
    private final List<Chain> chains = new ArrayList<>();

    VirtualRuns(Processes processes) {
        this.processes = processes;
    }

    /** What is true of a database now. */
    DatabaseFacts facts(DatabaseName database) {
        return sets.over(processes.facts(database, this::running));
    }

    List<SetFacts> sets(DatabaseName database) {
        return sets.over(database, List.of());
    }

    /** What the run ledger of the database's domain would have. */
    List<PastRun> past(DatabaseName database) {
        return past.stream()
                .filter(run -> run.database().domain().equals(database.domain()))
                .toList();
    }

    private List<RunningCopy> running(DatabaseName database, ArchiveId archive) {
        return chains.stream()
                .flatMap(chain -> chain.running().stream())
                .filter(run -> run.step().database().equals(database))
                .flatMap(run -> run.parts().stream()
                        .filter(part -> part.archive().equals(archive))
                        .map(part -> new RunningCopy(
                                run.id(), run.step().type(), written(run, part), true, Optional.of(run.began()))))
                .toList();
    }

    private static Optional<SetId> written(PlannedRun run, SetFacts part) {
        return run.step().type() == HotCopyType.SIMPLE ? Optional.empty() : Optional.of(part.id());
    }

    /** Begins the first step of what can be run of a plan; the runs of barred backup groups have failed. */
    Chain begin(BackupPlan plan, Instant now) {
        bar(plan, now);
        Chain chain = new Chain(
                plan.runnable().steps().stream().map(HotCopyStep.class::cast).toList());
        chains.add(chain);
        next(chain, now);
        return chain;
    }

    private void bar(BackupPlan plan, Instant now) {
        plan.steps()
                .forEach(step -> plan.barred(step).ifPresent(group -> fail((HotCopyStep) step, now, group.because())));
        plan.refused().forEach(refused -> past.addAll(PastRun.failed(refused, now)));
    }

    private void fail(HotCopyStep step, Instant now, String why) {
        past.addAll(PastRun.of(step, Optional.empty(), now, now, Outcome.FAILED, new ByteSize(0), why));
    }

    /** The chain of which something ends first, and no later than then. */
    Optional<Chain> nextToEnd(Instant through) {
        return chains.stream().filter(chain -> !chain.end().isAfter(through)).min(Comparator.comparing(Chain::end));
    }

    /** Ends what runs of this chain; what follows begins. */
    void end(Chain chain) {
        PlannedRun run = chain.running().map(chain::end).orElseThrow();
        if (run.step().type() != HotCopyType.SIMPLE) {
            sets.publish(run, chain.end());
        }
        enter(run, chain.end(), Outcome.DONE, run.step().estimatedBytes(), "");
        next(chain, chain.end());
    }

    private void next(Chain chain, Instant now) {
        Optional<HotCopyStep> step = chain.next();
        Optional<String> refusal = step.flatMap(this::refusal);
        if (refusal.isPresent()) {
            fail(chain, step.get(), now, refusal.get());
        } else if (step.isPresent()) {
            HotCopyStep next = step.get();
            DatabaseName database = next.database();
            PlannedRun run = sets.begin(next, facts(database), sets(database), now);
            chain.begin(run, now.plus(next.estimatedTime().orElse(Duration.ZERO)));
        } else {
            chains.remove(chain);
        }
    }

    /** Why a step cannot begin now: another plan's copies run, or a storage manager is gone. */
    private Optional<String> refusal(HotCopyStep step) {
        Optional<String> gone = step.members().stream()
                .map(HotCopyStep.Member::archive)
                .filter(archive -> !isRunning(step.database(), archive))
                .findFirst()
                .map(archive -> "the storage manager of archive " + archive + " is not RUNNING");
        BackupPlan alone = new BackupPlan(Instant.EPOCH, List.of(step), Pace.DEFAULT, List.of(), List.of());
        return gone.or(
                () -> Planner.conflicts(alone, this::facts).stream().findFirst().map(conflict -> conflict.refusal()
                        .reason()));
    }

    private boolean isRunning(DatabaseName database, ArchiveId archive) {
        return processes.isRunning(new Processes.Member(database, archive));
    }

    /** The copies of storage managers that are gone have failed. */
    void failOfGone(Instant now) {
        for (Chain chain : List.copyOf(chains)) {
            PlannedRun run = chain.running().orElseThrow();
            run.parts().stream()
                    .map(SetFacts::archive)
                    .filter(archive -> !isRunning(run.step().database(), archive))
                    .findFirst()
                    .ifPresent(archive -> {
                        String why = "the storage manager of archive " + archive + " has stopped";
                        enter(run, now, Outcome.FAILED, new ByteSize(0), why);
                        abandon(chain, now);
                    });
        }
    }

    private void fail(Chain chain, HotCopyStep step, Instant now, String why) {
        fail(step, now, why);
        abandon(chain, now);
    }

    private void abandon(Chain chain, Instant now) {
        chains.remove(chain);
        chain.abandon()
                .forEach(step -> past.addAll(PastRun.of(
                        step,
                        Optional.empty(),
                        now,
                        now,
                        Outcome.CANCELLED,
                        new ByteSize(0),
                        "the one before failed")));
    }

    private void enter(PlannedRun run, Instant ended, Outcome outcome, ByteSize bytes, String why) {
        past.addAll(PastRun.of(run.step(), Optional.of(run.id()), run.began(), ended, outcome, bytes, why));
    }

    /** Remembers that none of a plan's runs could be begun. */
    void refuse(BackupPlan plan, String why, Instant now) {
        bar(plan, now);
        plan.runnable().steps().forEach(step -> fail((HotCopyStep) step, now, why));
        leaveOut(plan, now);
    }

    /** Remembers the runs that a plan leaves out, unless what is to run instead of them cannot. */
    void leaveOut(BackupPlan plan, Instant now) {
        plan.leftOut().stream()
                .filter(left -> left.instead()
                        .map(group -> plan.barred(left.policy(), group).isEmpty())
                        .orElse(true))
                .forEach(left -> past.addAll(PastRun.skipped(left, now)));
    }

    /** Journal hot copies of those who have come back wait for a full or incremental. */
    void suspend(Stream<Processes.Member> returned) {
        returned.forEach(member -> sets.suspend(member.database(), member.archive()));
    }

    boolean haveBegun() {
        return !past.isEmpty() || !chains.isEmpty();
    }

    /** How many hot copies have been taken. */
    long taken() {
        return past.stream()
                .filter(PastRun::succeeded)
                .map(PastRun::id)
                .distinct()
                .count();
    }
}
