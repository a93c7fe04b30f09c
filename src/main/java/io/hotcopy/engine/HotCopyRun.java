package io.hotcopy.engine;

import io.hotcopy.backupset.ElementFacts;
import io.hotcopy.driver.ArchiveCopy;
import io.hotcopy.driver.CopyRequest;
import io.hotcopy.driver.Cut;
import io.hotcopy.driver.PinnedCopies;
import io.hotcopy.plan.HotCopyStep;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.progress.ProgressEvent.StageEntered;
import io.hotcopy.progress.ProgressListener;
import io.hotcopy.term.ByteSize;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.ElementId;
import io.hotcopy.term.HotCopyType;
import io.hotcopy.term.SetId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** One full hot copy of one backup group, told in order. Used once, by one thread. */
final class HotCopyRun {
    private final HotCopyStep step;
    private final Means means;
    private final ProgressListener progress;
    private final Optional<ByteSize> maxRate;
    private final ElementId run;
    private final PinnedCopies copies;
    private final Workers workers;
    private final List<MemberCopy> members = new ArrayList<>();
    private final Instant began;

    private String stage = "";
    private Instant pinned;
    private CommitNumber stableAtPin;
    private Cut cut;
    private Instant cutTaken;

    HotCopyRun(HotCopyStep step, Optional<ByteSize> maxRate, Means means, ProgressListener progress) {
        this.step = step;
        this.means = means;
        this.progress = progress;
        this.maxRate = maxRate;
        this.run = new ElementId(means.newId());
        this.copies = means.driver().copies(step.database());
        this.workers = new Workers("hotcopy-" + run);
        this.began = means.clock().instant();
    }

    /**
     * Does it all.
     *
     * @return what was done; everything is published and released
     * @throws HotCopyException when it could not be completed; nothing unpublished is left but empty sets, and every
     *     archive is released
     */
    RunReport.HotCopy run() {
        try {
            enter("begin", this::begin);
            enter("initialise sets", this::initialiseSets);
            enter("pin", this::pin);
            enter("copy files", this::copyFiles);
            enter("take the cut", this::takeCut);
            enter("copy journals", this::copyJournals);
            enter("seal", this::seal);
            enter("publish", this::publish);
            return report();
        } catch (Error | Exception cause) {
            giveUp(cause);
            throw failure(cause);
        }
    }

    private void enter(String name, Workers.Task work) throws Exception {
        stage = name;
        progress.on(new StageEntered(name));
        work.run();
    }

    /** Registers a copy on every archive, in the order of ids, so that two clients never wait for each other. */
    private void begin() throws Exception {
        workers.alone(() -> {
            for (HotCopyStep.Member member : step.members()) {
                SetId set = new SetId(means.newId());
                ArchiveCopy copy =
                        copies.begin(member.archive(), new CopyRequest(run, HotCopyType.FULL, Optional.of(set)));
                Meter meter = new Meter("archive " + member.archive(), progress, means.nanos());
                members.add(new MemberCopy(member, set, copy, new Throttle(maxRate, means.nanos()), meter));
            }
        });
    }

    /** From here on journal copies go to the new sets (M23, M26). */
    private void initialiseSets() throws Exception {
        workers.alone(() -> {
            for (MemberCopy member : members) {
                member.initialise(step.database(), run, means.clock().instant());
            }
        });
    }

    private void pin() throws Exception {
        workers.alone(() -> {
            pinned = means.clock().instant();
            stableAtPin = means.driver().facts(step.database()).stable();
            members.forEach(MemberCopy::pin);
        });
    }

    private void copyFiles() throws Exception {
        int threads = Math.max(1, means.options().threads() / members.size());
        copy(member -> member.copyFiles(threads));
    }

    /** One cut over all, after the last file has been copied; writers go on. */
    private void takeCut() throws Exception {
        workers.alone(() -> {
            cut = copies.cut(
                    members.stream().map(MemberCopy::copy).toList(),
                    means.options().patience());
            cutTaken = means.clock().instant();
        });
    }

    private void copyJournals() throws Exception {
        copy(member -> member.copyJournal(cut, 1));
    }

    private void copy(Function<MemberCopy, List<Workers.Task>> tasksOf) throws Exception {
        List<Workers.Task> tasks = new ArrayList<>();
        workers.alone(() -> members.forEach(member -> tasks.addAll(tasksOf.apply(member))));
        workers.together(tasks);
    }

    /** All are sealed before any is published. */
    private void seal() throws Exception {
        List<ElementFacts.Member> all =
                members.stream().map(MemberCopy::inManifest).toList();
        workers.alone(() -> {
            for (MemberCopy member : members) {
                member.seal(run, all, cut, began, means.clock().instant());
            }
        });
    }

    /** Not to be stopped: a hot copy half of which is visible helps nobody. */
    private void publish() throws Exception {
        workers.undisturbed(() -> {
            members.forEach(MemberCopy::publish);
            members.forEach(member -> member.moveLeases(cut));
            members.forEach(MemberCopy::release);
        });
    }

    private RunReport.HotCopy report() {
        return new RunReport.HotCopy(
                run,
                step.id(),
                began,
                pinned,
                stableAtPin,
                cutTaken,
                cut.number(),
                means.clock().instant(),
                members.stream().map(MemberCopy::report).toList());
    }

    /** Takes back what is not published and releases everything, trying each thing though others fail. */
    private void giveUp(Throwable cause) {
        List<Workers.Task> tasks = new ArrayList<>();
        for (MemberCopy member : members) {
            tasks.add(() -> member.moveLeases(cut));
            tasks.add(member::abandon);
            tasks.add(member::release);
        }
        for (Workers.Task task : tasks) {
            try {
                workers.undisturbed(task);
            } catch (Exception | Error alsoFailed) {
                cause.addSuppressed(alsoFailed);
            }
        }
    }

    private RuntimeException failure(Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        boolean nothingMade = members.stream().allMatch(member -> member.state() == MemberCopy.State.BEGUN);
        return nothingMade && cause instanceof HotCopyException refused
                ? refused
                : Failure.of(step, stage, cause, members);
    }
}
