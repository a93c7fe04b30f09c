package io.hotcopy.recovery;

import java.util.Arrays;

/**
 * Incrementals of one storage group that nothing connects yet, in rising order of the commit that each leads to. Of
 * those that lead to one commit only the farthest back matters.
 */
final class WaitingIncrementals {

    private static final int ROOM = 4;
    private static final long[] EMPTY = {};

    private long[] from = EMPTY;
    private long[] through = EMPTY;
    private int count;

    /** Adds one; it leads from any reached commit of {@code [begin, end)} to {@code end}. */
    void add(long begin, long end) {
        int at = firstBeyond(end - 1);
        if (at < count && through[at] == end) {
            from[at] = Math.min(from[at], begin);
            return;
        }
        if (count == through.length) {
            int room = Math.max(ROOM, count * 2);
            from = Arrays.copyOf(from, room);
            through = Arrays.copyOf(through, room);
        }
        move(at, at + 1);
        from[at] = begin;
        through[at] = end;
        count++;
    }

    /** The place of the first that leads beyond a commit; {@link #count} when none does. */
    int firstBeyond(long commit) {
        int low = 0;
        int high = count;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (through[middle] <= commit) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
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
        move(at + 1, at);
        count--;
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
        int first = firstBeyond(commit);
        if (first > 0) {
            move(first, 0);
            count -= first;
        }
    }

    WaitingIncrementals copy() {
        WaitingIncrementals copy = new WaitingIncrementals();
        if (count > 0) {
            copy.from = Arrays.copyOf(from, count);
            copy.through = Arrays.copyOf(through, count);
            copy.count = count;
        }
        return copy;
    }

    private void move(int source, int target) {
        if (source < count) {
            System.arraycopy(from, source, from, target, count - source);
            System.arraycopy(through, source, through, target, count - source);
        }
    }
}
