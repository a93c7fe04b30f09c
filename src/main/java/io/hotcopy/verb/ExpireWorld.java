package io.hotcopy.verb;

import io.hotcopy.backupset.SetRemoval;
import io.hotcopy.backupset.SetRemoval.Stage;
import io.hotcopy.catalog.CatalogListing;
import io.hotcopy.catalog.CatalogSet;
import io.hotcopy.catalog.SetState;
import io.hotcopy.driver.ArchiveFacts;
import io.hotcopy.driver.DatabaseFacts;
import io.hotcopy.model.BackupPolicy;
import io.hotcopy.model.Declarations;
import io.hotcopy.plan.PastRun;
import io.hotcopy.retention.ExpiryRequest;
import io.hotcopy.retention.StoredSet;
import io.hotcopy.retention.StoredSet.Condition;
import io.hotcopy.term.DatabaseName;
import io.hotcopy.term.SetId;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a decision on the sets of a database is made from, as it is on disk now.
 *
 * @param database the database
 * @param declared all policies that may protect it
 * @param restorableFrom what was asked for besides
 */
record ExpireWorld(Session session, DatabaseName database, Declarations declared, List<Instant> restorableFrom) {

    /**
     * Every set of the database, also those that are being deleted; none of another database of the same name, which
     * the catalog knows when both are kept by one person.
     */
    List<CatalogSet> look() {
        DatabaseFacts facts = session.facts(declared, database);
        CatalogListing listing = Shelves.known(session, declared).list();
        return listing.collections().stream()
                .flatMap(collection -> collection.sets().stream())
                .filter(set -> set.facts()
                        .filter(of -> of.database().equals(database))
                        .filter(of -> ProtectingSets.isOfThisDatabase(of, facts))
                        .isPresent())
                .toList();
    }

    /**
     * What is to be decided on.
     *
     * @param found by {@link #look}
     * @param used sets that were found to be in use, and by whom
     */
    ExpiryRequest request(List<CatalogSet> found, Map<Path, String> used) {
        Instant now = session.surroundings().clock().instant();
        Map<SetId, String> newest = newest();
        List<StoredSet> sets = found.stream()
                .filter(ExpireWorld::isThere)
                .map(set -> stored(
                        set,
                        Optional.ofNullable(used.get(set.location()))
                                .or(() -> Optional.ofNullable(
                                        newest.get(set.facts().orElseThrow().id())))))
                .toList();
        return new ExpiryRequest(sets, policies(), restorableFrom, runs(), now);
    }

    /** Whether nobody has begun to delete it. */
    static boolean isThere(CatalogSet set) {
        return set.state() != SetState.EXPIRED;
    }

    /** Those whose deletion was begun, and has come so far. */
    static List<Path> begun(List<CatalogSet> found, Stage stage) {
        return found.stream()
                .filter(set -> !isThere(set))
                .map(CatalogSet::location)
                .filter(location -> SetRemoval.stage(location).equals(Optional.of(stage)))
                .toList();
    }

    private static StoredSet stored(CatalogSet set, Optional<String> usedBy) {
        Condition condition =
                switch (set.state()) {
                    case COMPLETE, INCOMPLETE, HALF_MADE -> Condition.SOUND;
                    case DAMAGED -> Condition.DAMAGED;
                    case UNREADABLE, TOO_NEW, EXPIRED -> Condition.UNREADABLE;
                };
        return new StoredSet(set.facts().orElseThrow(), condition, usedBy);
    }

    private List<BackupPolicy> policies() {
        return declared.policies().stream()
                .filter(policy -> policy.protects().equals(database))
                .toList();
    }

    /** Journal copies go there, whatever became of the full. */
    private Map<SetId, String> newest() {
        Map<SetId, String> newest = new HashMap<>();
        for (ArchiveFacts archive : session.facts(declared, database).archives()) {
            archive.newestSet()
                    .ifPresent(set -> newest.put(
                            set,
                            "it is the newest set of archive " + archive.id() + ", into which journal hot copies go"));
        }
        return newest;
    }

    private List<PastRun> runs() {
        return session.ledger(database.domain()).since(Instant.EPOCH);
    }
}
