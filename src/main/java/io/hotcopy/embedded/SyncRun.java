package io.hotcopy.embedded;

import io.hotcopy.backupset.FileTrouble;
import io.hotcopy.backupset.SyncedFiles;
import io.hotcopy.embedded.ArchiveAdmission.Admitted;
import io.hotcopy.embedded.ArchiveAdmission.Use;
import io.hotcopy.embedded.commit.CommitPipeline;
import io.hotcopy.embedded.commit.CommitPipeline.Standing;
import io.hotcopy.embedded.commit.Member;
import io.hotcopy.embedded.journal.JournalReader;
import io.hotcopy.embedded.journal.JournalScan;
import io.hotcopy.embedded.journal.Lease;
import io.hotcopy.embedded.journal.Leases;
import io.hotcopy.embedded.state.DatabaseState;
import io.hotcopy.embedded.state.KnownArchive;
import io.hotcopy.embedded.store.ArchiveStore;
import io.hotcopy.embedded.store.DamagedArchiveException;
import io.hotcopy.embedded.store.TableInGroup;
import io.hotcopy.embedded.sync.SyncSegments;
import io.hotcopy.model.StorageManager;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.progress.ProgressEvent;
import io.hotcopy.progress.ProgressListener;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.Fingerprint;
import io.hotcopy.term.StorageGroupName;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * One SYNC, from what lies in the archive's place to RUNNING (protocol §5): redo what its own journal still is good
 * for, receive what the others have committed since, join, receive the rest, catch up. Used by one thread, under the
 * database's {@linkplain RunningDatabase#life lock}.
 */
final class SyncRun {

    /** So few commits behind the others it joins; what is left it gets while it is in the view. */
    private static final long CLOSE_COMMITS = 64;
    /** It joins after so many rounds, however fast the others commit. */
    private static final int MOST_ROUNDS = 20;

    private static final Duration LOOK = Duration.ofSeconds(1);

    private final StartContext context;
    private final RunningDatabase running;
    private final MemberOpening opening;
    private final StorageManager manager;
    private final ProgressListener progress;
    private final Path directory;
    private final SyncPeers peers;
    private final long began = System.nanoTime();
    private final SortedSet<StorageGroupName> lacking = new TreeSet<>();
    /** What it holds and does not serve any more: it goes with the records that it lies in. */
    private final SortedSet<StorageGroupName> excess = new TreeSet<>();

    private KnownArchive known;
    private Leases leases;
    private SyncSegments segments;
    private ArchiveStore store;
    private JournalScan earlier;
    private SyncIntake intake;
    private OpenMember open;

    SyncRun(
            StartContext context,
            RunningDatabase running,
            MemberOpening opening,
            StorageManager manager,
            ProgressListener progress) {
        this.context = context;
        this.running = running;
        this.opening = opening;
        this.manager = manager;
        this.progress = progress;
        this.directory = context.archive(manager.archive());
        this.peers = new SyncPeers(running, manager.archive(), false);
    }

    /**
     * Runs it.
     *
     * @throws HotCopyException when the archive must not come in; else when something failed: it then is where it was,
     *     and may be tried again
     */
    SyncReport run() {
        SwappedDirectory.settle(directory);
        DatabaseState state = running.state().state();
        Admitted admitted =
                new ArchiveAdmission(context, state, manager, pipeline().stable()).look();
        begun(admitted);
        try {
            prepare(admitted);
            CommitNumber from = ownPast(admitted.use());
            receiveNearlyAll();
            CommitNumber joined = join();
            receiveRest(joined);
            catchUp();
            segments.prune(leases);
            return report(from, joined);
        } catch (RuntimeException trouble) {
            abandon(trouble);
            throw trouble;
        } finally {
            peers.letGo();
        }
    }

    private ArchiveId id() {
        return manager.archive();
    }

    private CommitPipeline pipeline() {
        return running.pipeline();
    }

    /** From here on what lies in its place counts for nothing by itself, whatever happens. */
    private void begun(Admitted admitted) {
        String reason = "a SYNC began at commit " + pipeline().stable();
        known = running.state()
                .change(state -> state.withArchive(
                        newest(state, admitted.known()).suspended(reason).withSyncing(true)))
                .archives()
                .get(id());
    }

