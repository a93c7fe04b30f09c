package io.hotcopy.engine;

import io.hotcopy.backupset.ElementFacts;
import io.hotcopy.driver.ArchiveCopy;
import io.hotcopy.driver.CopyRequest;
import io.hotcopy.driver.Cut;
import io.hotcopy.driver.PinnedCopies;
import io.hotcopy.plan.HotCopyStep;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.HotCopyType;
import io.hotcopy.term.SetId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * All archives of one hot copy, and what they do together. Its methods are called by one thread, which does no I/O
 * itself; {@link #members()} by any.
 */
final class Crew<M extends MemberCopy> {
    private final Job job;
    private final PinnedCopies copies;
    private final Workers workers;
    private final List<M> members = new CopyOnWriteArrayList<>();
    private final Instant began;
    private final Waits waits;
    private final Pacer pacer;

    private Cut cut;
    private Instant cutTaken;

    Crew(Job job) {
        this.job = job;
        this.copies = job.means().driver().copies(job.step().database());
        this.workers = new Workers("hotcopy-" + job.run());
        this.began = job.means().clock().instant();
        this.waits = new Waits(job.means().nanos());
        this.pacer = new Pacer(
                job.pace(),
                job.step().members().size(),
                copies::commitLatency,
                job.means().nanos(),
                job.progress());
    }

    List<M> members() {
        return members;
    }

    /** Registers a copy on every archive, in the order of ids, so that two clients never wait for each other. */
    void begin(Function<Part, M> enrol) throws Exception {
        workers.alone(() -> {
            pacer.begin();
            for (HotCopyStep.Member planned : job.step().members()) {
                Optional<SetId> set = setOf(planned);
                HotCopyType type = job.step().type();
                ArchiveCopy copy = copies.begin(planned.archive(), new CopyRequest(job.run(), type, set));
                members.add(enrol.apply(new Part(job, planned, set, copy, throttle(), meter(planned.archive()))));
            }
        });
    }

    private Optional<SetId> setOf(HotCopyStep.Member planned) {
        return switch (job.step().type()) {
            case FULL -> Optional.of(new SetId(job.means().newId()));
            case SIMPLE -> Optional.empty();
            case INCREMENTAL, JOURNAL ->
                Optional.of(planned.set()
                        .orElseThrow(() -> new IllegalArgumentException(
                                "step " + job.step().id() + " names no set")));
        };
    }

    private Throttle throttle() {
        return new Throttle(pacer, job.means().nanos());
    }

    private Meter meter(ArchiveId archive) {
        return new Meter("archive " + archive, job.progress(), job.means().nanos());
    }

    /** Does something for every archive, one after the other. */
    void each(Consumer<M> work) throws Exception {
        workers.alone(() -> members.forEach(work));
    }

    /**
     * Copies from all archives at the same time.
     *
     * @param tasksOf what that many threads have to do for an archive
     */
    void copy(BiFunction<M, Integer, List<Workers.Task>> tasksOf) throws Exception {
        int threads = Math.max(1, job.means().options().threads() / members.size());
        List<Workers.Task> tasks = new ArrayList<>();
        workers.alone(() -> {
            for (M member : members) {
                tasks.addAll(waits.watched(member.archive(), tasksOf.apply(member, threads)));
            }
        });
        workers.together(tasks);
    }

    /** One cut over all; writers go on. */
    void takeCut() throws Exception {
        workers.alone(() -> {
            cut = copies.cut(
                    members.stream().map(MemberCopy::copy).toList(),
                    job.means().options().patience());
            waits.stable(cut.number());
            cutTaken = job.means().clock().instant();
        });
    }

    Cut cut() {
        return cut;
    }

    /** Whom the present phase waits for. */
    Waits waits() {
        return waits;
    }

    /** The database's stable number now. */
    CommitNumber stable() throws Exception {
        return workers.answer(copies::stable);
    }

    /** What every manifest of the run says alike; known once the cut has been taken. */
    RunFacts facts(List<ElementFacts.Member> all) {
        return new RunFacts(job.run(), all, cut, began, job.means().clock().instant());
    }

    /**
     * What was done, when it is done.
     *
     * @param stages what each phase took
     * @param stableAtPin the stable number when the first archive was about to be pinned
     */
    RunReport.HotCopy report(List<RunReport.Stage> stages, CommitNumber stableAtPin) {
        return new RunReport.HotCopy(
                job.run(),
                job.step().id(),
                job.step().type(),
                began,
                stableAtPin,
                cutTaken,
                cut.number(),
                job.means().clock().instant(),
                stages,
                members.stream().map(MemberCopy::report).toList());
    }

    /** Not to be stopped: a hot copy half of which is visible helps nobody. */
    void publish() throws Exception {
        workers.undisturbed(() -> {
            members.forEach(MemberCopy::publish);
            members.forEach(member -> member.moveLeases(cut));
            members.forEach(MemberCopy::release);
        });
    }

    /** Takes back what is not published and releases everything, trying each thing though others fail. */
    void giveUp(Throwable cause) {
        List<Workers.Task> tasks = new ArrayList<>();
        for (M member : members) {
            tasks.add(() -> member.moveLeases(cut));
            tasks.add(member::abandonUnlessPublished);
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
}
