package io.hotcopy.recovery;

import java.util.List;
import java.util.Optional;

/** Spans of one kind, asked at many commits which of them reaches farthest; each answer takes logarithmic time. */
final class SpanIndex {

    private final Span[] spans;
    /** For each span the farthest-reaching one among it and those that begin no later. */
    private final Span[] farthest;

    /** @param spans in rising order of {@code from} */
    SpanIndex(List<Span> spans) {
        this.spans = spans.toArray(Span[]::new);
        this.farthest = new Span[this.spans.length];
        Span best = null;
        for (int index = 0; index < this.spans.length; index++) {
            Span span = this.spans[index];
            // of two that reach equally far the later one holds less that is known already
            best = best == null || span.through() >= best.through() ? span : best;
            farthest[index] = best;
        }
    }

    /** The span that reaches farthest among those usable at a commit, if it leads beyond it. */
    Optional<Span> onFrom(long commit) {
        int usable = countUsable(commit);
        if (usable == 0 || farthest[usable - 1].through() <= commit) {
            return Optional.empty();
        }
        return Optional.of(farthest[usable - 1]);
    }

    /** How many begin at or before a commit. */
    private int countUsable(long commit) {
        int low = 0;
        int high = spans.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (spans[middle].from() <= commit) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
