package io.hotcopy.simulate;

import io.hotcopy.term.HotCopyType;

/**
 * A hot copy of a backup group that can be restored from. All instants in milliseconds; commits are numbered by the
 * instant at which they are made. There are many of these: what is the same for all members, as it mostly is, is kept
 * once.
 *
 * @param group the index of the backup group
 * @param type what was taken
 * @param begun when it began
 * @param at when it was published
 * @param cut the commit at which it is consistent
 * @param from of the first member the last commit before those that it holds; of a full its pin point
 * @param set of the first member the set that it lies in
 * @param bytes of the first member how big it is
 * @param each these three of each member, one after the other; null when they are the same for all
 */
record Published(
        int group, HotCopyType type, long begun, long at, long cut, long from, long set, long bytes, long[] each) {
    private static final int KEPT = 3;

    /** Room for what is kept of so many members, to be filled by {@link #put}. */
    static long[] room(int members) {
        return new long[KEPT * members];
    }

    static void put(long[] each, int member, long from, long set, long bytes) {
        each[KEPT * member] = from;
        each[KEPT * member + 1] = set;
        each[KEPT * member + 2] = bytes;
    }

    /** One whose members are at this point: for each the commit, the set and the bytes. */
    static Published of(int group, HotCopyType type, long begun, long at, long cut, long[] each) {
        return new Published(group, type, begun, at, cut, each[0], each[1], each[2], isSame(each) ? null : each);
    }

    private static boolean isSame(long[] each) {
        for (int index = KEPT; index < each.length; index++) {
            if (each[index] != each[index % KEPT]) {
                return false;
            }
        }
        return true;
    }

    /** The same with another cut. */
    Published cutAt(long commit) {
        return commit == cut ? this : new Published(group, type, begun, at, commit, from, set, bytes, each);
    }

    boolean isFull() {
        return type == HotCopyType.FULL;
    }

    /** Of one member the last commit before those that it holds. */
    long from(int member) {
        return each == null ? from : each[KEPT * member];
    }

    /** Of one member the set that it lies in. */
    long set(int member) {
        return each == null ? set : each[KEPT * member + 1];
    }

    /** Of one member how big it is. */
    long bytes(int member) {
        return each == null ? bytes : each[KEPT * member + 2];
    }
}
