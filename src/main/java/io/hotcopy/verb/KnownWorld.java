package io.hotcopy.verb;

import io.hotcopy.backupset.SetFacts;
import io.hotcopy.catalog.Catalog;
import io.hotcopy.driver.DatabaseFacts;
import io.hotcopy.model.Declarations;
import io.hotcopy.term.DatabaseName;
import java.util.List;

/** What a plan is decided on: the state of each database and its sets, with what this dry run has made of them. */
record KnownWorld(Session session, Declarations declared) {

    DatabaseFacts facts(DatabaseName database) {
        return session.planned().sets().over(session.facts(declared, database));
    }

    /** The sets of this database below the directories of all policies, as far as they can be read. */
    List<SetFacts> sets(DatabaseName database) {
        Catalog catalog = new Catalog(session.surroundings().workingDirectory(), Shelves.rootsOf(declared));
        List<SetFacts> found = catalog.list().collections().stream()
                .flatMap(collection -> collection.sets().stream())
                .flatMap(set -> set.facts().stream())
                .toList();
        return session.planned().sets().over(database, found);
    }
}
