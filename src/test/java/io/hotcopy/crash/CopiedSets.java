package io.hotcopy.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotcopy.backupset.ElementFacts;
import io.hotcopy.backupset.SetFacts;
import io.hotcopy.catalog.Catalog;
import io.hotcopy.catalog.CatalogCollection;
import io.hotcopy.catalog.CatalogListing;
import io.hotcopy.catalog.CatalogSet;
import io.hotcopy.catalog.SetState;
import io.hotcopy.embedded.journal.Lease;
import io.hotcopy.embedded.journal.Leases;
import io.hotcopy.recovery.CopyRun;
import io.hotcopy.recovery.Coverage;
import io.hotcopy.recovery.RecoveryPlanner;
import io.hotcopy.recovery.RestorePlan;
import io.hotcopy.recovery.RestoreTarget;
import io.hotcopy.recovery.TargetRange;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.HotCopyType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * The backup sets that killed children left, and that the next ones went on with: each element is known for what it is,
 * what can be restored is exact, and no lease is ahead of what is published.
 */
final class CopiedSets {

    private static final Set<SetState> POSSIBLE =
            EnumSet.of(SetState.COMPLETE, SetState.INCOMPLETE, SetState.HALF_MADE);

    private final Path backups;
    private final Path scratch;
    private final KillLedger ledger;
    private final SplittableRandom choices;
    private final KilledBank.Tally tally;
    private CommitNumber lastJudged = CommitNumber.ZERO;

    CopiedSets(Path backups, Path scratch, KillLedger ledger, SplittableRandom choices, KilledBank.Tally tally) {
        this.backups = backups;
        this.scratch = scratch;
        this.ledger = ledger;
        this.choices = choices;
        this.tally = tally;
    }

    /** Judges all, and restores the newest state and one of any commit that can be reached. */
    void judge(boolean samePair) throws IOException {
        CatalogListing listing = list();
        for (CatalogSet set : listing.unattributed()) {
            assertEquals(SetState.HALF_MADE, set.state(), set.toString());
        }
        for (CatalogCollection collection : listing.collections()) {
            assertTrue(POSSIBLE.contains(collection.state()), collection.toString());
        }
        requireAllToldAreUsable(listing);
        if (!listing.complete().isEmpty()) {
            List<SetFacts> sets = facts(listing).toList();
            Coverage coverage = RecoveryPlanner.coverage(sets);
            if (samePair) {
                requireUnbrokenChain(listing, coverage);
            }
            CommitNumber newest = restore(sets, new RestoreTarget.Latest());
            newestTold().ifPresent(told -> assertTrue(!told.isAfter(newest), "told " + told + ", restored " + newest));
            restore(sets, new RestoreTarget.ToCommit(any(coverage)));
            lastJudged = newest;
        }
    }

    private CatalogListing list() {
        return new Catalog(backups, List.of(backups)).list();
    }

    private static Stream<SetFacts> facts(CatalogListing listing) {
        return listing.collections().stream()
                .flatMap(collection -> collection.sets().stream())
                .flatMap(set -> set.facts().stream());
    }

    private static Stream<CopyRun> runs(CatalogListing listing) {
        return listing.collections().stream()
                .flatMap(collection -> Stream.concat(collection.run().stream(), collection.later().stream()))
                .distinct();
    }

