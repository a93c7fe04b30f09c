package io.hotcopy.embedded;

import io.hotcopy.embedded.SyncReport.Received;
import io.hotcopy.embedded.journal.CommitFrame;
import io.hotcopy.embedded.journal.Operation;
import io.hotcopy.embedded.state.KnownArchive;
import io.hotcopy.embedded.store.ArchiveStore;
import io.hotcopy.embedded.sync.PeerFrames;
import io.hotcopy.embedded.sync.ReceivedFrames;
import io.hotcopy.embedded.sync.SyncSegments;
import io.hotcopy.progress.ProgressEvent;
import io.hotcopy.progress.ProgressListener;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.StorageGroupName;
import java.time.Clock;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/** What a SYNC receives: counted, kept as sync segments, redone into the store. Used by one thread. */
final class SyncIntake {

    private final RunningDatabase running;
    private final SyncPeers peers;
    private final PeerFrames frames;
    private final KnownArchive known;
    private final SyncSegments segments;
    private final MemberOpening opening;
    private final Clock clock;
    private final ProgressListener progress;
    private final String task;
    private final long began = System.nanoTime();
    private final SortedMap<StorageGroupName, Received> received = new TreeMap<>();
    private ArchiveStore store;
    private ReceivedFrames kept;
    private long bytes;

    SyncIntake(
            RunningDatabase running,
            SyncPeers peers,
            KnownArchive known,
            ArchiveStore store,
            SyncSegments segments,
            MemberOpening opening,
            Clock clock,
            ProgressListener progress) {
        this.running = running;
        this.peers = peers;
        this.frames = new PeerFrames(peers, LeaseOwners.READ + "sync-" + known.id());
        this.known = known;
        this.store = store;
        this.segments = segments;
        this.opening = opening;
        this.clock = clock;
        this.progress = progress;
        this.task = "archive " + known.id();
        known.serves().forEach(group -> received.put(group, Received.nothing()));
        progress.on(new ProgressEvent.TaskStarted(task, 0));
    }

    /** The groups of which nobody keeps all frames after what the store holds. */
    SortedSet<StorageGroupName> missing() {
        return frames.missing(store.appliedMark(), known.serves());
    }

    /** Begins to keep frames, after what the store holds. */
    void begin() {
        kept = new ReceivedFrames(
                segments,
                MemberOpening.identity(running.state().state(), known),
                store.appliedMark(),
                opening.settings().segmentBytes(),
                opening.nonces(),
                clock);
    }

    /** Receives what comes after the store's mark, through a commit that is stable. */
    void receive(CommitNumber through) {
        JournalRedo redo = new JournalRedo(store, peers.voids(), through);
        frames.read(store.appliedMark(), through, known.serves(), frame -> {
            running.requireServing();
            count(frame);
            kept.add(frame);
            redo.take(frame);
        });
        redo.finish();
        progress.on(new ProgressEvent.TaskAdvanced(task, bytes, bytes));
    }

    /** Brings some groups of a store that is being built from its mark to a commit which the other groups are as of. */
    void redo(ArchiveStore built, SortedSet<StorageGroupName> groups, CommitNumber through) {
        JournalRedo redo = new JournalRedo(built, groups, peers.voids(), through);
        if (!groups.isEmpty()) {
            frames.read(built.appliedMark(), through, groups, frame -> {
                running.requireServing();
                count(frame);
                redo.take(frame);
            });
        }
        redo.finish();
    }

    /** So many bytes of a group's records have come. */
    void receivedFiles(StorageGroupName group, long size) {
        received.compute(group, (its, before) -> before.plusFiles(size));
        bytes += size;
        progress.on(new ProgressEvent.TaskAdvanced(task, bytes, bytes));
    }

    /** From here on it receives into another store. */
    void into(ArchiveStore other) {
        store = other;
    }

    private void count(CommitFrame frame) {
        for (Operation operation : frame.operations()) {
            long size = operation.key().length + (operation.isTombstone() ? 0 : operation.value().length);
            received.compute(operation.group(), (group, before) -> before.plusFrames(size));
            bytes += size;
        }
    }

    /** All that came before the archive's own journal is here, and on disk. */
    void finish() {
        kept.finish(store.appliedMark());
        progress.on(new ProgressEvent.TaskFinished(task, bytes, System.nanoTime() - began));
    }

    SortedMap<StorageGroupName, Received> received() {
        return received;
    }

    void abandon() {
        if (kept != null) {
            kept.close();
        }
    }
}
