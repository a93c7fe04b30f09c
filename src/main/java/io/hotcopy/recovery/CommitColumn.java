package io.hotcopy.recovery;

import java.util.Arrays;

/**
 * How the columns of a small table of commits are kept: plain arrays of which the first {@code count} places are used,
 * all shifted alike, so that a table of thousands of rows is a few arrays, quick to search and to copy.
 */
final class CommitColumn {

    static final long[] EMPTY = {};

    private static final int ROOM = 4;

    private CommitColumn() {}

    /** The first place of a rising column with this commit or a higher one; {@code count} when all are lower. */
    static int firstNotBelow(long commit, long[] column, int count) {
        if (count == 0 || column[count - 1] < commit) {
            return count;
        }
        int low = 0;
        int high = count - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (column[middle] < commit) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The same column, or a longer copy when it is full. */
    static long[] withRoom(long[] column, int count) {
        return count < column.length ? column : Arrays.copyOf(column, Math.max(ROOM, count * 2));
    }

    /** Moves what is used from one place on to another place. */
    static void shift(long[] column, int source, int target, int count) {
        if (source < count) {
            System.arraycopy(column, source, column, target, count - source);
        }
    }

    /** A copy of what is used. */
    static long[] copy(long[] column, int count) {
        return count == 0 ? EMPTY : Arrays.copyOf(column, count);
    }
}
