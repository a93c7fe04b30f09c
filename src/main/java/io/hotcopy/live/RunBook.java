package io.hotcopy.live;

import io.hotcopy.catalog.CatalogIndex;
import io.hotcopy.catalog.DomainState;
import io.hotcopy.catalog.RunLedger;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Consumer;

/**
 * Where is remembered what became of hot copies.
 *
 * @param home the home of our state
 * @param clock the time of day
 * @param events hears, as a sentence, what could not be remembered
 */
public record RunBook(Path home, Clock clock, Consumer<String> events) {

    /** What became of the runs of a domain. */
    public RunLedger ledger(String domain) {
        return new RunLedger(new DomainState(home).of(domain));
    }

    /** Where sets of all domains lie, as far as ever seen. */
    public CatalogIndex index() {
        return new CatalogIndex(home);
    }
}
