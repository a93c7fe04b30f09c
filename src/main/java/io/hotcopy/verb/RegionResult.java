package io.hotcopy.verb;

import io.hotcopy.embedded.SyncReport;
import io.hotcopy.term.DatabaseName;
import java.util.List;

/** What became of the regions of a domain. */
public sealed interface RegionResult extends VerbResult {

    /**
     * A region that is to be cut off from the others, or was.
     *
     * @param planned whether this is a preview or a dry run
     * @param region its name
     * @param hosts its hosts
     * @param outages what does not serve for it, and what did not serve before; empty in a preview
     */
    record Cut(boolean planned, String region, List<String> hosts, List<Outage> outages) implements RegionResult {}

    /**
     * All reach each other again.
     *
     * @param planned whether this is a dry run
     * @param returned the storage managers that came back
     * @param outages what still does not serve
     */
    record Healed(boolean planned, List<Returned> returned, List<Outage> outages) implements RegionResult {}

    /** A storage manager that came back, and what its SYNC received. */
    record Returned(DatabaseName database, SyncReport sync) {}
}
