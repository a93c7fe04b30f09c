package io.hotcopy.embedded;

import io.hotcopy.embedded.Isolation.Verdict;
import io.hotcopy.embedded.commit.Member;
import io.hotcopy.model.StorageManager;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.progress.ProgressListener;
import io.hotcopy.term.ArchiveId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.Supplier;

/** The storage managers of a running database: how they stop, and how they come back. One at a time; any thread. */
final class StorageManagers {

    private final StartContext context;
    private final RunningDatabase running;
    private final ArchiveStates states;
    private final MemberOpening opening;
    private final Isolation isolation;

    StorageManagers(StartContext context, RunningDatabase running, ArchiveStates states, MemberOpening opening) {
        this.context = context;
        this.running = running;
        this.states = states;
        this.opening = opening;
        this.isolation = new Isolation(context.declared(), context.managers());
    }

    /** Stops one in good order. */
    void stop(ArchiveId archive) {
        oneAtATime(() -> {
            OpenMember open = requireRunning(archive);
            running.pipeline().stop(open.member());
            open.relay().disconnect();
            running.gone(open);
            states.stopped(archive, "it was stopped");
            running.stopInOrder(open.member(), true);
            running.tell(new DomainEvent.StorageManagerStopped(running.name(), archive));
            return null;
        });
    }

    /** Stops one as when its process were killed: what was not synced is lost. */
    void kill(ArchiveId archive) {
        oneAtATime(() -> {
            OpenMember open = requireRunning(archive);
            HotCopyException cause = new HotCopyException("it has crashed");
            open.relay().disconnect();
            open.member().journal().crash();
            running.pipeline().evict(archive, cause);
            close(open);
            states.stopped(archive, cause.getMessage());
            return null;
        });
    }

    OpenMember requireRunning(ArchiveId archive) {
        requireDeclared(archive);
        return running.open(archive)
                .filter(open -> running.pipeline().serves(archive))
                .orElseThrow(() -> new HotCopyException(
                        "the storage manager of archive " + archive + " is not running", states.why(archive)));
    }

    private StorageManager requireDeclared(ArchiveId archive) {
        return context.managers()
                .find(archive)
                .orElseThrow(() -> new HotCopyException(
                        context.name() + " declares no archive " + archive,
                        "Its archives are "
                                + context.managers().all().stream()
                                        .map(StorageManager::archive)
                                        .sorted()
                                        .toList()
                                + "."));
    }

    /** Closes what is left of one that has failed. */
    private void close(OpenMember open) {
        Member member = open.member();
        open.relay().disconnect();
        running.pipeline().release(member);
        running.gone(open);
        member.journal().crash();
        member.store().crash();
    }

    /** Starts one: it SYNCs, and is RUNNING when this returns. */
    SyncReport start(ArchiveId archive, ProgressListener progress) {
        return oneAtATime(() -> {
            StorageManager manager = requireDeclared(archive);
            Optional<OpenMember> before = running.open(archive);
            if (before.isPresent() && running.pipeline().serves(archive)) {
                throw new HotCopyException(
                        "the storage manager of archive " + archive + " is running already",
                        "Stop it first to have it start anew.");
            }
            isolation.requireReachable(manager);
            before.ifPresent(this::close);
            return sync(manager, progress);
        });
    }

    /** Closes what is left of one that does not run; {@code HotCopyException} when it does. */
    void requireStopped(ArchiveId archive) {
        requireDeclared(archive);
        if (running.open(archive).isPresent() && running.pipeline().serves(archive)) {
            throw new HotCopyException(
                    "archive " + archive + " cannot be removed: its storage manager is running", "Stop it first.");
        }
        running.open(archive).ifPresent(this::close);
    }

    /** The hosts that are cut off from the others now; any thread. */
    SortedSet<String> hostsCutOff() {
        return isolation.cutOff();
    }

    /** Lays a restored archive in the place of a stopped one's; gives where the one before is kept. */
    Optional<Path> seed(ArchiveId archive, Path from) {
        return oneAtATime(() -> {
            StorageManager manager = requireDeclared(archive);
            if (running.open(archive).isPresent() && running.pipeline().serves(archive)) {
                throw new HotCopyException(
                        "the storage manager of archive " + archive
                                + " is running, so that no other archive can be laid " + "in its place",
                        "Stop it first.");
            }
            SeededArchive seeded = SeededArchive.find(context, manager, from);
            seeded.requireAdmitted(running.state().state(), running.pipeline().stable());
            running.open(archive).ifPresent(this::close);
            return seeded.moveIn();
        });
    }

    /**
     * Brings back, at a start, those that are there and do not serve. What cannot come back stays where it is, with the
     * reason.
     *
     * @param absent those that the start did without
     */
    List<SyncReport> bringBack(Set<ArchiveId> absent) {
        List<SyncReport> returned = new ArrayList<>();
        for (ArchiveId archive : absent) {
            if (Files.isDirectory(context.archive(archive)) && !isLeftAlone(archive)) {
                try {
                    returned.add(start(archive, ProgressListener.NONE));
                } catch (HotCopyException refused) {
                    running.requireServing();
                    states.refused(archive, refused);
                }
            }
        }
        return returned;
    }

    /** Declared lost, or added by somebody who has not started it yet. */
    private boolean isLeftAlone(ArchiveId archive) {
        boolean neverStarted = !running.state().state().archives().containsKey(archive);
        return context.lost().contains(archive) || context.managers().isAdded(archive) && neverStarted;
    }

    /** Cuts hosts off; the side without the majority stops. */
    void isolate(Set<String> hosts) {
        oneAtATime(() -> {
            Verdict verdict = cutOff(hosts);
            HotCopyException cause = new HotCopyException(verdict.reason());
            verdict.evicted().forEach(archive -> running.pipeline().evict(archive, cause));
            for (ArchiveId archive : verdict.evicted()) {
                running.open(archive).ifPresent(this::close);
                states.stopped(archive, cause.getMessage());
            }
            return null;
        });
    }

    private Verdict cutOff(Set<String> hosts) {
        try {
            return isolation.cutOff(hosts, running.pipeline().membership().view());
        } catch (HotCopyException noMajority) {
            running.mustStop(noMajority);
            running.requireServing();
            throw noMajority;
        }
    }

    /** Ends all cuts; who was stopped by one comes back. */
    List<SyncReport> heal(ProgressListener progress) {
        return oneAtATime(() -> isolation.heal().stream()
                .filter(manager -> !running.pipeline().serves(manager.archive()))
                .map(manager -> start(manager.archive(), progress))
                .toList());
    }

    private SyncReport sync(StorageManager manager, ProgressListener progress) {
        ArchiveId archive = manager.archive();
        states.syncing(archive);
        try {
            SyncReport report = new SyncRun(context, running, opening, manager, progress).run();
            states.running(archive);
            running.tell(new DomainEvent.StorageManagerJoined(running.name(), report));
            return report;
        } catch (RuntimeException trouble) {
            states.stopped(archive, "its SYNC failed: " + trouble.getMessage());
            throw trouble;
        }
    }

    <T> T oneAtATime(Supplier<T> action) {
        running.life().lock();
        try {
            running.requireServing();
            return action.get();
        } finally {
            running.life().unlock();
        }
    }
}
