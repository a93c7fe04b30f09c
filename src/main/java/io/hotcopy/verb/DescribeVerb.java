package io.hotcopy.verb;

import io.hotcopy.catalog.Selection;
import io.hotcopy.recovery.RecoveryPlanner;
import io.hotcopy.verb.DescribeResult.Described;
import java.util.List;

/** {@code describe}: what is in a set, and what can be restored from it; changes nothing. */
public final class DescribeVerb {
    private final Session session;

    DescribeVerb(Session session) {
        this.session = session;
    }

    public DescribeResult run(SetRequest request) {
        if (session.planned().hasAll(request.words())) {
            return new DescribeResult(true, List.of());
        }
        List<Selection> meant = new Shelves(session, request.below()).select(request.words());
        return new DescribeResult(
                false, meant.stream().map(DescribeVerb::described).toList());
    }

    static Described described(Selection selection) {
        return new Described(selection, RecoveryPlanner.coverage(selection.facts()));
    }
}
