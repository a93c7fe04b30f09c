package io.hotcopy.verb;

import io.hotcopy.backupset.SetFacts;
import io.hotcopy.catalog.CatalogCollection;
import io.hotcopy.driver.DatabaseFacts;
import io.hotcopy.model.BackupPolicy;
import java.util.List;
import java.util.stream.Stream;

/** The sets that protect what a policy protects, among all that were found. */
final class ProtectingSets {

    private ProtectingSets() {}

    /** A copy of an earlier life, or of another database of this name, protects nothing of this one. */
    static List<SetFacts> of(BackupPolicy policy, DatabaseFacts facts, List<CatalogCollection> all) {
        return known(policy, all).filter(set -> isOfThisLife(set, facts)).toList();
    }

    /** The same, of the archives that the policy copies only. */
    static List<SetFacts> ofItsArchives(BackupPolicy policy, DatabaseFacts facts, List<CatalogCollection> all) {
        return of(policy, facts, all).stream()
                .filter(set -> policy.archives().contains(set.archive()))
                .toList();
    }

    /** The same, of whichever life of the database. */
    static List<SetFacts> ofAllLives(BackupPolicy policy, DatabaseFacts facts, List<CatalogCollection> all) {
        return known(policy, all)
                .filter(set -> policy.archives().contains(set.archive()) && isOfThisDatabase(set, facts))
                .toList();
    }

    private static Stream<SetFacts> known(BackupPolicy policy, List<CatalogCollection> all) {
        return all.stream()
                .filter(collection -> collection.database().equals(policy.protects()))
                .flatMap(collection -> collection.sets().stream())
                .flatMap(set -> set.facts().stream());
    }

    /** Whether it is not one of another database of the same name; of one that was never started here that is open. */
    static boolean isOfThisDatabase(SetFacts set, DatabaseFacts facts) {
        return facts.databaseUuid().map(set.databaseUuid()::equals).orElse(true);
    }

    private static boolean isOfThisLife(SetFacts set, DatabaseFacts facts) {
        return facts.lineage().map(life -> life.id().equals(set.lineage().id())).orElse(true)
                && isOfThisDatabase(set, facts);
    }
}
