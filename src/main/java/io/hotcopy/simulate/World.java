package io.hotcopy.simulate;

import io.hotcopy.term.HotCopyType;
import java.util.Arrays;

/**
 * How it stands at one moment of a simulation. Instants are in milliseconds, a commit is numbered by the instant at
 * which it is made, less the time for which the database had stopped, a set by {@link #setOf}; {@link #NONE} where
 * there is none.
 */
final class World {
    static final long NONE = -1;
    static final int GROUPS = 100_000;

    /** Of each storage manager: whether it is RUNNING. */
    final boolean[] running;
    /** Of each that catches up: when it will have done so; and how many do. */
    final long[] syncedAt;

    int syncing;
    /** Since when journal hot copies are suspended on it. */
    final long[] suspendedSince;
    /** The last commit of its journal elements, after which the next one begins. */
    final long[] chain;
    /** The set of its latest complete full, and the last commit that one or its incrementals hold. */
    final long[] base;

    final long[] tip;
    /** Its newest set, whether complete or not. */
    final long[] newest;
    /** How many hot copies run on it. */
    final int[] copying;

    /** The backup group that was copied last. */
    int freshest;

    /** Of each backup group: whether it was ever copied. */
    final boolean[] copied;
    /** The lines that have come and were not served, a bit each, and when each came last. */
    final int[] open;

    final long[][] cameAt;
    /** For each type when the hot copy began that runs on it. */
    final long[][] runningSince;
    /** Since when the database has stopped: nothing is committed. */
    long stoppedSince = NONE;
    /** For how long it had stopped before, and from which commit on. */
    long idle;

    long idleAfter = NONE;

    World(int managers, int groups) {
        running = new boolean[managers];
        Arrays.fill(running, true);
        syncedAt = nothing(managers);
        suspendedSince = nothing(managers);
        chain = nothing(managers);
        base = nothing(managers);
        tip = nothing(managers);
        newest = nothing(managers);
        copying = new int[managers];
        copied = new boolean[groups];
        open = new int[groups];
        cameAt = new long[groups][Agenda.LINES];
        runningSince = new long[groups][];
        Arrays.setAll(runningSince, group -> nothing(Agenda.LINES));
    }

    private World(World other) {
        running = other.running.clone();
        syncedAt = other.syncedAt.clone();
        syncing = other.syncing;
        suspendedSince = other.suspendedSince.clone();
        chain = other.chain.clone();
        base = other.base.clone();
        tip = other.tip.clone();
        newest = other.newest.clone();
        copying = other.copying.clone();
        freshest = other.freshest;
        copied = other.copied.clone();
        open = other.open.clone();
        cameAt = Arrays.stream(other.cameAt).map(long[]::clone).toArray(long[][]::new);
        runningSince = Arrays.stream(other.runningSince).map(long[]::clone).toArray(long[][]::new);
        stoppedSince = other.stoppedSince;
        idle = other.idle;
        idleAfter = other.idleAfter;
    }

    private static long[] nothing(int size) {
        long[] all = new long[size];
        Arrays.fill(all, NONE);
        return all;
    }

    World copy() {
        return new World(this);
    }

    /** The set that a full of this backup group makes which begins at this instant. */
    static long setOf(int group, long begun) {
        return begun * GROUPS + group;
    }

    /** The backup group whose full made the set. */
    static int groupOf(long set) {
        return (int) (set % GROUPS);
    }

    boolean isStopped() {
        return stoppedSince != NONE;
    }

    /** The newest commit at an instant: the time for which the database has served until then. */
    long commit(long now) {
        return (isStopped() ? stoppedSince : now) - idle;
    }

    /** When a commit was made. */
    long madeAt(long commit) {
        return idle == 0 || commit <= idleAfter ? commit : commit + idle;
    }

    void stop(long now) {
        stoppedSince = now;
    }

    /** Nothing was committed meanwhile. */
    void goOn(long now) {
        if (isStopped()) {
            idleAfter = commit(now);
            idle += now - stoppedSince;
            stoppedSince = NONE;
        }
    }

    /** Whether all members of a backup group are RUNNING. */
    boolean allRunning(int[] members) {
        for (int member : members) {
            if (!running[member]) {
                return false;
            }
        }
        return true;
    }

    /** Whether no incremental can be taken: the members have no complete full of their own together. */
    boolean lacksBase(int group, int[] members) {
        long set = base[members[0]];
        if (set == NONE || groupOf(set) != group) {
            return true;
        }
        for (int member : members) {
            if (base[member] != set) {
                return true;
            }
        }
        return false;
    }

    /** Whether no journal hot copy can be taken: a member has no set, or no chain of journals to go on with. */
    boolean lacksJournalBase(int[] members) {
        for (int member : members) {
            if (newest[member] == NONE || base[member] == NONE && !isBeingMade(newest[member])) {
                return true;
            }
        }
        return false;
    }

    private boolean isBeingMade(long set) {
        int group = groupOf(set);
        long begun = runningSince[group][HotCopyType.FULL.ordinal()];
        return begun != NONE && setOf(group, begun) == set;
    }

    boolean runs(int group, HotCopyType type) {
        return runningSince[group][type.ordinal()] != NONE;
    }

    boolean isSuspended(int[] members) {
        for (int member : members) {
            if (suspendedSince[member] != NONE) {
                return true;
            }
        }
        return false;
    }

    /**
     * What decides over everything that comes, as one number: two worlds with the same number go on alike.
     *
     * @param bases whether it matters which full the copies stand on; it does for the time of a restore only
     */
    long fingerprint(boolean bases) {
        long hash = stoppedSince * 31 + idle;
        for (int manager = 0; manager < running.length; manager++) {
            hash = hash * 31 + (running[manager] ? 1 : 2);
            hash = hash * 31 + suspendedSince[manager];
            hash = hash * 31 + chain[manager];
            hash = hash * 31 + tip[manager];
            hash = hash * 31 + syncedAt[manager];
            hash = mixed(hash * 31 + (bases ? base[manager] : Boolean.hashCode(base[manager] == NONE)));
        }
        for (int group = 0; group < open.length; group++) {
            hash = mixed(hash * 31 + open[group] * 2L + (copied[group] ? 1 : 0));
        }
        return hash;
    }

    private static long mixed(long hash) {
        return (hash ^ (hash >>> 29)) * 0xBF58476D1CE4E5B9L;
    }
}
