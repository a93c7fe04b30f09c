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
import io.hotcopy.term.SetId;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The hot copies of one running database: which may run together, and at which commit they are consistent. */
final class EmbeddedCopies implements PinnedCopies {

    private final RunningDatabase running;
    private final List<StorageManager> managers;
    private final ArchiveStates states;
    private final Clock clock;
    private final List<EmbeddedCopy> copies = new ArrayList<>();

    EmbeddedCopies(RunningDatabase running, List<StorageManager> managers, ArchiveStates states, Clock clock) {
        this.running = running;
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
                managers.stream().anyMatch(manager -> manager.archive().equals(archive) && manager.journalHotCopy());
        EmbeddedCopy copy = new EmbeddedCopy(running, member, request, journalHotCopy, this::ended);
        copies.add(copy);
        return copy;
    }

    private synchronized void ended(EmbeddedCopy copy) {
        copies.remove(copy);
    }

    /** The copies that run on an archive now. */
    synchronized List<RunningCopy> runningOn(ArchiveId archive) {
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
        return new Cut(last.number(), clock.instant(), last.fingerprints());
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
        members.forEach(member -> states.requireRunning(member.archive()));
    }
}
