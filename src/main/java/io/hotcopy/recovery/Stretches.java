package io.hotcopy.recovery;

/**
 * Stretches of commits of one storage group, each covered by journals without a gap, in rising order and neither
 * touching nor overlapping. Journals that meet are one stretch: from any reached commit of {@code [from, through)}
 * every later one up to {@code through} is reached. So what is reached of a stretch is its end, from the first reached
 * commit on; a commit that only incrementals lead to is a stretch of itself.
 */
final class Stretches {

    /** Where the reached end of a stretch begins of which nothing is reached. */
    static final long NOWHERE = Long.MAX_VALUE;

    /** The answer where no commit is reached. */
    static final long NOTHING = -1;

    private long[] from = CommitColumn.EMPTY;
    private long[] reached = CommitColumn.EMPTY;
    private long[] through = CommitColumn.EMPTY;
    private int count;

    /**
     * Adds what covers lead over, and joins it with all it meets.
     *
     * @param begin the commit from which they carry on
     * @param reachedFrom the first of its commits that is reached, or {@link #NOWHERE}
     * @param end the last commit they hold
     * @return the highest commit reached of the joined stretch, or {@link #NOTHING}
     */
    long join(long begin, long reachedFrom, long end) {
        int at = endingFrom(begin);
        int next = at;
        long joinedFrom = begin;
        long joinedReached = reachedFrom;
        long joinedThrough = end;
        for (; next < count && from[next] <= end; next++) {
            joinedFrom = Math.min(joinedFrom, from[next]);
            joinedReached = Math.min(joinedReached, reached[next]);
            joinedThrough = Math.max(joinedThrough, through[next]);
        }
        makeRoom(at, next);
        from[at] = joinedFrom;
        reached[at] = joinedReached;
        through[at] = joinedThrough;
        return highestReached(at);
    }

    /** The highest reached commit that is not above this one, or {@link #NOTHING}. */
    long reachedUpTo(long commit) {
        int at = endingFrom(commit);
        if (at < count && reached[at] <= commit) {
            return commit;
        }
        do {
            at--;
        } while (at >= 0 && reached[at] == NOWHERE);
        return at < 0 ? NOTHING : through[at];
    }

    /** Whether journals lead from one commit to the other, should it be reached. */
    boolean lead(long commit, long until) {
        int at = endingFrom(until);
        return at < count && from[at] <= commit;
    }

    /** Where journals lead to from a commit, be it reached or not; the commit itself when nowhere. */
    long carry(long commit) {
        int at = endingFrom(commit);
        return at < count && from[at] <= commit ? through[at] : commit;
    }

    /**
     * Forgets what lies below a commit, which is reached.
     *
     * @return the highest commit reached from there within a stretch, or {@link #NOTHING}
     */
    long forgetBelow(long commit) {
        shift(endingFrom(commit + 1), 0);
        if (count == 0 || from[0] > commit) {
            return NOTHING;
        }
        from[0] = commit;
        reached[0] = commit;
        return through[0];
    }

    /** How many there are. */
    int count() {
        return count;
    }

    Stretches copy() {
        Stretches copy = new Stretches();
        copy.from = CommitColumn.copy(from, count);
        copy.reached = CommitColumn.copy(reached, count);
        copy.through = CommitColumn.copy(through, count);
        copy.count = count;
        return copy;
    }

    private long highestReached(int at) {
        return reached[at] == NOWHERE ? NOTHING : through[at];
    }

    /** The place of the first stretch that ends at a commit or after it. */
    private int endingFrom(long commit) {
        return CommitColumn.firstNotBelow(commit, through, count);
    }

    /** Leaves one place instead of those from {@code at} until before {@code next}. */
    private void makeRoom(int at, int next) {
        if (next > at) {
            shift(next, at + 1);
        } else {
            from = CommitColumn.withRoom(from, count);
            reached = CommitColumn.withRoom(reached, count);
            through = CommitColumn.withRoom(through, count);
            shift(at, at + 1);
        }
    }

    /** Moves the stretches from one place on to another place. */
    private void shift(int source, int target) {
        if (source != target) {
            CommitColumn.shift(from, source, target, count);
            CommitColumn.shift(reached, source, target, count);
            CommitColumn.shift(through, source, target, count);
            count += target - source;
        }
    }
}