    /** A hot copy of its life before may still have been published meanwhile. */
    private static KnownArchive newest(DatabaseState state, KnownArchive admitted) {
        return Optional.ofNullable(state.archives().get(admitted.id()))
                .filter(present -> present.uuid().equals(admitted.uuid()))
                .orElse(admitted);
    }

    private void prepare(Admitted admitted) {
        segments = opening.segments(directory);
        try {
            if (admitted.use() == Use.NOTHING) {
                SyncedFiles.makeDirectories(directory);
            }
            if (admitted.use() != Use.ALL) {
                SyncedFiles.deleteTree(ArchiveLayout.journal(directory));
                segments.clear();
            }
        } catch (IOException trouble) {
            throw FileTrouble.cannot("prepare", directory, trouble);
        }
        segments.tidy();
        leases = running.leases(id(), ArchiveLayout.leases(directory));
        for (Lease lease : leases.all()) {
            if (admitted.use() != Use.ALL || isGivenUp(lease)) {
                leases.remove(lease.owner());
            }
        }
        ArchiveIdentityYaml.write(
                directory, Foundation.identity(context, running.state().state(), known));
        context.writeHome(directory, id());
    }

    private static boolean isGivenUp(Lease lease) {
        return lease.owner().equals(LeaseOwners.JOURNAL_CHAIN) || LeaseOwners.endsWithTheProcess(lease.owner());
    }

    /** Opens the records, and brings them as far as the archive's own journal goes; gives that commit. */
    private CommitNumber ownPast(Use use) {
        progress.on(new ProgressEvent.StageEntered("redo the own journal"));
        openStore();
        OwnPast past = new OwnPast(known, directory, store, peers.voids());
        Optional<JournalScan> scan = past.scan();
        earlier =
                scan.orElseGet(() -> JournalReader.scan(ArchiveLayout.journal(directory.resolve("none")), entry -> {}));
        if (use == Use.ALL && scan.isPresent() && past.isUsable(scan.get())) {
            CommitNumber last = past.redo(scan.get(), pipeline().applied());
            past.putAway(scan.get(), last, segments);
        } else {
            past.giveUp();
        }
        return store.appliedMark();
    }

    /** Records that are damaged are none; groups that they lack come as a whole, beside. */
    private void openStore() {
        Path rocks = ArchiveLayout.rocks(directory);
        SortedSet<StorageGroupName> held = held(rocks);
        if (held.isEmpty()) {
            deleteDamaged(rocks);
            store = ArchiveStore.open(rocks, known.serves(), context.memory());
            return;
        }
        lacking.addAll(known.serves());
        lacking.removeAll(held);
        excess.addAll(held);
        excess.removeAll(known.serves());
        store = ArchiveStore.open(rocks, held, context.memory());
    }

    private void deleteDamaged(Path rocks) {
        try {
            SyncedFiles.deleteTree(rocks);
        } catch (IOException trouble) {
            throw FileTrouble.cannot("delete", rocks, trouble);
        }
    }

    /** The groups in whole records; none when there are no such records. */
    private SortedSet<StorageGroupName> held(Path rocks) {
        if (!ArchiveStore.exists(rocks)) {
            return new TreeSet<>();
        }
        try (ArchiveStore found = ArchiveStore.openReadOnly(rocks, context.memory())) {
            return found.groups();
        } catch (DamagedArchiveException damaged) {
            progress.on(new ProgressEvent.Noted(damaged.getMessage()));
            return new TreeSet<>();
        }
    }

    /** Nobody waits for this: the others commit meanwhile. */
    private void receiveNearlyAll() {
        progress.on(new ProgressEvent.StageEntered("receive"));
        peers.hold(store.appliedMark());
        intake = new SyncIntake(
                running,
                peers,
                known,
                store,
                segments,
                opening,
                context.environment().clock(),
                progress);
        SortedSet<StorageGroupName> missing = intake.missing();
        missing.addAll(lacking);
        if (!missing.isEmpty() || !excess.isEmpty()) {
            progress.on(new ProgressEvent.StageEntered("receive files"));
            store = new ArchiveRebuild(context, running, peers, known, intake).run(store, missing);
            intake.into(store);
            peers.hold(store.appliedMark());
        }
        intake.begin();
        for (int round = 0; round < MOST_ROUNDS && isFarBehind(); round++) {
            intake.receive(pipeline().applied());
            peers.hold(store.appliedMark());
        }
    }

