package io.hotcopy.verb;

import java.util.List;

/**
 * Records in the order of their keys.
 *
 * @param planned whether this is a dry run, which reads nothing
 * @param table as it was asked for
 * @param records as text
 * @param more whether there are more after them
 */
public record ScanResult(boolean planned, String table, List<Entry> records, boolean more) implements VerbResult {

    /** One record as text. */
    public record Entry(String key, String value) {}
}
