package io.hotcopy.live;

import io.hotcopy.driver.DatabaseFacts;
import io.hotcopy.embedded.StartReport;
import io.hotcopy.model.Database;
import io.hotcopy.model.Declarations;
import io.hotcopy.model.Domain;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.term.DatabaseName;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A domain that runs, in this process or in another. Safe for several threads. Every method throws
 * {@link HotCopyException} when the process that holds it is gone.
 *
 * <p>It, {@link LiveDatabase}, {@link LiveCopies} and {@link LiveWorkload} are called across processes: what they take
 * and give is made of records, words, collections, and a progress listener for what may take long. An interrupt of the
 * caller reaches the work wherever it is done.
 */
public interface LiveDomain extends AutoCloseable {

    /** As it was declared when it was started. */
    Domain declared();

    /** Everything that is declared now where it runs, its policies too. */
    Declarations loaded();

    /** What its start found, a report for each database. */
    List<StartReport> reports();

    /**
     * Its storage managers and what runs on them.
     *
     * @param database its own name
     */
    DatabaseFacts facts(String database);

    /** One of its databases by its own name; {@link HotCopyException} when there is none of that name. */
    LiveDatabase database(String name);

    /** The hot copies made in it. */
    LiveCopies copies();

    /** The workload on it. */
    LiveWorkload workload();

    /**
     * Cuts hosts off from all others, for every database that runs: what has stopped for it is told by each of them.
     */
    void isolate(Set<String> hosts);

    /** The process that holds it; empty when that is this one. */
    Optional<Holder> holder();

    /** Whether it still runs, as far as can be told without asking it. */
    boolean isThere();

    /** Ends it in good order when it runs here; else only leaves it. */
    @Override
    void close();

    default String name() {
        return declared().name();
    }

    default boolean has(DatabaseName name) {
        return name.domain().equals(name()) && hasDatabase(name.database());
    }

    default boolean hasDatabase(String name) {
        return declared().database(name).isPresent();
    }

    /** The database of that name; without a name the only one. */
    default LiveDatabase database(Optional<String> name) {
        List<String> names = declared().databases().stream().map(Database::name).toList();
        if (name.isEmpty() && names.size() > 1) {
            throw new HotCopyException(
                    "domain \"" + name() + "\" has several databases", "name one: " + String.join(", ", names));
        }
        return database(name.orElseGet(() -> names.get(0)));
    }
}
