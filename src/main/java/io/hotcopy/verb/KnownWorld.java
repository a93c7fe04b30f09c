package io.hotcopy.verb;

import io.hotcopy.backupset.SetFacts;
import io.hotcopy.catalog.CatalogListing;
import io.hotcopy.catalog.CatalogSet;
import io.hotcopy.catalog.SetState;
import io.hotcopy.driver.DatabaseFacts;
import io.hotcopy.model.Declarations;
import io.hotcopy.plan.UnusableSet;
import io.hotcopy.term.DatabaseName;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a plan is decided on: the state of each database and its sets, with what this dry run has made of them.
 *
 * @param found the sets below the directories of all policies, and those that the index knows elsewhere
 */
record KnownWorld(Session session, Declarations declared, List<CatalogSet> found) {

    /** Looks there. */
    static KnownWorld of(Session session, Declarations declared) {
        CatalogListing listing = session.listed(Shelves.known(session, declared).list());
        List<CatalogSet> found = Stream.concat(
                        listing.collections().stream().flatMap(collection -> collection.sets().stream()),
                        listing.unattributed().stream())
                .toList();
        return new KnownWorld(session, declared, found);
    }

    DatabaseFacts facts(DatabaseName database) {
        return session.planned().sets().over(session.facts(declared, database));
    }

    /** The sets of this database, as far as they can be read. */
    List<SetFacts> sets(DatabaseName database) {
        List<SetFacts> readable =
                found.stream().flatMap(set -> set.facts().stream()).toList();
        return session.planned().sets().over(database, readable);
    }

    /** The sets, of whichever database, that cannot be read. */
    List<UnusableSet> unusable() {
        return found.stream()
                .filter(set -> set.state().compareTo(SetState.UNREADABLE) >= 0)
                .map(set ->
                        new UnusableSet(set.facts(), set.trouble().orElse("\"" + set.location() + "\" cannot be read")))
                .toList();
    }
}