    private boolean isFarBehind() {
        return pipeline().applied().value() - store.appliedMark().value() > CLOSE_COMMITS;
    }

    private CommitNumber join() {
        progress.on(new ProgressEvent.StageEntered("join"));
        open = opening.waiting(
                known,
                directory,
                store,
                leases,
                running.state().state(),
                pipeline().stable());
        open.relay().connect(pipeline());
        running.opened(open);
        Member member = open.member();
        return pipeline().join(member, at -> member.journal().begin(JournalScan.behind(at, earlier)));
    }

    private void receiveRest(CommitNumber joined) {
        progress.on(new ProgressEvent.StageEntered("receive the rest"));
        awaitApplied(joined);
        intake.receive(joined);
        store.flush();
        if (joined.isAfter(store.persistedMark())) {
            throw new HotCopyException("archive " + id() + " was flushed and does not hold commit " + joined);
        }
        intake.finish();
        syncing(false);
    }

    private void awaitApplied(CommitNumber number) {
        try {
            while (!pipeline().awaitStable(number, LOOK)) {
                requireWell();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new HotCopyException("interrupted while archive " + id() + " joined", interrupted);
        }
        while (number.isAfter(pipeline().betweenRounds(Standing::applied))) {
            requireWell();
        }
    }

    private void requireWell() {
        running.requireServing();
        pipeline().failureOf(id()).ifPresent(failure -> {
            throw new HotCopyException(
                    failure.getMessage(), failure, failure.hints().toArray(String[]::new));
        });
    }

    private void syncing(boolean now) {
        running.state()
                .change(state -> state.withArchive(state.archives().get(id()).withSyncing(now)));
    }

    /** By its own journal, which has everything since it joined. */
    private void catchUp() {
        progress.on(new ProgressEvent.StageEntered("catch up"));
        for (int round = 0; round < MOST_ROUNDS && isFarBehind(); round++) {
            redoOwn(pipeline().applied());
        }
        pipeline().catchUp(open.member(), standing -> {
            requireWell();
            redoOwn(standing.applied());
            requireSame(standing.content());
        });
    }

    private void redoOwn(CommitNumber through) {
        if (!through.isAfter(store.appliedMark())) {
            return;
        }
        JournalRedo redo = new JournalRedo(store, peers.voids(), through);
        JournalScan scan = JournalReader.scan(open.member().journal().slice(store.appliedMark()), redo::take);
        if (scan.end() != JournalScan.End.CLEAN) {
            throw new HotCopyException("the journal of archive " + id() + " is damaged: " + scan.reason());
        }
        redo.finish();
    }

    /** The running sums travelled with the frames: they tell whether one is missing or came twice. */
    private void requireSame(SortedMap<TableInGroup, Fingerprint> others) {
        SortedMap<TableInGroup, Fingerprint> expected = new TreeMap<>(others);
        expected.values().removeIf(Fingerprint::isZero);
        expected.keySet().removeIf(part -> !known.serves().contains(part.group()));
        SortedMap<TableInGroup, Fingerprint> own = new TreeMap<>(store.runningFingerprints());
        own.values().removeIf(Fingerprint::isZero);
        if (!own.equals(expected)) {
            throw new HotCopyException(
                    "archive " + id() + " does not hold what the others hold after its SYNC: fingerprints " + own
                            + ", expected " + expected,
                    "Move its directory away: the storage manager then begins on an empty archive.");
        }
    }

    private SyncReport report(CommitNumber from, CommitNumber joined) {
        return new SyncReport(id(), from, joined, intake.received(), Duration.ofNanos(System.nanoTime() - began));
    }

    /** It leaves the view, if it was in it, and its files are closed as a crash leaves them. */
    private void abandon(RuntimeException cause) {
        if (intake != null) {
            intake.abandon();
        }
        if (open != null) {
            open.relay().disconnect();
            leaveView(cause);
            open.member().journal().crash();
            running.gone(open);
        }
        if (store != null) {
            store.crash();
        }
    }

    private void leaveView(RuntimeException cause) {
        HotCopyException reason = cause instanceof HotCopyException known
                ? known
                : new HotCopyException("its SYNC failed: " + cause.getMessage(), cause);
        try {
            syncing(true);
            pipeline().evict(id(), reason);
            pipeline().release(open.member());
        } catch (RuntimeException stopped) {
            cause.addSuppressed(stopped);
        }
    }
}
