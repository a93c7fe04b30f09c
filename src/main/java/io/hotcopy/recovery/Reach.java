package io.hotcopy.recovery;

import io.hotcopy.term.CommitNumber;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * All commits to which covers carry one storage group from some starts: a single sweep over the commits at which a
 * cover begins or ends. Between two of those either every commit can be reached, by one journal, or none. Later starts
 * never reach less than earlier ones, so many starts are swept as one.
 */
final class Reach {

    private static final long NOWHERE = -1;

    private final List<Span> journals;
    /** For each commit that incrementals lead to, the earliest from which one does. */
    private final Map<Long, Long> incrementals = new HashMap<>();
    /** Journals that have begun, the one that begins earliest on top; those that have ended are removed late. */
    private final PriorityQueue<Span> open = new PriorityQueue<>(Comparator.comparingLong(Span::from));

    private final List<TargetRange> reached = new ArrayList<>();
    private int opened;
    private long last = NOWHERE;

    private Reach(List<Span> spans) {
        journals = spans.stream().filter(span -> !span.isWholeOnly()).toList();
        spans.stream()
                .filter(Span::isWholeOnly)
                .forEach(span -> incrementals.merge(span.through(), span.from(), Math::min));
    }

    /**
     * @param spans all of the group, in rising order of {@code from}
     * @param starts commits at which the group is whole
     * @return the starts and all that can be reached from them
     */
    static Ranges of(List<Span> spans, Collection<CommitNumber> starts) {
        SortedSet<Long> begin = new TreeSet<>();
        starts.forEach(start -> begin.add(start.value()));
        SortedSet<Long> turns = new TreeSet<>(begin);
        for (Span span : spans) {
            turns.add(span.from());
            turns.add(span.through());
        }
        Reach reach = new Reach(spans);
        long before = NOWHERE;
        for (long turn : turns) {
            reach.sweep(before, turn);
            if (begin.contains(turn)) {
                reach.add(turn, turn);
            }
            before = turn;
        }
        return Ranges.of(reach.reached);
    }

    /** What of {@code (before, turn]} can be reached. */
    private void sweep(long before, long turn) {
        while (opened < journals.size() && journals.get(opened).from() <= before) {
            open.add(journals.get(opened++));
        }
        while (!open.isEmpty() && open.peek().through() < turn) {
            open.remove();
        }
        if (last == NOWHERE) {
            return;
        }
        if (!open.isEmpty() && open.peek().from() <= last) {
            add(before + 1, turn);
        } else if (incrementals.getOrDefault(turn, Long.MAX_VALUE) <= last) {
            add(turn, turn);
        }
    }

    private void add(long first, long until) {
        reached.add(new TargetRange(new CommitNumber(first), new CommitNumber(until)));
        last = until;
    }
}
