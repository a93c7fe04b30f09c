package io.hotcopy.verb;

import io.hotcopy.embedded.StartReport;
import java.util.List;

/**
 * What a start found.
 *
 * @param planned whether this is a dry run
 * @param domain the domain's name
 * @param reports one a database; none in a dry run
 */
public record StartResult(boolean planned, String domain, List<StartReport> reports) implements VerbResult {}
