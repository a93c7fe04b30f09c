package io.hotcopy.verb;

import java.util.Optional;

/**
 * Which records to read.
 *
 * @param table {@code [NAME.]TABLE}
 * @param from the first key, as text; empty for the first there is
 * @param limit how many at most; one or more
 */
public record ScanRequest(String table, Optional<String> from, int limit) {

    /** As many as fit on a screen. */
    public static final int SCREENFUL = 20;
}
