package io.hotcopy.restore;

import io.hotcopy.backupset.SetUse;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.progress.ProgressEvent.StageEntered;
import io.hotcopy.progress.ProgressListener;
import io.hotcopy.recovery.ArchivePlan;
import io.hotcopy.recovery.RestorePlan;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.ByteSize;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.random.RandomGenerator;

/**
 * Makes new archives of backup sets. Whole or not at all: whatever ends a restore before its end, also an interruption
 * of the calling thread, leaves no target. Sets are only read. Several restores may run at once.
 */
public final class Restorer {

    private final ArchiveFormats formats;
    private final RandomGenerator random;
    private final Workers workers;

    /**
     * @param formats the kinds of database it can restore
     * @param random for the identities of the new archives
     * @param workers for copying and checking
     */
    public Restorer(ArchiveFormats formats, RandomGenerator random, Workers workers) {
        this.formats = formats;
        this.random = random;
        this.workers = workers;
    }

    /**
     * Makes sure that a plan can be restored to a directory; writes nothing and does not read the sets.
     *
     * @throws HotCopyException when the directory cannot be used
     */
    public void check(RestorePlan plan, Path target) {
        RestoreDestination.check(target, plan);
    }

    /** As above, for sets that are not there yet: where they will lie, and how big they may be. */
    public void check(List<Path> sets, ByteSize size, Path target) {
        RestoreDestination.check(target, sets, size);
    }

    /**
     * Carries out a plan.
     *
     * @param plan from {@code RecoveryPlanner}
     * @param target the directory to make; must not exist or be empty. It will hold {@code archive-<id>/} for each
     *     archive of the plan
     * @param progress hears a task an archive for each stage
     * @throws HotCopyException when sources are damaged or the target cannot be used: nothing has been written; or when
     *     the disk fails or the thread is interrupted: what was written has been removed
     */
    public RestoreReport restore(RestorePlan plan, Path target, ProgressListener progress) {
        return restore(plan, target, RestoreDestination.check(target, plan), progress);
    }

    /**
     * Carries out a plan of one archive, so that the target itself is that archive.
     *
     * @param plan of exactly one archive
     * @param target the archive's directory; must not exist or be empty
     * @throws HotCopyException as {@link #restore(RestorePlan, Path, ProgressListener)}
     */
    public RestoreReport restoreArchive(RestorePlan plan, Path target, ProgressListener progress) {
        if (plan.archives().size() != 1) {
            throw new IllegalArgumentException("one archive was to be restored, the plan has "
                    + plan.archives().size());
        }
        ArchiveId archive = plan.archives().get(0).archive();
        return restore(plan, target, RestoreDestination.check(target, plan).of(archive), progress);
    }

    private RestoreReport restore(
            RestorePlan plan, Path target, RestoreDestination destination, ProgressListener progress) {
        try (SetUse use = SetUse.of(RestoreSources.sets(plan))) {
            return restoreUsed(plan, target, destination, progress);
        }
    }

    private RestoreReport restoreUsed(
            RestorePlan plan, Path target, RestoreDestination destination, ProgressListener progress) {
        long begun = System.nanoTime();
        ArchiveFormat format = formats.of(plan.kind());
        RestoreSources sources = checkedSources(plan, progress);
        try {
            destination.begin();
            progress.on(new StageEntered("copy files"));
            lay(plan, sources, destination, progress);
            progress.on(new StageEntered("make archives"));
            finish(plan, sources, format, destination, progress);
            InterruptedRestoreException.check();
            destination.complete();
        } catch (RuntimeException | Error failed) {
            destination.discard(failed);
            throw inTermsOfInterruption(failed);
        }
        return report(plan, target, sources, destination, System.nanoTime() - begun);
    }

    private RestoreSources checkedSources(RestorePlan plan, ProgressListener progress) {
        progress.on(new StageEntered("check backup sets"));
        RestoreSources sources = RestoreSources.open(plan);
        Queue<HotCopyException> findings = new ConcurrentLinkedQueue<>();
        SourceCheck.present(sources.all(), (source, finding) -> findings.add(finding));
        if (findings.isEmpty()) {
            SourceCheck.checksums(sources.all(), workers, progress, (source, finding) -> findings.add(finding));
        }
        HotCopyException first = findings.poll();
        if (first != null) {
            findings.forEach(first::addSuppressed);
            throw first;
        }
        return sources;
    }

    private void lay(
            RestorePlan plan, RestoreSources sources, RestoreDestination destination, ProgressListener progress) {
        List<Workers.Job> jobs = new ArrayList<>();
        for (ArchivePlan archive : plan.archives()) {
            Path building = destination.building(archive.archive());
            jobs.addAll(new ArchiveLayer(sources.base(archive), building).jobs(progress));
        }
        workers.run(jobs);
    }

    private void finish(
            RestorePlan plan,
            RestoreSources sources,
            ArchiveFormat format,
            RestoreDestination destination,
            ProgressListener progress) {
        List<Runnable> jobs = new ArrayList<>();
        for (ArchivePlan archive : plan.archives()) {
            RestoredState state = new RestoredState(
                    archive.set(), sources.steps(archive), newIdentity(), plan.lineage(), plan.target(), plan.run());
            jobs.add(() -> format.finish(destination.building(archive.archive()), state, progress));
        }
        workers.runAll(jobs);
    }

    /** A random UUID (version 4) from the source that was handed in. */
    private UUID newIdentity() {
        long high = random.nextLong() & ~0xF000L | 0x4000L;
        long low = random.nextLong() & ~(0xC0L << 56) | 0x80L << 56;
        return new UUID(high, low);
    }

    /** File systems say "closed" when a thread was interrupted; the caller should hear what happened. */
    private static RuntimeException inTermsOfInterruption(Throwable failed) {
        if (failed instanceof Error error) {
            throw error;
        }
        if (!Thread.currentThread().isInterrupted() || failed instanceof InterruptedRestoreException) {
            return (RuntimeException) failed;
        }
        InterruptedRestoreException interrupted = new InterruptedRestoreException();
        interrupted.addSuppressed(failed);
        return interrupted;
    }

    private static RestoreReport report(
            RestorePlan plan, Path target, RestoreSources sources, RestoreDestination destination, long nanos) {
        SortedMap<ArchiveId, Path> archives = new TreeMap<>();
        plan.archives().forEach(archive -> archives.put(archive.archive(), destination.archive(archive.archive())));
        ByteSize size = new ByteSize(
                sources.all().stream().mapToLong(SourceElement::bytes).sum());
        List<RestoreSource> read = sources.all().stream().map(RestoreSource::of).toList();
        return new RestoreReport(plan, target, archives, read, size, Duration.ofNanos(nanos));
    }
}
