package io.hotcopy.recovery;

/**
 * Incrementals of one storage group that nothing connects yet, in rising order of the commit that each leads to. Of
 * those that lead to one commit only the farthest back matters.
 */
final class WaitingIncrementals {

    private long[] from = CommitColumn.EMPTY;
    private long[] through = CommitColumn.EMPTY;
    private int count;

    /** Adds one; it leads from any reached commit of {@code [begin, end)} to {@code end}. */
    void add(long begin, long end) {
        int at = firstBeyond(end - 1);
        if (at < count && through[at] == end) {
            from[at] = Math.min(from[at], begin);
            return;
        }
        from = CommitColumn.withRoom(from, count);
        through = CommitColumn.withRoom(through, count);
        shift(at, at + 1);
        from[at] = begin;
        through[at] = end;
    }

    /** The place of the first that leads beyond a commit; {@link #count} when none does. */
    int firstBeyond(long commit) {
        return CommitColumn.firstNotBelow(commit + 1, through, count);
    }

    long from(int at) {
        return from[at];
    }

    long through(int at) {
        return through[at];
    }

    /** How many there are. */
    int count() {
        return count;
    }

    void remove(int at) {
        shift(at + 1, at);
    }

    /** The farthest that one of them leads from a commit; the commit itself when nowhere. */
    long carry(long commit) {
        for (int at = count - 1; at >= 0 && through[at] > commit; at--) {
            if (from[at] <= commit) {
                return through[at];
            }
        }
        return commit;
    }

    /** Forgets those that do not lead beyond a commit. */
    void forgetUpTo(long commit) {
        shift(firstBeyond(commit), 0);
    }

    WaitingIncrementals copy() {
        WaitingIncrementals copy = new WaitingIncrementals();
        copy.from = CommitColumn.copy(from, count);
        copy.through = CommitColumn.copy(through, count);
        copy.count = count;
        return copy;
    }

    /** Moves those from one place on to another place. */
    private void shift(int source, int target) {
        if (source != target) {
            CommitColumn.shift(from, source, target, count);
            CommitColumn.shift(through, source, target, count);
            count += target - source;
        }
    }
}
