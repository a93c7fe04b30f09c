package io.hotcopy.simulate.reality;

import io.hotcopy.term.StorageGroupName;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;

/** What somebody says that can be restored, who has not seen the sets. */
interface PromisedRanges {

    /** From the sets that exist at that instant, once all that happens then has happened. */
    Promise at(Instant instant);

    /**
     * What can be restored at one instant.
     *
     * @param groups for each storage group by itself; one that is not named cannot be restored
     * @param whole for all together, at one commit
     */
    record Promise(SortedMap<StorageGroupName, List<Span>> groups, List<Span> whole) {}

    /**
     * Every state of a span of time.
     *
     * @param from the first instant whose state can be restored
     * @param through the last one
     */
    record Span(Instant from, Instant through) {}
}
