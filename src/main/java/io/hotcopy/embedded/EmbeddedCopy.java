package io.hotcopy.embedded;

import io.hotcopy.driver.ArchiveCopy;
import io.hotcopy.driver.Changes;
import io.hotcopy.driver.Continuation;
import io.hotcopy.driver.CopyRequest;
import io.hotcopy.driver.Cut;
import io.hotcopy.driver.JournalSlice;
import io.hotcopy.driver.Pin;
import io.hotcopy.driver.RunningCopy;
import io.hotcopy.embedded.commit.Member;
import io.hotcopy.embedded.journal.Lease;
import io.hotcopy.embedded.state.CompleteSet;
import io.hotcopy.embedded.state.DatabaseState;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.HotCopyType;
import io.hotcopy.term.Lineage;
import io.hotcopy.term.SetId;
import io.hotcopy.term.StorageGroupName;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.UUID;
import java.util.function.Consumer;

/** One hot copy on one archive. */
final class EmbeddedCopy implements ArchiveCopy {

    private final RunningDatabase running;
    private final Member member;
    private final CopyRequest request;
    private final boolean journalHotCopy;
    private final Consumer<EmbeddedCopy> onEnd;
    private volatile boolean initialised;
    private EmbeddedPin pin;
    private boolean open = true;

    /**
     * @param journalHotCopy whether journal hot copy is enabled for the archive
     * @param onEnd hears that it has ended
     */
    EmbeddedCopy(
            RunningDatabase running,
            Member member,
            CopyRequest request,
            boolean journalHotCopy,
            Consumer<EmbeddedCopy> onEnd) {
        this.running = running;
        this.member = member;
        this.request = request;
        this.journalHotCopy = journalHotCopy;
        this.onEnd = onEnd;
        this.initialised = request.type() != HotCopyType.FULL;
    }

    RunningCopy facts() {
        return new RunningCopy(request.run(), request.type(), request.set(), initialised);
    }

    @Override
    public ArchiveId archive() {
        return member.archive();
    }

    @Override
    public String kind() {
        return EmbeddedArchiveFormat.KIND;
    }

    @Override
    public UUID databaseUuid() {
        return state().databaseUuid();
    }

    @Override
    public UUID archiveUuid() {
        return member.uuid();
    }

    @Override
    public Lineage lineage() {
        return state().lineage();
    }

    private DatabaseState state() {
        return running.state().state();
    }

    @Override
    public SortedSet<StorageGroupName> storageGroups() {
        return member.serves();
    }

    @Override
    public void initialised() {
        requireOpen();
        if (request.type() != HotCopyType.FULL) {
            throw new IllegalStateException("only a full hot copy initialises a set");
        }
        running.requireServing();
        running.state()
                .change(state ->
                        state.withArchive(state.archives().get(archive()).withNewestSet(set())));
        initialised = true;
    }

    private SetId set() {
        return request.set().orElseThrow(() -> new IllegalStateException("a simple hot copy has no set"));
    }

    @Override
    public Pin pin() {
        requireOpen();
        if (pin != null) {
            throw new IllegalStateException("pinned already");
        }
        running.requireServing();
        pin = EmbeddedPin.take(member, lineage().id(), request.run(), running::isServing);
        return pin;
    }

    @Override
    public Continuation continuation(Optional<Continuation> inSet) {
        throw new UnsupportedOperationException("only simple and full hot copies so far");
    }

    @Override
    public Changes changes(Continuation from, Cut cut) {
        throw new UnsupportedOperationException("only simple and full hot copies so far");
    }

    @Override
    public JournalSlice journal(Continuation from, Cut cut) {
        throw new UnsupportedOperationException("only simple and full hot copies so far");
    }

    @Override
    public void finish(Path copied, Cut cut) {
        throw new UnsupportedOperationException("only simple and full hot copies so far");
    }

    @Override
    public void published(CommitNumber cut) {
        requireOpen();
        running.requireServing();
        switch (request.type()) {
            case FULL -> publishedFull(cut);
            case INCREMENTAL -> lease(member, LeaseOwners.set(set()), cut);
            case JOURNAL -> lease(member, LeaseOwners.JOURNAL_CHAIN, cut);
            case SIMPLE -> {}
        }
    }

    /**
     * The sets before are known by their leases here, which go last: wherever this is cut short, the next full still
     * knows what to give up.
     */
    private void publishedFull(CommitNumber cut) {
        boolean chainOpen = owners().contains(LeaseOwners.JOURNAL_CHAIN);
        if (journalHotCopy && !chainOpen) {
            lease(member, LeaseOwners.JOURNAL_CHAIN, cut);
        }
        lease(member, LeaseOwners.set(set()), cut);
        List<String> before = owners().stream()
                .filter(owner -> owner.startsWith(LeaseOwners.SET) && !owner.equals(LeaseOwners.set(set())))
                .toList();
        seed(cut, before);
        running.state()
                .change(state -> state.withArchive(
                        state.archives().get(archive()).withCompleteSet(new CompleteSet(set(), cut))));
        before.forEach(member.leases()::remove);
    }

    /**
     * A replacement seeded from this set must find the frames after it on whichever storage manager is left; the sets
     * before it are given up only where the new one is leased.
     */
    private void seed(CommitNumber cut, List<String> before) {
        for (Member peer : running.pipeline().membership().members()) {
            if (peer.serves().stream().anyMatch(member.serves()::contains)) {
                lease(peer, LeaseOwners.seed(set()), cut);
                before.forEach(owner -> peer.leases().remove(LeaseOwners.seedOf(owner)));
            }
        }
    }

    private List<String> owners() {
        return member.leases().all().stream().map(Lease::owner).toList();
    }

    private void lease(Member on, String owner, CommitNumber number) {
        on.leases().put(new Lease(owner, lineage().id(), number));
    }

    /** A second call does nothing. */
    @Override
    public void close() {
        if (open) {
            open = false;
            onEnd.accept(this);
            if (pin != null) {
                pin.release(running.isServing());
            }
        }
    }

    private void requireOpen() {
        if (!open) {
            throw new IllegalStateException("the hot copy has ended");
        }
    }
}
