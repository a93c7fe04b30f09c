package io.hotcopy.simulate;

import io.hotcopy.term.HotCopyType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;

/**
 * At which moments a failure can hurt most: just before a copy ends, just before one begins, and so that the outage
 * ends just after one should have begun. Schedules repeat themselves: of moments with the same age of the last copy and
 * the same times to the next runs one is enough.
 */
final class Moments {
    private static final long PRIME = 0x9E3779B97F4A7C15L;

    private final Stage stage;
    private final GroupTimes times;
    private final long from;
    private final long through;

    Moments(Stage stage, GroupTimes times, long from, long through) {
        this.stage = stage;
        this.times = times;
        this.from = from;
        this.through = through;
    }

    /** All moments at which a storage manager may go down for so long. */
    List<Moment> ofOutage(int manager, long outage) {
        List<Moment> all = new ArrayList<>();
        for (int group = 0; group < stage.layout().groups().size(); group++) {
            if (stage.group(group).has(manager)) {
                addAll(group, outage, all);
            }
        }
        if (all.isEmpty()) {
            all.add(new Moment(from, 0, false));
        }
        return all;
    }

    private void addAll(int group, long outage, List<Moment> all) {
        long cap = 2 * times.finestGap(group) + 1;
        Cursor cursor = new Cursor(group);
        forEachTurn(group, outage, at -> {
            if (at >= from && at <= through) {
                all.add(moment(group, at, outage, cap, cursor.age(at)));
            }
        });
    }

    /** In order of time. */
    private void forEachTurn(int group, long outage, LongConsumer moment) {
        List<Long> turns = new ArrayList<>();
        for (Published copy : times.copies(group)) {
            turns.add(copy.begun() - 1);
            turns.add(copy.at() - 1);
        }
        for (int entry = 0; entry < stage.agenda().size(); entry++) {
            if (stage.agenda().lines(entry, group) != 0) {
                turns.add(stage.agenda().at(entry) + 1 - outage);
            }
        }
        turns.stream().sorted().distinct().forEach(moment::accept);
    }

    private Moment moment(int group, long at, long outage, long cap, long age) {
        long over = at + outage;
        boolean missesFull = times.comesIn(group, HotCopyType.FULL.ordinal(), at, over);
        long likeness = mixed(group, age);
        likeness = mixed(likeness, missesFull ? 1 : 2);
        for (HotCopyType line : HotCopyType.values()) {
            likeness = mixed(likeness, times.until(group, line.ordinal(), at, cap));
            likeness = mixed(likeness, times.until(group, line.ordinal(), over, cap));
        }
        return new Moment(at, likeness, missesFull);
    }

    /** All copies of a policy of this type, by the moment just before they begin. */
    List<Published> ofFailedRuns(int policy, HotCopyType type) {
        List<Published> all = new ArrayList<>();
        Set<Long> seen = new HashSet<>();
        for (int group = 0; group < stage.layout().groups().size(); group++) {
            if (stage.group(group).policy() == policy) {
                long cap = 2 * times.finestGap(group) + 1;
                Cursor cursor = new Cursor(group);
                for (Published copy : times.copies(group)) {
                    boolean isMeant = copy.type() == type && copy.begun() > from && copy.at() <= through;
                    long age = cursor.age(copy.begun() - 1);
                    if (isMeant && seen.add(likeness(group, copy, age, cap))) {
                        all.add(copy);
                    }
                }
            }
        }
        return all;
    }

    private long likeness(int group, Published copy, long age, long cap) {
        long likeness = mixed(mixed(group, age), copy.at() - copy.begun());
        for (HotCopyType line : HotCopyType.values()) {
            likeness = mixed(likeness, times.until(group, line.ordinal(), copy.begun(), cap));
            likeness = mixed(likeness, times.until(group, line.ordinal(), copy.at(), cap));
        }
        return likeness;
    }

    /** All moments just before a copy of any backup group begins or ends. */
    List<Moment> ofLoss() {
        List<Moment> all = new ArrayList<>();
        for (int group = 0; group < stage.layout().groups().size(); group++) {
            addAll(group, 0, all);
        }
        return all;
    }

    /** One of those that are alike, the earliest, in order of time. */
    static List<Moment> unlike(List<Moment> all) {
        Set<Long> seen = new HashSet<>();
        return all.stream()
                .sorted((one, other) -> Long.compare(one.at(), other.at()))
                .filter(moment -> seen.add(moment.likeness()))
                .toList();
    }

    private static long mixed(long hash, long value) {
        long mixed = (hash ^ value) * PRIME;
        return mixed ^ (mixed >>> 32);
    }

    /** How old the newest copy of a group is, at instants that rise. */
    private final class Cursor {
        private final List<Published> copies;
        private int next;
        private long cut = World.NONE;

        Cursor(int group) {
            copies = times.copies(group);
        }

        long age(long instant) {
            while (next < copies.size() && copies.get(next).at() <= instant) {
                cut = Math.max(cut, copies.get(next++).cut());
            }
            return instant - cut;
        }
    }
}