    private void requireAllToldAreUsable(CatalogListing listing) {
        List<CopyRun> runs = runs(listing).toList();
        for (KillLedger.Copied copied : ledger.copied()) {
            CopyRun run = runs.stream()
                    .filter(found -> found.id().equals(copied.run()))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(copied + " was told complete, and is not there"));
            assertTrue(run.isUsable(), run.toString());
            assertEquals(copied.type(), run.type());
            assertEquals(copied.cut(), run.cut().value());
        }
    }

    /**
     * As long as the same archives were copied: every commit from the first complete full to the last journal copy that
     * was told, over all kills and all fulls that came to nothing.
     */
    private void requireUnbrokenChain(CatalogListing listing, Coverage coverage) {
        CommitNumber first = listing.complete().stream()
                .flatMap(collection -> collection.run().stream())
                .map(CopyRun::cut)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        Optional<CommitNumber> last = newestTold(HotCopyType.JOURNAL);
        if (last.isPresent() && ledger.unable() == 0) {
            assertTrue(
                    whole(coverage).stream().anyMatch(range -> range.contains(first) && range.contains(last.get())),
                    "from " + first + " to " + last.get() + " there are gaps: " + whole(coverage));
            tally.chainsGoneOn += lastJudged.isAfter(first) && last.get().isAfter(lastJudged) ? 1 : 0;
        }
    }

    private Optional<CommitNumber> newestTold(HotCopyType... types) {
        Set<HotCopyType> wanted = types.length == 0 ? EnumSet.allOf(HotCopyType.class) : Set.of(types);
        return ledger.copied().stream()
                .filter(copied -> wanted.contains(copied.type()))
                .map(copied -> new CommitNumber(copied.cut()))
                .max(Comparator.naturalOrder());
    }

    private static List<TargetRange> whole(Coverage coverage) {
        assertEquals(1, coverage.lineages().size());
        return coverage.lineages().get(0).whole();
    }

    private CommitNumber any(Coverage coverage) {
        List<TargetRange> ranges = whole(coverage);
        TargetRange range = ranges.get(choices.nextInt(ranges.size()));
        return new CommitNumber(
                choices.nextLong(range.first().value(), range.last().value() + 1));
    }

    /** Restores one, and compares it with the ledger. */
    private CommitNumber restore(List<SetFacts> sets, RestoreTarget target) throws IOException {
        RestorePlan plan = RecoveryPlanner.plan(sets, target);
        ledger.requireCopied(
                RestoredBank.restore(plan, scratch.resolve("restored")),
                plan.target().value());
        tally.copiesRestored++;
        return plan.target();
    }

    /** Before the database starts again: a lease that is too high would let go what no set holds. */
    void requireNoLeaseBeyondWhatIsPublished(Path home) {
        CatalogListing listing = list();
        for (int archive = 0; archive < 6; archive++) {
            Path file = CrashDomain.archive(home, new ArchiveId(archive)).resolve("leases.yaml");
            for (Lease lease : Leases.open(file).all()) {
                String[] owner = lease.owner().split(":");
                if (Set.of("set", "seed").contains(owner[0])) {
                    requirePublished(
                            lease,
                            facts(listing).filter(set -> set.id().toString().equals(owner[1])),
                            HotCopyType.JOURNAL);
                } else if (owner[0].equals("journal-chain")) {
                    requireChainPublished(lease, new ArchiveId(archive), listing);
                }
            }
        }
    }

    /** Before anything was published there is nothing to lead on from: the first full opens the chain where it pins. */
    private static void requireChainPublished(Lease lease, ArchiveId archive, CatalogListing listing) {
        List<SetFacts> sets =
                facts(listing).filter(set -> set.archive().equals(archive)).toList();
        if (sets.stream().anyMatch(set -> !set.elements().isEmpty())) {
            requirePublished(lease, sets.stream(), HotCopyType.SIMPLE);
        }
    }

    private static void requirePublished(Lease lease, Stream<SetFacts> sets, HotCopyType but) {
        CommitNumber published = sets.flatMap(set -> set.elements().stream())
                .filter(element -> element.type() != but)
                .map(ElementFacts::cut)
                .max(Comparator.naturalOrder())
                .orElse(CommitNumber.ZERO);
        assertTrue(!lease.number().isAfter(published), lease + ", and published is only " + published);
    }

    /** Adds what there was to the tally. */
    void tell() {
        CatalogListing listing = list();
        tally.copiesHalfMade += (int) listing.collections().stream()
                .filter(collection -> collection.state() != SetState.COMPLETE)
                .count();
        tally.halfPublished +=
                (int) runs(listing).filter(run -> !run.isComplete()).count();
        tally.unable += ledger.unable();
        for (KillLedger.Copied copied : ledger.copied()) {
            tally.copiesTold++;
            tally.incrementalsTold += copied.type() == HotCopyType.INCREMENTAL ? 1 : 0;
            tally.journalsTold += copied.type() == HotCopyType.JOURNAL ? 1 : 0;
        }
    }
}
