package io.hotcopy.simulate;

import io.hotcopy.term.HotCopyType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * At which moments a failure can hurt most: just before a copy is published, when all since the one before it is still
 * at stake, and so that the outage ends just after one should have begun. Schedules repeat themselves: of moments with
 * the same age of the last copy and the same times to the next runs one is enough; but one at which a full is missed is
 * among them, since restores are long until the next one.
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
        return all.isEmpty() ? List.of(new Moment(from, 0, false)) : all;
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
        List<Moment> all = new ArrayList<>();
        for (long at : turns(group, outage)) {
            if (at >= from && at <= through) {
                boolean missesFull = times.comesIn(group, HotCopyType.FULL.ordinal(), at, at + outage);
                all.add(new Moment(at, likeness.of(at, ages.at(at)), missesFull));
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

    private static List<Moment> unlike(List<Moment> all) {
        Set<Long> seen = new HashSet<>();
        List<Moment> found = new ArrayList<>();
        boolean missedFull = false;
        for (Moment moment : all) {
            boolean isFirstToMiss = moment.missesFull() && !missedFull;
            if (seen.add(moment.likeness()) || isFirstToMiss) {
                found.add(moment);
                missedFull |= isFirstToMiss;
            }
        }
        return found;
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
        Set<Long> seen = new HashSet<>();
        for (Published copy : times.copies(group)) {
            if (copy.type() == type && copy.begun() > from && copy.at() <= through) {
                long takes = copy.at() - copy.begun();
                long likeness = new Likeness(times, group, takes).of(copy.begun(), ages.at(copy.begun() - 1));
                if (seen.add(likeness)) {
                    all.add(copy);
                }
            }
        }
    }
}
