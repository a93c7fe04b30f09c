package io.hotcopy.simulate;

import io.hotcopy.recovery.GrowingReach;
import io.hotcopy.term.HotCopyType;
import java.util.Arrays;
import java.util.Optional;

/**
 * How much would be lost if everything live were lost, and when that is the most: just before a copy is published, and
 * at the ends of the span looked at. Kept for each storage group, and for all together at the last place.
 */
final class LossWatch {
    private final Layout layout;
    private final long from;
    private final long through;
    private final Optional<LostSets> lost;
    private final GrowingReach reach;
    private final long[] most;
    private final long[] at;
    private final long[] newest;
    /** What is published just then; null for nothing. */
    private final Published[] next;

    LossWatch(Layout layout, long from, long through, Optional<LostSets> lost) {
        this(
                layout,
                from,
                through,
                lost,
                new GrowingReach(layout.storageGroups().size()),
                layout.storageGroups().size() + 1);
    }

    private LossWatch(
            Layout layout, long from, long through, Optional<LostSets> lost, GrowingReach reach, int measured) {
        this.layout = layout;
        this.from = from;
        this.through = through;
        this.lost = lost;
        this.reach = reach;
        this.most = new long[measured];
        this.at = new long[measured];
        this.newest = new long[measured];
        this.next = new Published[measured];
        Arrays.fill(most, World.NONE);
    }

    /** One that goes on from here and has seen no loss yet. */
    LossWatch fresh(long begin) {
        return new LossWatch(layout, Math.max(from, begin), through, lost, reach.copy(), most.length);
    }

    /** What can be lost just before a copy is published. */
    void measure(Published copy, World world) {
        measure(copy.at(), world, copy);
    }

    /** What can be lost just before this instant. */
    void measure(long instant, World world) {
        measure(instant, world, null);
    }

    private void measure(long instant, World world, Published late) {
        if (instant < from || instant > through) {
            return;
        }
        long commit = world.commit(instant);
        for (int group = 0; group < most.length; group++) {
            long reached = group < most.length - 1 ? reach.newest(group) : reach.whole();
            long loss = reached < 0 ? Long.MAX_VALUE : Math.max(0, commit - reached);
            if (loss > most[group]) {
                most[group] = loss;
                at[group] = instant;
                newest[group] = reached < 0 ? reached : world.madeAt(reached);
                next[group] = late;
            }
        }
    }

    /** A copy is there from now on. A full of which members are lost is no base; the journals in it are of use. */
    void take(Published copy) {
        Layout.Group group = layout.groups().get(copy.group());
        if (copy.isFull() && isWhole(copy, group)) {
            reach.base(group.storageGroups(), copy.from(), copy.cut());
        } else if (lost.isEmpty() && copy.each() == null) {
            cover(group.storageGroups(), copy, copy.from());
        } else {
            takeEach(copy, group);
        }
    }

    private boolean isWhole(Published copy, Layout.Group group) {
        for (int manager : group.managers()) {
            if (isLost(copy, group, manager)) {
                return false;
            }
        }
        return true;
    }

    /** Its members differ, or some are lost. */
    private void takeEach(Published copy, Layout.Group group) {
        for (int index = 0; index < group.managers().length; index++) {
            int manager = group.managers()[index];
            if (!isLost(copy, group, manager)) {
                cover(layout.serves()[manager], copy, copy.from(index));
            }
        }
    }

    private void cover(int[] storageGroups, Published copy, long from) {
        boolean incremental = copy.type() == HotCopyType.INCREMENTAL;
        for (int storageGroup : storageGroups) {
            reach.cover(storageGroup, incremental, from, copy.cut());
        }
    }

    private boolean isLost(Published copy, Layout.Group group, int manager) {
        return lost.isPresent() && lost.get().have(layout, group, manager, copy.at());
    }

    /** The newest commit to which all storage groups can be restored together; negative when there is none. */
    long whole() {
        return reach.whole();
    }

    /** How many are kept: the storage groups, and all together. */
    int measured() {
        return most.length;
    }

    /** The most that can be lost; {@link Long#MAX_VALUE} when nothing can be restored. */
    long most(int group) {
        return most[group];
    }

    /** When. */
    long at(int group) {
        return at[group];
    }

    /** What can be restored then. */
    long newest(int group) {
        return newest[group];
    }

    /** What is published just then, too late. */
    Optional<Published> next(int group) {
        return Optional.ofNullable(next[group]);
    }

    /** The greater of both, for each. */
    void worseOf(LossWatch other) {
        for (int group = 0; group < most.length; group++) {
            if (other.most[group] > most[group]) {
                most[group] = other.most[group];
                at[group] = other.at[group];
                newest[group] = other.newest[group];
                next[group] = other.next[group];
            }
        }
    }
}
