package io.hotcopy.embedded;

import io.hotcopy.driver.ArchiveCopy;
import io.hotcopy.driver.CommitLatency;
import io.hotcopy.driver.ConcurrencyRules;
import io.hotcopy.driver.CopyRequest;
import io.hotcopy.driver.Cut;
import io.hotcopy.driver.PinnedCopies;
import io.hotcopy.driver.Refusal;
import io.hotcopy.driver.RunningCopy;
import io.hotcopy.embedded.commit.Issued;
import io.hotcopy.embedded.commit.Member;
import io.hotcopy.embedded.state.KnownArchive;
import io.hotcopy.model.StorageManager;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.HotCopyType;
import io.hotcopy.term.SetId;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** The hot copies of one running database: which may run together, and at which commit they are consistent. */
final class EmbeddedCopies implements PinnedCopies {

    private final RunningDatabase running;
    private final Managers managers;
    private final ArchiveStates states;
    private final CopyContext context;
    private final Clock clock;
    /** Changed under the lock only. */
    private final List<EmbeddedCopy> copies = new CopyOnWriteArrayList<>();
    /** Fulls whose set exists, and which wait for a journal copy into the set before to end. */
    private final Set<EmbeddedCopy> initialising = new HashSet<>();

    EmbeddedCopies(CopyContext context, Managers managers, ArchiveStates states, Clock clock) {
        this.context = context;
        this.running = context.running();
        this.managers = managers;
        this.states = states;
        this.clock = clock;
    }

    @Override
    public synchronized ArchiveCopy begin(ArchiveId archive, CopyRequest request) {
        running.requireServing();
        Member member = states.requireRunning(archive);
        Optional<Refusal> refusal = ConcurrencyRules.refusal(runningOn(archive), newestSet(archive), request);
        if (refusal.isPresent()) {
            throw refusal.get().exception();
        }
        boolean journalHotCopy =
                managers.find(archive).filter(StorageManager::journalHotCopy).isPresent();
        EmbeddedCopy copy = new EmbeddedCopy(context, this, member, request, journalHotCopy, clock.instant());
        copies.add(copy);
        return copy;
    }

    synchronized void ended(EmbeddedCopy copy) {
        copies.remove(copy);
        initialising.remove(copy);
        initialise(copy.archive());
    }

    /**
     * Waits until no journal copy runs on the full's archive: its set is the newest from then on, and the next journal
     * copy goes there (protocol §4).
     *
     * @throws HotCopyException when the thread is interrupted
     */
    synchronized void awaitInitialisation(EmbeddedCopy full) {
        initialising.add(full);
        initialise(full.archive());
        try {
            while (!full.facts().initialised()) {
                wait();
            }
        } catch (InterruptedException cancelled) {
            initialising.remove(full);
            Thread.currentThread().interrupt();
            throw new HotCopyException(
                    "interrupted while waiting for the journal hot copy of archive " + full.archive() + " to end",
                    cancelled);
        }
    }

    /** By the one who ends the journal copy: no other can begin before the full that waits for it. */
    private void initialise(ArchiveId archive) {
        boolean journalRuns = runningOn(archive).stream().anyMatch(copy -> copy.type() == HotCopyType.JOURNAL);
        if (!journalRuns) {
            initialising.stream()
                    .filter(full -> full.archive().equals(archive))
                    .forEach(EmbeddedCopy::becomeInitialised);
            initialising.removeIf(full -> full.archive().equals(archive));
            notifyAll();
        }
    }

    /** The copies that run on an archive now; waits for nobody. */
    List<RunningCopy> runningOn(ArchiveId archive) {
        return copies.stream()
                .filter(copy -> copy.archive().equals(archive))
                .map(EmbeddedCopy::facts)
                .toList();
    }

    /** The newest set that a full has initialised for the archive, whether that full succeeded or not. */
    Optional<SetId> newestSet(ArchiveId archive) {
        return Optional.ofNullable(running.state().state().archives().get(archive))
                .flatMap(KnownArchive::newestSet);
    }

    @Override
    public Cut cut(List<ArchiveCopy> members, Duration patience) {
        requireServing(members);
        Issued last = running.pipeline().issued();
        awaitStable(last.number(), patience);
        requireServing(members);
        tell(members, last);
        return new Cut(last.number(), clock.instant(), last.fingerprints());
    }

    /** What an incremental writes at its cut is known at that moment only. */
    private synchronized void tell(List<ArchiveCopy> members, Issued cut) {
        Set<ArchiveId> archives = members.stream().map(ArchiveCopy::archive).collect(Collectors.toSet());
        copies.stream().filter(copy -> archives.contains(copy.archive())).forEach(copy -> copy.sawCut(cut));
    }

    @Override
    public CommitNumber stable() {
        return running.pipeline().stable();
    }

    @Override
    public CommitLatency commitLatency() {
        return running.pipeline().latency();
    }

    private void awaitStable(CommitNumber number, Duration patience) {
        boolean stable;
        try {
            stable = running.pipeline().awaitStable(number, patience);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HotCopyException("interrupted while waiting for commit " + number + " to become stable", e);
        }
        if (!stable) {
            running.requireServing();
            throw new HotCopyException(
                    "commit " + number + " did not become stable within " + patience.toSeconds() + " s",
                    "Look whether a storage manager's disk is slow or stuck.");
        }
    }

    /** Without one of its members a run is no copy of the whole database. */
    private void requireServing(List<ArchiveCopy> members) {
        running.requireServing();
        for (ArchiveCopy copy : members) {
            Member present = states.requireRunning(copy.archive());
            if (copy instanceof EmbeddedCopy own) {
                own.requireSame(present);
            }
        }
    }
}
