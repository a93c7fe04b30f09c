package io.hotcopy.recovery;

import java.util.Arrays;

/**
 * The newest commits that can be restored, kept up to date while elements are published: the highest commits of
 * {@link RecoveryPlanner#coverage}, of one lineage without contradictions, of a database that has all its storage
 * groups all the time. For the simulator, which publishes far too many elements to ask the planner after each.
 *
 * <p>Elements may be published in any order; one that nothing connects yet waits until something does. What can never
 * matter again is forgotten, so the state stays small: per storage group what lies above the newest commit of the whole
 * database, journals that meet being kept as one. Storage groups are numbered from 0, commits are numbers from 0 on,
 * and -1 says that there is none. Not safe for use by several threads at once.
 */
public final class GrowingReach {

    private final GroupReach[] groups;
    private long whole = Stretches.NOTHING;
    /** The group that held the whole database back when last looked at; most often it still does. */
    private int hindmost;

    /**
     * Nothing is published yet.
     *
     * @param storageGroups how many the database has, at least 1
     */
    public GrowingReach(int storageGroups) {
        if (storageGroups < 1) {
            throw new IllegalArgumentException("a database has at least 1 storage group, not " + storageGroups);
        }
        groups = new GroupReach[storageGroups];
        Arrays.setAll(groups, group -> new GroupReach());
    }

    private GrowingReach(GrowingReach other) {
        groups = new GroupReach[other.groups.length];
        Arrays.setAll(groups, group -> other.groups[group].copy());
        whole = other.whole;
        hindmost = other.hindmost;
    }

    /**
     * The last element of a full's members was published, so that it can be a base. The journal that lies in the full
     * is counted as a cover here, from this pin on. For members published before the last, and for those with a pin of
     * their own, {@link #cover} tells of it as soon as they are published; telling it twice does no harm. A full of
     * which members are missing for good has covers, but is no base.
     *
     * @param storageGroups the groups that its members hold, in any order; a group that several hold may be repeated
     * @param pin the latest pin point of its members
     * @param cut its cut, not before the pin
     */
    public void base(int[] storageGroups, long pin, long cut) {
        requireForward(pin, cut);
        if (cut > whole) {
            if (holdsAll(storageGroups)) {
                restoredTogetherAt(cut);
                meet(cut);
            } else {
                for (int group : storageGroups) {
                    cover(group, false, pin, cut);
                    groups[group].begin(cut);
                }
            }
        }
    }

    /**
     * An element was published, of whatever run, complete or not.
     *
     * @param storageGroup a group it covers
     * @param incremental whether it holds the state at {@code through} and nothing in between, as an incremental does;
     *     a journal, and the journal in a full, hold every commit
     * @param from the last commit before those it holds
     * @param through the last commit it holds; when equal to {@code from}, there is none
     */
    public void cover(int storageGroup, boolean incremental, long from, long through) {
        requireForward(from, through);
        if (from == through || through <= whole) {
            return;
        }
        if (incremental) {
            groups[storageGroup].incremental(from, through);
            meet(through - 1);
        } else {
            groups[storageGroup].journal(from, through);
            meet(from);
        }
    }

    /** The newest commit that one storage group can be restored to by itself, or -1. */
    public long newest(int storageGroup) {
        return groups[storageGroup].newest();
    }

    /** The newest commit that all storage groups can be restored to together, or -1. */
    public long whole() {
        return whole;
    }

    /** The same state, to be continued by itself; costs in proportion to what is kept. */
    public GrowingReach copy() {
        return new GrowingReach(this);
    }

    /** How much is kept, in stretches of journals and incrementals. */
    int kept() {
        return Arrays.stream(groups).mapToInt(GroupReach::kept).sum();
    }

    /**
     * Finds the highest commit that all groups reach: from above, each group in turn says how far down it must be.
     *
     * @param above what was published adds reached commits above this one only
     */
    private void meet(long above) {
        long floor = Math.max(whole, above);
        if (groups[hindmost].highest() <= floor) {
            return;
        }
        long commit = leastHighest();
        while (commit > floor) {
            long agreed = reachedUpTo(commit);
            if (agreed == commit) {
                restoredTogetherAt(commit);
                return;
            }
            commit = agreed;
        }
    }

    /** No commit above the highest of the hindmost group can be one of all. */
    private long leastHighest() {
        for (int group = 0; group < groups.length; group++) {
            if (groups[group].highest() < groups[hindmost].highest()) {
                hindmost = group;
            }
        }
        return groups[hindmost].highest();
    }

    private long reachedUpTo(long commit) {
        long agreed = commit;
        for (GroupReach group : groups) {
            agreed = group.reachedUpTo(agreed);
        }
        return agreed;
    }

    private void restoredTogetherAt(long commit) {
        whole = commit;
        for (GroupReach group : groups) {
            group.restoredTogetherAt(commit);
        }
    }

    private boolean holdsAll(int[] storageGroups) {
        boolean[] held = new boolean[groups.length];
        int missing = groups.length;
        for (int group : storageGroups) {
            missing -= held[group] ? 0 : 1;
            held[group] = true;
        }
        return missing == 0;
    }

    private static void requireForward(long from, long through) {
        if (from < 0 || from > through) {
            throw new IllegalArgumentException("range (" + from + ", " + through + "] runs backwards or below 0");
        }
    }
}
