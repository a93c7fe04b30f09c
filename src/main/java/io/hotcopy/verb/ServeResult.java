package io.hotcopy.verb;

import io.hotcopy.embedded.StartReport;
import java.util.List;

/**
 * A domain that is being served.
 *
 * @param planned whether this is a dry run
 * @param domain its name
 * @param address where, as {@code http://127.0.0.1:8888}; empty in a dry run
 * @param reports what its start found, one a database; none in a dry run
 */
public record ServeResult(boolean planned, String domain, String address, List<StartReport> reports)
        implements VerbResult {

    public ServeResult {
        reports = List.copyOf(reports);
    }
}
