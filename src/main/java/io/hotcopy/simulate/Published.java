package io.hotcopy.simulate;

import io.hotcopy.term.HotCopyType;

/**
 * A hot copy of a backup group that can be restored from. All instants in milliseconds; commits are numbered by the
 * instant at which they are made.
 *
 * @param group the index of the backup group
 * @param type what was taken
 * @param begun when it began
 * @param at when it was published
 * @param cut the commit at which it is consistent
 * @param from for each member the last commit before those that it holds; of a full its pin point
 * @param sets for each member the set that it lies in
 * @param bytes for each member how big it is
 */
record Published(int group, HotCopyType type, long begun, long at, long cut, long[] from, long[] sets, long[] bytes) {

    boolean isFull() {
        return type == HotCopyType.FULL;
    }
}
