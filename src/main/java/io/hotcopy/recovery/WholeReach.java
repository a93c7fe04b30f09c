package io.hotcopy.recovery;

import java.util.Arrays;

/** The newest commit that all storage groups of a database reach together, as what is reached of each grows. */
final class WholeReach {

    private final GroupReach[] groups;
    private long newest = Stretches.NOTHING;
    /** The group that held the others back when last looked at; most often it still does. */
    private int hindmost;

    WholeReach(int storageGroups) {
        groups = new GroupReach[storageGroups];
        Arrays.setAll(groups, group -> new GroupReach());
    }

    private WholeReach(WholeReach other) {
        groups = new GroupReach[other.groups.length];
        Arrays.setAll(groups, group -> other.groups[group].copy());
        newest = other.newest;
        hindmost = other.hindmost;
    }

    int groups() {
        return groups.length;
    }

    GroupReach group(int storageGroup) {
        return groups[storageGroup];
    }

    /** The newest commit of all groups together, or -1. */
    long newest() {
        return newest;
    }

    /** All groups are whole at the cut of a base that holds them all, above the newest commit before. */
    void begin(long cut) {
        restoredTogetherAt(cut);
        meet(cut);
    }

    /**
     * Finds the highest commit that all groups reach: from above, each group in turn says how far down it must be.
     *
     * @param above what was published adds reached commits above this one only
     */
    void meet(long above) {
        long floor = Math.max(newest, above);
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

    /** How much is kept, in stretches of journals and incrementals. */
    int kept() {
        return Arrays.stream(groups).mapToInt(GroupReach::kept).sum();
    }

    WholeReach copy() {
        return new WholeReach(this);
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
        newest = commit;
        for (GroupReach group : groups) {
            group.restoredTogetherAt(commit);
        }
    }
}
