package io.hotcopy.recovery;

/**
 * What can be reached of one storage group while its covers are published, above a commit that is reached for sure, the
 * common one. Two answers are kept: which commits are reached from the common one, and the newest that is reached from
 * any base, also one that lacks other groups.
 *
 * <p>What is forgotten can never matter again. A cover that does not lead beyond a reached commit adds nothing above
 * it: whatever leads on from what the cover would give begins no later than the reached commit and ends after it, so
 * leads on from there too. Of a cover that begins before the reached commit, for the same reason, only the rest is
 * kept. An incremental adds nothing when journals lead all its way, or when the commit it leads to is reached already;
 * any other one, connected or not, has to be kept, since a base or a cover may yet be published that makes it count.
 */
final class GroupReach {

    private final Stretches stretches;
    private final WaitingIncrementals waiting;
    private long common = Stretches.NOTHING;
    private long highest = Stretches.NOTHING;
    private long newest = Stretches.NOTHING;

    GroupReach() {
        this(new Stretches(), new WaitingIncrementals());
    }

    private GroupReach(Stretches stretches, WaitingIncrementals waiting) {
        this.stretches = stretches;
        this.waiting = waiting;
    }

    /** A journal leads from any reached commit of {@code [from, through)} to every later one up to {@code through}. */
    void journal(long from, long through) {
        if (through > common) {
            long begin = Math.max(from, common);
            note(stretches.join(begin, begin == common ? begin : Stretches.NOWHERE, through));
            connect(begin);
            carryOn(newest);
        }
    }

    /** An incremental leads from any reached commit of {@code [from, through)} to {@code through} only. */
    void incremental(long from, long through) {
        if (through > common) {
            if (isSpent(from, through)) {
                connect(through);
            } else {
                waiting.add(from, through);
            }
            carryOn(newest);
        }
    }

    /** The group is whole at the cut of a base that lacks other groups. */
    void begin(long cut) {
        if (cut > newest) {
            carryOn(cut);
        }
    }

    /** All groups can be restored together at a commit, above the common one before. */
    void restoredTogetherAt(long commit) {
        common = commit;
        note(commit);
        note(stretches.forgetBelow(commit));
        waiting.forgetUpTo(commit);
        connect(commit);
        carryOn(newest);
    }

    /** The newest commit that can be restored from any base, or -1. */
    long newest() {
        return newest;
    }

    /** The highest commit reached from the common one, or -1. */
    long highest() {
        return highest;
    }

    /** The highest commit reached from the common one that is not above this one, which is not below the common one. */
    long reachedUpTo(long commit) {
        return Math.max(common, stretches.reachedUpTo(commit));
    }

    /** How much is kept: stretches and waiting incrementals. */
    int kept() {
        return stretches.count() + waiting.count();
    }

    GroupReach copy() {
        GroupReach copy = new GroupReach(stretches.copy(), waiting.copy());
        copy.common = common;
        copy.highest = highest;
        copy.newest = newest;
        return copy;
    }

    /** One pass in rising order is enough: from what an incremental leads to, covers lead to higher commits only. */
    private void connect(long after) {
        int next = waiting.firstBeyond(after);
        while (next < waiting.count()) {
            if (isSpent(waiting.from(next), waiting.through(next))) {
                waiting.remove(next);
            } else {
                next++;
            }
        }
    }

    /** Takes an incremental if it is connected; whether it need not be kept, since it was taken or adds nothing. */
    private boolean isSpent(long from, long through) {
        if (stretches.lead(from, through)) {
            return true;
        }
        boolean connected = reachedUpTo(through) >= from;
        if (connected) {
            note(stretches.join(through, through, through));
        }
        return connected;
    }

    private void note(long reached) {
        highest = Math.max(highest, reached);
    }

    /** Goes on from a commit by whatever leads beyond it. */
    private void carryOn(long commit) {
        long before;
        newest = Math.max(commit, highest);
        do {
            before = newest;
            newest = waiting.carry(stretches.carry(before));
        } while (newest > before);
    }
}
