package io.hotcopy.embedded;

import io.hotcopy.driver.Continuation;
import io.hotcopy.driver.CopyRefusedException;
import io.hotcopy.driver.Refusal;
import io.hotcopy.embedded.journal.Lease;
import io.hotcopy.embedded.journal.Leases;
import io.hotcopy.embedded.state.ChainEnd;
import io.hotcopy.embedded.state.CompleteSet;
import io.hotcopy.embedded.state.KnownArchive;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.SetId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Where an incremental or journal hot copy of an archive begins, from what the set shows and what the database knows
 * (protocol §4): an element that only the set shows was published just before a crash and counts; one that only the
 * database knows is missing.
 */
final class CopyBeginning {

    private final KnownArchive known;
    private final Leases leases;
    private final UUID lineage;
    private final SetId set;

    /**
     * @param lineage id of the database's present life
     * @param set the set to be written into
     */
    CopyBeginning(KnownArchive known, Leases leases, UUID lineage, SetId set) {
        this.known = known;
        this.leases = leases;
        this.lineage = lineage;
        this.set = set;
    }

    /**
     * Of an incremental. A full that the process did not live to tell of is a base if its set is the one that was
     * initialised last, and nothing after it was lost: no later full can have ended its lease.
     *
     * @param inSet the set's newest full or incremental
     * @throws CopyRefusedException when a full is needed, or the set lacks an element
     */
    Continuation incremental(Optional<Continuation> inSet) {
        Continuation last = inSet.orElseThrow(() -> noBase(
                "Full hot copy must be completed before incremental hot copy",
                "Backup set " + set + " holds no completed full hot copy."));
        if (isUntoldFull()) {
            return last;
        }
        Lease lease = leases.of(LeaseOwners.set(set))
                .filter(held ->
                        held.lineage().equals(lineage) && known.baseLost().isEmpty())
                .orElseThrow(this::notLeased);
        if (lease.number().isAfter(last.after())) {
            throw lacking(Refusal.Kind.NO_BASE_SET, "full or incremental", lease.number(), last);
        }
        return last;
    }

    /** Whether the database does not know that the set's full was published, if it was. */
    boolean isUntoldFull() {
        return leases.of(LeaseOwners.set(set)).isEmpty()
                && known.newestSet().equals(Optional.of(set))
                && !completeSet().equals(Optional.of(set))
                && known.baseLost().isEmpty();
    }

    private Optional<SetId> completeSet() {
        return known.completeSet().map(CompleteSet::set);
    }

    private CopyRefusedException notLeased() {
        Optional<SetId> complete = completeSet();
        if (complete.isPresent() && !complete.get().equals(set)) {
            return new Refusal(
                            Refusal.Kind.NO_BASE_SET,
                            "Backup set " + set + " cannot be continued: a newer full hot copy has been completed",
                            List.of("Name the backup set " + complete.get() + ", or run a full hot copy."))
                    .exception();
        }
        return noBase(
                "Backup set " + set + " cannot be continued: "
                        + known.baseLost().orElse("the database keeps no commits for it"),
                "Run a full hot copy first.");
    }

    private static CopyRefusedException noBase(String reason, String hint) {
        return new Refusal(Refusal.Kind.NO_BASE_SET, reason, List.of(hint)).exception();
    }

    /**
     * Of a journal hot copy, whose chain goes on over the sets.
     *
     * @param inSet the set's newest journal element
     * @throws CopyRefusedException when the chain is not open, or the set lacks an element
     */
    Continuation journal(Optional<Continuation> inSet) {
        if (!LeaseBook.isChainOpen(known, leases, lineage)) {
            throw closed();
        }
        ChainEnd end = known.chainEnd().orElseThrow();
        if (inSet.filter(last -> !end.through().isAfter(last.after())).isPresent()) {
            return inSet.get();
        }
        Continuation ended = new Continuation(end.element(), end.through());
        if (end.set().equals(set) && !end.opening()) {
            throw lacking(
                    Refusal.Kind.OTHER,
                    "journal",
                    end.through(),
                    inSet.orElse(new Continuation(end.element(), CommitNumber.ZERO)));
        }
        return ended;
    }

    private CopyRefusedException closed() {
        String why = known.journalSuspended()
                .orElse("the commits since the last journal hot copy of archive " + known.id() + " are not kept");
        return new Refusal(
                        Refusal.Kind.JOURNAL_SUSPENDED,
                        "Full or incremental hot copy must be completed before journal hot copy",
                        List.of("Run a full or incremental hot copy first: " + why + "."))
                .exception();
    }

    private CopyRefusedException lacking(Refusal.Kind kind, String element, CommitNumber known, Continuation last) {
        return new Refusal(
                        kind,
                        "Backup set " + set + " lacks its newest " + element + " hot copy: the database knows of one"
                                + " through commit " + known + ", the set shows them through " + last.after(),
                        List.of("Put the missing element back, or run a full hot copy."))
                .exception();
    }
}
