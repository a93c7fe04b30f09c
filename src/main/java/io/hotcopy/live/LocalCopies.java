package io.hotcopy.live;

import io.hotcopy.engine.HotCopyEngine;
import io.hotcopy.engine.HotCopyHandle;
import io.hotcopy.engine.HotCopyStatus;
import io.hotcopy.engine.RunReport;
import io.hotcopy.plan.BackupPlan;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.progress.ProgressListener;
import io.hotcopy.term.ElementId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The hot copies made in a domain of this process: the engine's, and what is remembered of them. */
public final class LocalCopies implements LiveCopies {
    private final HotCopyEngine engine;
    private final RunBook book;
    private volatile boolean leaving;

    LocalCopies(HotCopyEngine engine, RunBook book) {
        this.engine = engine;
        this.book = book;
    }

    /**
     * Begins to carry out what of a plan can be run, and returns at once; what becomes of it is remembered.
     *
     * @throws HotCopyException when it can be seen to fail before anything has been touched, which is remembered too
     */
    public HotCopyHandle start(BackupPlan plan, ProgressListener progress) {
        Begun begun = begin(plan, progress);
        begun.rememberWhenEnded();
        return begun.handle();
    }

    @Override
    public CarriedOut carryOut(BackupPlan plan, Optional<Duration> timeout, ProgressListener progress) {
        Leaving heard = new Leaving(progress);
        Begun begun = begin(plan, heard);
        HotCopyHandle handle = begun.handle();
        Optional<RunReport> report;
        try {
            report = handle.finish(timeout);
        } finally {
            begun.rememberWhenEnded();
        }
        if (report.isPresent()) {
            return new CarriedOut(report, List.of());
        }
        heard.leave();
        handle.whenEnded(this::tell);
        return new CarriedOut(Optional.empty(), handle.status());
    }

    private Begun begin(BackupPlan plan, ProgressListener progress) {
        if (leaving) {
            throw new HotCopyException("no hot copy can begin: the domain is being stopped");
        }
        BackupPlan taken = plan.runnable();
        RunEntries runs = new RunEntries(book, plan);
        HotCopyHandle handle = runs.begun(() -> engine.start(taken, progress));
        CatalogEntries sets = new CatalogEntries(book, taken);
        sets.begun();
        return new Begun(handle, runs, sets);
    }

    private record Begun(HotCopyHandle handle, RunEntries runs, CatalogEntries sets) {

        /** On this thread if it has ended, so that who waited for it finds it remembered. */
        void rememberWhenEnded() {
            handle.whenEnded(statuses -> sets.ended());
            handle.whenEnded(runs::ended);
        }
    }

    /** Nobody waits for them: how they ended is told as what happens by itself. */
    private void tell(List<HotCopyStatus> ended) {
        ended.forEach(hotCopy ->
                book.events().accept("hot copy " + hotCopy.id() + " (" + hotCopy.step() + "): " + hotCopy.message()));
    }

    @Override
    public List<HotCopyStatus> all() {
        return engine.hotCopies();
    }

    /** Finds the plan's run that a hot copy belongs to; empty when it is none of {@link #all()}. */
    public Optional<HotCopyHandle> find(ElementId id) {
        return engine.hotCopy(id);
    }

    @Override
    public List<HotCopyStatus> cancel(ElementId id) {
        HotCopyHandle handle =
                find(id).orElseThrow(() -> new HotCopyException("no hot copy \"" + id + "\" is known here"));
        handle.cancel();
        handle.awaitEnd();
        return handle.status();
    }

    /** From here on none can begin; those that run go on. */
    public void takeNoMore() {
        leaving = true;
    }

    /** Cancels all that run, and waits until they have ended. */
    public void cancelAll() {
        List<HotCopyHandle> running = handles();
        running.forEach(HotCopyHandle::cancel);
        running.forEach(HotCopyHandle::awaitEnd);
    }

    /** Waits until all that run have ended. */
    public void awaitAll() {
        handles().forEach(HotCopyHandle::awaitEnd);
    }

    /** Those that run or wait. */
    public Set<ElementId> running() {
        return all().stream()
                .filter(hotCopy -> !hotCopy.state().isEnded())
                .map(HotCopyStatus::id)
                .collect(Collectors.toSet());
    }

    private List<HotCopyHandle> handles() {
        return running().stream().flatMap(id -> find(id).stream()).toList();
    }

    @Override
    public boolean awaitEnd(ElementId id) throws InterruptedException {
        Optional<HotCopyHandle> known = find(id);
        if (known.isPresent()) {
            known.get().await(Duration.ofDays(36_500));
        }
        return known.isPresent();
    }
}
