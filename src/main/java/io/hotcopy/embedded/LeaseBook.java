package io.hotcopy.embedded;

import io.hotcopy.embedded.commit.Member;
import io.hotcopy.embedded.journal.Lease;
import io.hotcopy.embedded.journal.Leases;
import io.hotcopy.embedded.state.CompleteSet;
import io.hotcopy.embedded.state.DatabaseState;
import io.hotcopy.embedded.state.KnownArchive;
import io.hotcopy.embedded.state.StateFile;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.SetId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * Moves the leases of one database's archives when an element has been published or a journal has reached its quota,
 * with what the state says of it. Ordered so that a crash between two steps leaves a lease that is too low, never one
 * that is too high. Safe for several threads; one move at a time.
 */
final class LeaseBook {

    private final StateFile file;

    LeaseBook(StateFile file) {
        this.file = file;
    }

    private DatabaseState state() {
        return file.state();
    }

    /** What is known of an archive of the database. */
    KnownArchive known(ArchiveId archive) {
        return state().archives().get(archive);
    }

    private void change(ArchiveId archive, UnaryOperator<KnownArchive> change) {
        file.change(state -> state.withArchive(change.apply(state.archives().get(archive))));
    }

    /** Whether the next journal hot copy has something to continue in this life of the database. */
    static boolean isChainOpen(KnownArchive known, Leases leases, UUID lineage) {
        return known.journalSuspended().isEmpty()
                && known.chainEnd().isPresent()
                && leases.of(LeaseOwners.JOURNAL_CHAIN)
                        .filter(lease -> lease.lineage().equals(lineage))
                        .isPresent();
    }

    private boolean isChainOpen(Publication of) {
        return isChainOpen(known(of.archive()), of.leases(), lineage());
    }

    private UUID lineage() {
        return state().lineage().id();
    }

    /**
     * A full has pinned its files. The archive's first chain begins there, so that journal copies need not wait for the
     * full to end (M23); one that was closed by a hole opens again only when the full has been published. When no
     * journal copy came meanwhile, the published full opens it at its cut after all.
     */
    synchronized void pinnedFull(Publication at) {
        if (at.journalHotCopy() && known(at.archive()).journalSuspended().isEmpty() && !isChainOpen(at)) {
            open(at);
        }
    }

    /**
     * A journal element has been published; the state first, so that the chain never ends before its lease. What was
     * suspended while it was copied stays so.
     */
    synchronized void publishedJournal(Publication of) {
        if (!isChainOpen(of)) {
            return;
        }
        change(of.archive(), known -> known.withChainEnd(of.chainEnd(false)));
        lease(of.member(), LeaseOwners.JOURNAL_CHAIN, of.cut());
    }

    /**
     * An incremental has been published. A set that is no longer leased is not leased again: the next full has
     * completed meanwhile, or the journal has reached its quota.
     */
    synchronized void publishedIncremental(Publication of, List<Member> members) {
        openChain(of);
        if (of.leases().of(LeaseOwners.set(of.set())).isEmpty()) {
            return;
        }
        lease(of.member(), LeaseOwners.set(of.set()), of.cut());
        if (completeSet(of).equals(Optional.of(of.set()))) {
            seed(of, members, List.of());
        }
    }

    private Optional<SetId> completeSet(Publication of) {
        return known(of.archive()).completeSet().map(CompleteSet::set);
    }

    /**
     * A full has been published. The sets before are known by their leases here, which go last: wherever this is cut
     * short, the next full still knows what to give up.
     */
    synchronized void publishedFull(Publication of, List<Member> members) {
        openChain(of);
        leaseFull(of, members);
    }

    /**
     * Leases the set of a full that has been published. Alone, it is for one that was published just before a crash,
     * and not told, and is found in its set: whether it began after what closed the chain is not known any more, so
     * that a closed one stays so until the next copy.
     */
    synchronized void leaseFull(Publication of, List<Member> members) {
        lease(of.member(), LeaseOwners.set(of.set()), of.cut());
        List<String> before = of.leases().all().stream()
                .map(Lease::owner)
                .filter(owner -> owner.startsWith(LeaseOwners.SET) && !owner.equals(LeaseOwners.set(of.set())))
                .toList();
        seed(of, members, before);
        change(of.archive(), known -> known.withCompleteSet(new CompleteSet(of.set(), of.cut())));
        before.forEach(of.leases()::remove);
    }

    /**
     * A replacement seeded from this set must find the frames after it on whichever storage manager is left; the sets
     * before it are given up only where the new one is leased.
     */
    private void seed(Publication of, List<Member> members, List<String> before) {
        for (Member peer : members) {
            if (peer.serves().stream().anyMatch(of.member().serves()::contains)) {
                lease(peer, LeaseOwners.seed(of.set()), of.cut());
                before.forEach(owner -> peer.leases().remove(LeaseOwners.seedOf(owner)));
            }
        }
    }

    /**
     * Opens the chain at the cut, if it is not open and the copy began after what closed it; the lease first, so that
     * the chain is open only when it is leased.
     */
    private void openChain(Publication of) {
        boolean sinceClosed =
                known(of.archive()).journalSuspended().equals(of.before().journalSuspended());
        if (of.journalHotCopy() && sinceClosed && (!isChainOpen(of) || isOpening(of))) {
            open(of);
        }
    }

    /** A full that had been pinned was not published: a chain that it alone had opened, for nobody used it, ends. */
    synchronized void abandonedFull(Publication pinned) {
        if (isOpening(pinned)) {
            change(pinned.archive(), KnownArchive::withoutChain);
            pinned.leases().remove(LeaseOwners.JOURNAL_CHAIN);
        }
    }

    /** Whether the chain begins with this element and has not gone on since. */
    private boolean isOpening(Publication of) {
        return known(of.archive())
                .chainEnd()
                .filter(end -> end.opening() && end.element().equals(of.element()))
                .isPresent();
    }

    private void open(Publication of) {
        lease(of.member(), LeaseOwners.JOURNAL_CHAIN, of.cut());
        change(of.archive(), before -> before.resumed().withChainEnd(of.chainEnd(true)));
    }

    /**
     * A journal has reached its quota and dropped a lease: its owner must find out, unless it has got past the hole
     * meanwhile.
     */
    synchronized void dropped(ArchiveId archive, Leases leases, Lease lease) {
        if (leases.of(lease.owner()).isPresent()) {
            return;
        }
        String reason =
                "the journal reached its quota, and does not keep the commits after " + lease.number() + " any more";
        if (lease.owner().equals(LeaseOwners.JOURNAL_CHAIN)) {
            change(archive, known -> known.suspended(reason));
        } else if (known(archive)
                .completeSet()
                .filter(complete -> lease.owner().equals(LeaseOwners.set(complete.set())))
                .isPresent()) {
            change(archive, known -> known.withoutBase(reason));
        }
    }

    private void lease(Member on, String owner, CommitNumber number) {
        on.leases().put(new Lease(owner, lineage(), number));
    }
}
