package io.hotcopy.embedded.journal;

import io.hotcopy.term.CommitNumber;
import java.util.Collection;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Views in, whether a commit is void out. A commit is void when a later view than its own voids its number. Immutable;
 * every reader of a journal asks it.
 */
public final class VoidFilter {

    /** View number → the least {@code voidAbove} of this view and all later ones. */
    private final NavigableMap<Long, CommitNumber> leastVoidAbove = new TreeMap<>();

    /** @param views all views known, in any order; naming one twice does no harm */
    public VoidFilter(Collection<View> views) {
        NavigableMap<Long, CommitNumber> byNumber = new TreeMap<>();
        for (View view : views) {
            byNumber.merge(view.number(), view.voidAbove(), CommitNumber::min);
        }
        CommitNumber least = View.NOTHING_VOID;
        for (Map.Entry<Long, CommitNumber> view : byNumber.descendingMap().entrySet()) {
            least = CommitNumber.min(least, view.getValue());
            leastVoidAbove.put(view.getKey(), least);
        }
    }

    public boolean isVoid(CommitFrame commit) {
        return isVoid(commit.number(), commit.view());
    }

    /** Whether commit {@code number}, written under view {@code view}, is void. */
    public boolean isVoid(CommitNumber number, long view) {
        Map.Entry<Long, CommitNumber> later = leastVoidAbove.higherEntry(view);
        return later != null && number.isAfter(later.getValue());
    }
}
