package io.hotcopy.verb;

import io.hotcopy.catalog.Selection;
import io.hotcopy.recovery.Coverage;
import java.util.List;

/**
 * What some sets are.
 *
 * @param planned whether this is a dry run, in which the sets themselves are only planned
 * @param described one entry for each collection, or set without one, in the order asked for
 */
public record DescribeResult(boolean planned, List<Described> described) implements VerbResult {

    /**
     * One collection.
     *
     * @param selection its sets, as far as they are meant
     * @param coverage what can be restored from them
     */
    public record Described(Selection selection, Coverage coverage) {}
}
