package io.hotcopy.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotcopy.backupset.SetFacts;
import io.hotcopy.backupset.SyncedFiles;
import io.hotcopy.catalog.Catalog;
import io.hotcopy.catalog.CatalogCollection;
import io.hotcopy.catalog.CatalogListing;
import io.hotcopy.catalog.CatalogSet;
import io.hotcopy.catalog.SetState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/** The backup sets that killed children left: each is known for what it is, and complete ones hold what they must. */
final class CopiedSets {

    private static final Set<SetState> POSSIBLE =
            EnumSet.of(SetState.COMPLETE, SetState.INCOMPLETE, SetState.HALF_MADE);
    private static final int RESTORES = 2;

    private final Path backups;
    private final Path scratch;
    private final KillLedger ledger;
    private final SplittableRandom choices;
    private final KilledBank.Tally tally;

    CopiedSets(Path backups, Path scratch, KillLedger ledger, SplittableRandom choices, KilledBank.Tally tally) {
        this.backups = backups;
        this.scratch = scratch;
        this.ledger = ledger;
        this.choices = choices;
        this.tally = tally;
    }

    /** Judges all and deletes them. */
    void judge() throws IOException {
        CatalogListing listing = new Catalog(backups, List.of(backups)).list();
        for (CatalogSet set : listing.unattributed()) {
            assertEquals(SetState.HALF_MADE, set.state(), set.toString());
        }
        for (CatalogCollection collection : listing.collections()) {
            assertTrue(POSSIBLE.contains(collection.state()), collection.toString());
            tally.copiesHalfMade += collection.state() == SetState.COMPLETE ? 0 : 1;
        }
        requireAllToldAreComplete(listing.complete());
        List<CatalogCollection> complete = new ArrayList<>(listing.complete());
        for (int restore = 0; restore < RESTORES && !complete.isEmpty(); restore++) {
            int chosen = restore == 0 ? 0 : choices.nextInt(complete.size());
            requireExact(complete.remove(chosen));
        }
        SyncedFiles.deleteTree(backups);
        Files.createDirectory(backups);
    }

    private void requireAllToldAreComplete(List<CatalogCollection> complete) {
        for (KillLedger.Copied copied : ledger.takeCopied()) {
            tally.copiesTold++;
            CatalogCollection collection = complete.stream()
                    .filter(found -> found.locations().get(0).startsWith(backups.resolve(copied.directory())))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(copied + " was told complete, and is not"));
            assertEquals(copied.cut(), collection.run().orElseThrow().cut().value());
        }
    }

    /** Restores one, and compares it with the ledger. */
    private void requireExact(CatalogCollection collection) throws IOException {
        List<SetFacts> sets =
                collection.sets().stream().map(set -> set.facts().orElseThrow()).toList();
        BankState restored = RestoredBank.restore(sets, scratch.resolve("restored"));
        ledger.requireCopied(restored, sets.get(0).elements().get(0).cut().value());
        tally.copiesRestored++;
    }
}
