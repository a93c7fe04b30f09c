package io.hotcopy.recovery;

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

    private final WholeReach whole;

    /**
     * Nothing is published yet.
     *
     * @param storageGroups how many the database has, at least 1
     */
    public GrowingReach(int storageGroups) {
        if (storageGroups < 1) {
            throw new IllegalArgumentException("a database has at least 1 storage group, not " + storageGroups);
        }
        whole = new WholeReach(storageGroups);
    }

    private GrowingReach(WholeReach whole) {
        this.whole = whole;
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
        if (cut > whole.newest()) {
            if (holdsAll(storageGroups)) {
                whole.begin(cut);
            } else {
                for (int group : storageGroups) {
                    cover(group, false, pin, cut);
                    whole.group(group).begin(cut);
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
        if (from == through || through <= whole.newest()) {
            return;
        }
        if (incremental) {
            whole.group(storageGroup).incremental(from, through);
            whole.meet(through - 1);
        } else {
            whole.group(storageGroup).journal(from, through);
            whole.meet(from);
        }
    }

    /** The newest commit that one storage group can be restored to by itself, or -1. */
    public long newest(int storageGroup) {
        return whole.group(storageGroup).newest();
    }

    /** The newest commit that all storage groups can be restored to together, or -1. */
    public long whole() {
        return whole.newest();
    }

    /** The same state, to be continued by itself; costs in proportion to what is kept. */
    public GrowingReach copy() {
        return new GrowingReach(whole.copy());
    }

    /** How much is kept, in stretches of journals and incrementals. */
    int kept() {
        return whole.kept();
    }

    private boolean holdsAll(int[] storageGroups) {
        boolean[] held = new boolean[whole.groups()];
        int missing = whole.groups();
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
