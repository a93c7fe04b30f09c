package io.hotcopy.embedded;

import io.hotcopy.driver.ArchiveCopy;
import io.hotcopy.driver.Changes;
import io.hotcopy.driver.Continuation;
import io.hotcopy.driver.CopyRefusedException;
import io.hotcopy.driver.CopyRequest;
import io.hotcopy.driver.Cut;
import io.hotcopy.driver.JournalSlice;
import io.hotcopy.driver.Pin;
import io.hotcopy.driver.Refusal;
import io.hotcopy.driver.RunningCopy;
import io.hotcopy.embedded.commit.Issued;
import io.hotcopy.embedded.commit.Member;
import io.hotcopy.embedded.journal.Lease;
import io.hotcopy.embedded.state.DatabaseState;
import io.hotcopy.embedded.state.KnownArchive;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.CommitRange;
import io.hotcopy.term.HotCopyType;
import io.hotcopy.term.Lineage;
import io.hotcopy.term.SetId;
import io.hotcopy.term.StorageGroupName;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.UUID;

/** One hot copy on one archive. */
final class EmbeddedCopy implements ArchiveCopy {

    private final CopyContext context;
    private final RunningDatabase running;
    private final EmbeddedCopies copies;
    private final Member member;
    private final CopyRequest request;
    private final boolean journalHotCopy;
    private final Instant began;
    private final KnownArchive before;
    private final IncrementalFold fold;
    private volatile boolean initialised;
    private EmbeddedPin pin;
    private boolean leased;
    private boolean open = true;
    private boolean published;

    /**
     * @param copies hears that it has ended
     * @param journalHotCopy whether journal hot copy is enabled for the archive
     * @param began when it begins: now
     */
    EmbeddedCopy(
            CopyContext context,
            EmbeddedCopies copies,
            Member member,
            CopyRequest request,
            boolean journalHotCopy,
            Instant began) {
        this.context = context;
        this.running = context.running();
        this.copies = copies;
        this.member = member;
        this.request = request;
        this.journalHotCopy = journalHotCopy;
        this.began = began;
        this.before = context.leases().known(member.archive());
        this.fold = new IncrementalFold(
                member, running.frames(member.archive(), request.run().toString()), request.run());
        this.initialised = request.type() != HotCopyType.FULL;
    }

    RunningCopy facts() {
        return new RunningCopy(request.run(), request.type(), request.set(), initialised, Optional.of(began));
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
        copies.awaitInitialisation(this);
        running.requireServing();
        running.state()
                .change(state ->
                        state.withArchive(state.archives().get(archive()).withNewestSet(set())));
    }

    /** From now on its set is the one that journal copies go to. */
    void becomeInitialised() {
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
        if (request.type() == HotCopyType.FULL) {
            context.leases().pinnedFull(publication(pin.pinPoint()));
        }
        return pin;
    }

    /** The archive's frames after the element before are leased for this copy before anything else is decided. */
    @Override
    public Continuation continuation(Optional<Continuation> inSet) {
        requireOpen();
        running.requireServing();
        Continuation from = begin(inSet);
        if (from.after().isAfter(running.pipeline().stable())) {
            throw new HotCopyException(
                    "backup set " + set() + " holds commits through " + from.after()
                            + ", which the database has not made",
                    "Name a backup set of this life of the database, or run a full hot copy.");
        }
        member.leases().put(new Lease(LeaseOwners.pin(request.run()), lineage().id(), from.after()));
        leased = true;
        requireKept(from);
        if (request.type() == HotCopyType.INCREMENTAL && beginning().isUntoldFull()) {
            Publication full = new Publication(member, from.previous(), set(), from.after(), before, journalHotCopy);
            context.leases().leaseFull(full, running.pipeline().membership().members());
        }
        return from;
    }

    private CopyBeginning beginning() {
        return new CopyBeginning(
                context.leases().known(archive()), member.leases(), lineage().id(), set());
    }

