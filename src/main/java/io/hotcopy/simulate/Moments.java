package io.hotcopy.simulate;

import io.hotcopy.term.HotCopyType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * At which moments a failure can hurt most: just before a copy is published, when all since the one before it is still
 * at stake, and so that the outage ends just after one should have begun. Schedules repeat themselves: of moments with
 * the same age of the last copy and the same times to the next runs one is enough: that at which the copies of the
 * other backup groups are the oldest; but one at which a full is missed is among them, since restores are long until
 * the next one.
 */
final class Moments {
    private final Stage stage;
    private final GroupTimes times;
    private final long from;
    private final long through;
    private final Map<Integer, List<Moment>> ofOutage = new HashMap<>();
    private final List<Moment> ofLoss = new ArrayList<>();

    Moments(Stage stage, GroupTimes times, long from, long through) {
        this.stage = stage;
        this.times = times;
        this.from = from;
        this.through = through;
    }

    /** The moments at which a storage manager may go down for so long, of those alike one. */
    List<Moment> ofOutage(int manager, long outage) {
        List<Moment> all = new ArrayList<>();
        for (int group = 0; group < stage.layout().groups().size(); group++) {
            if (stage.group(group).has(manager)) {
                all.addAll(ofOutage.computeIfAbsent(group, own -> unlike(of(own, outage))));
            }
        }
        return all.isEmpty() ? List.of(new Moment(from, 0, false, 0)) : all;
    }

    /** The moments just before a copy of any backup group is published, of those alike one. */
    List<Moment> ofLoss() {
        if (ofLoss.isEmpty()) {
            for (int group = 0; group < stage.layout().groups().size(); group++) {
                ofLoss.addAll(unlike(of(group, 0)));
            }
        }
        return ofLoss;
    }

    /** All that concern one backup group, in order of time; for a loss that is never over the outage is zero. */
    List<Moment> of(int group, long outage) {
        GroupTimes.Ages ages = times.ages(group);
        Likeness likeness = new Likeness(times, group, outage);
        OthersAge others = new OthersAge(times.log(), group);
        List<Moment> all = new ArrayList<>();
        for (long at : turns(group, outage)) {
            if (at >= from && at <= through) {
                boolean missesFull = times.comesIn(group, HotCopyType.FULL.ordinal(), at, at + outage);
                long othersAge = others.most(at, at + outage + times.farAway(group));
                all.add(new Moment(at, likeness.of(at, ages.at(at)), missesFull, othersAge));
            }
        }
        return all;
    }

    private long[] turns(int group, long outage) {
        List<Published> copies = times.copies(group);
        long[] comes = times.comes(group);
        long[] turns = new long[copies.size() + comes.length];
        int count = 0;
        for (Published copy : copies) {
            turns[count++] = copy.at() - 1;
        }
        for (long at : comes) {
            turns[count++] = at + 1 - outage;
        }
        Arrays.sort(turns);
        return turns;
    }

    /**
     * Of those alike the one at which the others are the oldest; besides it the first, and the first to miss a full.
     */
    private static List<Moment> unlike(List<Moment> all) {
        Map<Long, Moment> found = new HashMap<>();
        all.forEach(moment -> found.merge(moment.likeness(), moment, Moments::older));
        Set<Moment> some = new LinkedHashSet<>();
        all.stream().limit(1).forEach(some::add);
        all.stream().filter(Moment::missesFull).limit(1).forEach(some::add);
        some.addAll(found.values());
        return some.stream().sorted(Comparator.comparingLong(Moment::at)).toList();
    }

    private static Moment older(Moment one, Moment next) {
        return next.othersAge() > one.othersAge() ? next : one;
    }

    /** The copies of a policy of this type that may fail, of those alike one. */
    List<Published> ofFailedRuns(int policy, HotCopyType type) {
        List<Published> all = new ArrayList<>();
        for (int group = 0; group < stage.layout().groups().size(); group++) {
            if (stage.group(group).policy() == policy) {
                addFailedRuns(group, type, all);
            }
        }
        return all;
    }

    private void addFailedRuns(int group, HotCopyType type, List<Published> all) {
        GroupTimes.Ages ages = times.ages(group);
        OthersAge others = new OthersAge(times.log(), group);
        Map<Long, Published> unlike = new LinkedHashMap<>();
        Map<Long, Long> oldest = new HashMap<>();
        for (Published copy : times.copies(group)) {
            if (copy.type() == type && copy.begun() > from && copy.at() <= through) {
                long takes = copy.at() - copy.begun();
                long likeness = new Likeness(times, group, takes).of(copy.begun(), ages.at(copy.begun() - 1));
                long age = others.most(copy.begun(), copy.at() + times.farAway(group));
                if (age > oldest.getOrDefault(likeness, World.NONE)) {
                    oldest.put(likeness, age);
                    unlike.put(likeness, copy);
                }
            }
        }
        all.addAll(unlike.values());
    }
}
