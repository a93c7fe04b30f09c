package io.hotcopy.simulate;

import java.util.Arrays;

/**
 * How old the newest copy of all other backup groups grows: that much is lost while one group is not copied. It tells
 * apart moments that are alike for the group itself.
 */
final class OthersAge {
    /** The instants at which it had grown the most, rising, each just before a copy is published. */
    private final long[] at;

    private final long[] age;
    private int count;

    /** @param published what all groups published without any failure, in order */
    OthersAge(Log published, int group) {
        at = new long[published.size()];
        age = new long[published.size()];
        long cut = World.NONE;
        boolean rises = true;
        for (int index = 0; index < published.size(); index++) {
            Published copy = published.get(index);
            if (copy.group() != group) {
                if (cut != World.NONE) {
                    rises = add(copy.at(), copy.at() - cut, rises);
                }
                cut = Math.max(cut, copy.cut());
            }
        }
    }

    /** Of a row that rises only the last is kept, of one that falls only the first. */
    private boolean add(long instant, long grown, boolean rose) {
        boolean rises = count == 0 || grown >= age[count - 1];
        if (rises && rose && count > 0) {
            count--;
        }
        if (rises) {
            at[count] = instant;
            age[count++] = grown;
        }
        return rises;
    }

    /** The oldest that it grows in a span of time; zero when nobody else is copied then. */
    long most(long from, long through) {
        int first = Arrays.binarySearch(at, 0, count, from);
        long most = 0;
        for (int index = first < 0 ? -first - 1 : first; index < count && at[index] <= through; index++) {
            most = Math.max(most, age[index]);
        }
        return most;
    }
}