    private Continuation begin(Optional<Continuation> inSet) {
        CopyBeginning beginning = beginning();
        return switch (request.type()) {
            case INCREMENTAL -> beginning.incremental(inSet);
            case JOURNAL -> {
                requireEnabled();
                yield beginning.journal(inSet);
            }
            case FULL, SIMPLE -> throw new IllegalStateException("a " + request.type() + " copy continues nothing");
        };
    }

    private void requireEnabled() {
        if (!journalHotCopy) {
            throw new Refusal(
                            "Journal hot copy is not enabled for archive " + archive(),
                            List.of("Enable it for its storage manager, then run a full or incremental hot copy."))
                    .exception();
        }
    }

    private void requireKept(Continuation from) {
        if (request.type() == HotCopyType.INCREMENTAL && !fold.reachesBackTo(from.after())) {
            throw noLongerKept(Refusal.Kind.NO_BASE_SET, from, "full");
        }
        if (request.type() == HotCopyType.JOURNAL
                && member.journal().reachesBackTo().isAfter(from.after())) {
            throw noLongerKept(Refusal.Kind.JOURNAL_SUSPENDED, from, "full or incremental");
        }
    }

    private CopyRefusedException noLongerKept(Refusal.Kind kind, Continuation from, String remedy) {
        return new Refusal(
                        kind,
                        "the commits after " + from.after() + " are no longer kept for archive " + archive(),
                        List.of("Run a " + remedy + " hot copy first."))
                .exception();
    }

    /** A cut was taken that may be this copy's. */
    void sawCut(Issued cut) {
        fold.sawCut(cut);
    }

    /** Refuses to go on when the storage manager is another one by now: it has left the view and come back. */
    void requireSame(Member present) {
        if (!present.equals(member)) {
            throw new HotCopyException("archive " + archive() + " has left the view since the hot copy began");
        }
    }

    @Override
    public Changes changes(Continuation from, Cut cut) {
        requireOpen();
        running.requireServing();
        return fold.changes(from, cut);
    }

    @Override
    public JournalSlice journal(Continuation from, Cut cut) {
        requireOpen();
        running.requireServing();
        return new JournalPiece(member, new CommitRange(from.after(), cut.number())).toCopy();
    }

    @Override
    public void finish(Path copied, Cut cut) {
        requireOpen();
        if (pin == null) {
            throw new IllegalStateException("nothing was pinned");
        }
        new SimpleFinish(this, running.name(), request.run(), pin.pinPoint(), cut)
                .run(copied, context.ids().get());
    }

    @Override
    public void published(CommitNumber cut) {
        requireOpen();
        running.requireServing();
        List<Member> members = running.pipeline().membership().members();
        published = true;
        switch (request.type()) {
            case FULL -> context.leases().publishedFull(publication(cut), members);
            case INCREMENTAL -> context.leases().publishedIncremental(publication(cut), members);
            case JOURNAL -> context.leases().publishedJournal(publication(cut));
            case SIMPLE -> {}
        }
    }

    private Publication publication(CommitNumber cut) {
        return new Publication(member, request.run(), set(), cut, before, journalHotCopy);
    }

    /** A second call does nothing. */
    @Override
    public void close() {
        if (open) {
            open = false;
            copies.ended(this);
            release();
        }
    }

    private void release() {
        try {
            if (pin != null) {
                pin.release(running.isServing());
                giveUpChain();
            }
            if (leased && running.isServing()) {
                member.leases().remove(LeaseOwners.pin(request.run()));
            }
        } finally {
            fold.close();
        }
    }

    private void giveUpChain() {
        if (request.type() == HotCopyType.FULL && !published && running.isServing()) {
            context.leases().abandonedFull(publication(pin.pinPoint()));
        }
    }

    private void requireOpen() {
        if (!open) {
            throw new IllegalStateException("the hot copy has ended");
        }
    }
}
