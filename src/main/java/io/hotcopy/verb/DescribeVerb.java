package io.hotcopy.verb;

import io.hotcopy.catalog.Selection;
import io.hotcopy.recovery.RecoveryPlanner;
import io.hotcopy.verb.DescribeResult.Described;

/** {@code describe}: what is in a set, and what can be restored from it; changes nothing. */
public final class DescribeVerb {
    private final Session session;

    DescribeVerb(Session session) {
        this.session = session;
    }

    public DescribeResult run(SetRequest request) {
        return new DescribeResult(new Shelves(session, request.below())
                .select(request.words()).stream().map(DescribeVerb::described).toList());
    }

    private static Described described(Selection selection) {
        return new Described(selection, RecoveryPlanner.coverage(selection.facts()));
    }
}
