package io.hotcopy.simulate;

/**
 * What is alike of moments at which a failure of one backup group comes to the same: how old its newest copy is, and
 * how long it is until each of its lines comes next, at the moment itself and when the failure is over.
 */
final class Likeness {
    private static final long PRIME = 0x9E3779B97F4A7C15L;

    private final GroupTimes times;
    private final int group;
    private final long outage;
    private final long farAway;

    Likeness(GroupTimes times, int group, long outage) {
        this.times = times;
        this.group = group;
        this.outage = outage;
        this.farAway = times.farAway(group);
    }

    /** Equal for moments that are alike. */
    long of(long at, long age) {
        long likeness = mixed(group, age);
        for (int line = 0; line < Agenda.LINES; line++) {
            likeness = mixed(likeness, times.until(group, line, at, farAway));
            likeness = mixed(likeness, times.until(group, line, at + outage, farAway));
        }
        return likeness;
    }

    private static long mixed(long hash, long value) {
        long mixed = (hash ^ value) * PRIME;
        return mixed ^ (mixed >>> 32);
    }
}
