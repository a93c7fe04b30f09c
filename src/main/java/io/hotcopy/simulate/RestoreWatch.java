package io.hotcopy.simulate;

import io.hotcopy.term.HotCopyType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * When a restore would take the longest, by a quick estimate: just before a full or an incremental is published there
 * is the most to bring in over the last ones. The few moments with the greatest estimates are kept, so that a real
 * restore plan can be made for them.
 */
final class RestoreWatch {
    private static final int KEPT = 4;
    private static final int NOBODY = -1;

    private final Stage stage;
    private final long from;
    private final long through;
    private final Optional<LostSets> lost;
    private final long[] base;
    /** When the full of each storage manager was published that its copies stand on. */
    private final long[] basedAt;

    private final long[] changes;
    /** Of each storage manager: the journal elements since, whole ones, and the last of them. */
    private final long[] journals;

    private final long[] lastJournal;
    private final long[] lastCut;
    /** A restore of no more bytes than that is of no interest. */
    private long enough;

    private long largestBase;
    private final List<Moment> longest = new ArrayList<>();

    /**
     * A moment at which everything live may be lost.
     *
     * @param at when
     * @param copies how many have been published by then
     * @param estimate of the time that a restore takes
     * @param group the backup group that it begins with
     * @param newest the commit that is restored to
     */
    record Moment(long at, int copies, long estimate, int group, long newest) {}

    RestoreWatch(Stage stage, long from, long through, Optional<LostSets> lost) {
        int managers = stage.layout().managers().size();
        this.stage = stage;
        this.from = from;
        this.through = through;
        this.lost = lost;
        this.base = new long[managers];
        this.basedAt = new long[managers];
        this.changes = new long[managers];
        this.journals = new long[managers];
        this.lastJournal = new long[managers];
        this.lastCut = new long[managers];
    }

    private RestoreWatch(RestoreWatch other, long begin, long longerThan) {
        this.stage = other.stage;
        this.from = Math.max(other.from, begin);
        this.through = other.through;
        this.lost = other.lost;
        this.base = other.base.clone();
        this.basedAt = other.basedAt.clone();
        this.changes = other.changes.clone();
        this.journals = other.journals.clone();
        this.lastJournal = other.lastJournal.clone();
        this.lastCut = other.lastCut.clone();
        this.enough = stage.times().restoredIn(longerThan);
        this.largestBase = other.largestBase;
    }

    /** One that goes on from here, has seen no moment yet, and looks for restores that take longer than that. */
    RestoreWatch fresh(long begin, long millis) {
        return new RestoreWatch(this, begin, millis);
    }

    /** The moments with the longest restores, the longest first. */
    List<Moment> longest() {
        return longest;
    }

    /**
     * What a restore would take just before this instant.
     *
     * @param newest the commit that is restored to
     * @param copies how many have been published
     */
    void measure(long instant, World world, long newest, int copies) {
        if (instant < from || instant > through || newest < 0 || !mayBeLonger(world, newest)) {
            return;
        }
        int found = NOBODY;
        long least = Long.MAX_VALUE;
        for (int group = 0; group < stage.layout().groups().size(); group++) {
            int[] members = stage.group(group).managers();
            if (changes(members) < least && !world.lacksBase(group, members) && !isLost(group)) {
                long bringsIn = bringsIn(world, members, newest);
                found = bringsIn < least ? group : found;
                least = Math.min(least, bringsIn);
            }
        }
        if (found != NOBODY) {
            keep(new Moment(instant, copies, takes(world, found, newest), found, newest));
        }
    }

    private long changes(int[] members) {
        long sum = 0;
        for (int manager : members) {
            sum += changes[manager];
        }
        return sum;
    }

    private long bringsIn(World world, int[] members, long newest) {
        long sum = 0;
        for (int manager : members) {
            sum += changes[manager] + journal(world, manager, newest);
        }
        return sum;
    }

    private long takes(World world, int group, long newest) {
        long most = 0;
        for (int manager : stage.group(group).managers()) {
            most = Math.max(most, base[manager] + changes[manager] + journal(world, manager, newest));
        }
        return stage.times().restoreMillis(most);
    }

    /** The restore that is planned brings in no more than one that begins with any other group. */
    private boolean mayBeLonger(World world, long newest) {
        int[] members = stage.group(world.freshest).managers();
        return enough == 0
                || world.lacksBase(world.freshest, members)
                || isLost(world.freshest)
                || largestBase + bringsIn(world, members, newest) > enough;
    }

    /** Elements are read whole; those of another storage manager may be needed beyond its own. */
    private long journal(World world, int manager, long newest) {
        long since = Math.max(0, newest - world.tip[manager]);
        return Math.max(journals[manager], stage.times().bytes(HotCopyType.JOURNAL, manager, since));
    }

    private boolean isLost(int index) {
        if (lost.isEmpty()) {
            return false;
        }
        Layout.Group group = stage.group(index);
        for (int manager : group.managers()) {
            if (lost.get().have(stage.layout(), group, manager, basedAt[manager])) {
                return true;
            }
        }
        return false;
    }

    private void keep(Moment moment) {
        if (longest.size() < KEPT || longest.get(KEPT - 1).estimate() < moment.estimate()) {
            longest.add(moment);
            longest.sort(Comparator.comparing(Moment::estimate).reversed());
            if (longest.size() > KEPT) {
                longest.remove(KEPT);
                enough = Math.max(
                        enough, stage.times().restoredIn(longest.get(KEPT - 1).estimate()));
            }
        }
    }

    void take(Published copy) {
        int[] managers = stage.group(copy.group()).managers();
        for (int index = 0; index < managers.length; index++) {
            int manager = managers[index];
            long bytes = copy.bytes(index);
            if (copy.type() == HotCopyType.JOURNAL) {
                journals[manager] += bytes;
                lastJournal[manager] = bytes;
                lastCut[manager] = copy.cut();
            } else {
                base[manager] = copy.isFull() ? bytes : base[manager];
                basedAt[manager] = copy.isFull() ? copy.at() : basedAt[manager];
                largestBase = Math.max(largestBase, base[manager]);
                changes[manager] = copy.isFull() ? 0 : changes[manager] + bytes;
                journals[manager] = lastCut[manager] > copy.cut() ? lastJournal[manager] : 0;
            }
        }
    }
}
