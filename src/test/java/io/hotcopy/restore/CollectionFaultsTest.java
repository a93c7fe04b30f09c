package io.hotcopy.restore;

import static io.hotcopy.backupset.SampleSets.member;
import static io.hotcopy.backupset.SampleSets.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotcopy.backupset.ElementFacts.Member;
import io.hotcopy.backupset.SetFacts;
import io.hotcopy.catalog.Catalog;
import io.hotcopy.catalog.CatalogCollection;
import io.hotcopy.catalog.CatalogListing;
import io.hotcopy.catalog.CatalogSet;
import io.hotcopy.catalog.SetState;
import io.hotcopy.faults.FaultWalk;
import io.hotcopy.faults.FaultWalk.Attempt;
import io.hotcopy.faults.InMemory;
import io.hotcopy.progress.ProgressListener;
import io.hotcopy.recovery.RecoveryPlanner;
import io.hotcopy.recovery.RestoreTarget;
import io.hotcopy.term.ElementId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A coordinated full crashes at each place in turn: the catalog knows what is left, and what is whole is restored. */
class CollectionFaultsTest {

    private static final int SEEDS = 2;
    private static final long CUT_BEFORE = 50;
    private static final long CUT = 100;

    private final TextDatabase database = new TextDatabase("UNPARTITIONED", "SG1", "SG2");
    private final List<Member> membersBefore =
            List.of(member(0, 1, "UNPARTITIONED", "SG1"), member(1, 2, "UNPARTITIONED", "SG2"));
    private final List<Member> members =
            List.of(member(0, 3, "UNPARTITIONED", "SG1"), member(1, 4, "UNPARTITIONED", "SG2"));
    private final Set<SetState> seen = EnumSet.noneOf(SetState.class);

    private boolean halfPublishedSeen;

    @TempDir(factory = InMemory.class)
    private Path scratch;

    @Test
    void crashAnywhereLeavesACollectionThatTheCatalogKnowsForWhatItIs() throws IOException {
        new FaultWalk(scratch, this::copyBefore, this::copy).crashes(SEEDS, this::requireKnown);

        assertEquals(EnumSet.of(SetState.HALF_MADE, SetState.COMPLETE), seen);
        assertTrue(halfPublishedSeen, "no crash fell between the two publications");
    }

    private void copyBefore(Path root) throws IOException {
        Files.createDirectory(root.resolve("before"));
        Files.createDirectory(root.resolve("now"));
        database.full(root.resolve("before"), run(1), membersBefore, List.of(40L, 40L), CUT_BEFORE);
    }

    private void copy(Path root) {
        database.full(root.resolve("now"), run(2), members, List.of(80L, 90L), CUT);
    }

    private void requireKnown(Path root, Attempt attempt) {
        CatalogListing listing = new Catalog(root, List.of(root)).list();
        CatalogCollection before = collection(listing, run(1)).orElseThrow();
        assertEquals(SetState.COMPLETE, before.state());
        requireRestorable(root, before, CUT_BEFORE);
        for (CatalogSet unattributed : listing.unattributed()) {
            assertEquals(SetState.HALF_MADE, unattributed.state(), unattributed.toString());
        }
        Optional<CatalogCollection> now = collection(listing, run(2));
        now.ifPresent(collection -> requireAsItIs(root, collection));
        boolean whole = now.map(CatalogCollection::state).equals(Optional.of(SetState.COMPLETE));
        assertTrue(!attempt.finished() || whole, "finished, and " + now);
    }

    private void requireAsItIs(Path root, CatalogCollection now) {
        seen.add(now.state());
        halfPublishedSeen |= now.state() == SetState.HALF_MADE && now.run().isPresent();
        if (now.state() == SetState.COMPLETE) {
            requireRestorable(root, now, CUT);
        }
    }

    private void requireRestorable(Path root, CatalogCollection collection, long cut) {
        List<SetFacts> sets =
                collection.sets().stream().map(set -> set.facts().orElseThrow()).toList();
        Path target = root.resolve("restored-" + cut);
        ArchiveFormats formats = new ArchiveFormats(List.of(new TextArchiveFormat()));
        new Restorer(formats, new SplittableRandom(1), new Workers(1))
                .restore(RecoveryPlanner.plan(sets, new RestoreTarget.Latest()), target, ProgressListener.NONE);
        for (SetFacts set : sets) {
            TextArchiveFormat.content(target.resolve("archive-" + set.archive()))
                    .forEach((group, records) -> assertEquals(database.content(group, cut), records));
        }
    }

    private static Optional<CatalogCollection> collection(CatalogListing listing, ElementId id) {
        return listing.collections().stream()
                .filter(collection -> collection.id().equals(id))
                .findFirst();
    }
}
