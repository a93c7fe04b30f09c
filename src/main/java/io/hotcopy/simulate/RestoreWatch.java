package io.hotcopy.simulate;

import io.hotcopy.model.Region;
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

    private final Stage stage;
    private final long from;
    private final long through;
    private final Optional<Region> lost;
    private final long[] base;
    private final long[] changes;
    /** Of each storage manager: the journal elements since, whole ones, and the last of them. */
    private final long[] journals;

    private final long[] lastJournal;
    private final long[] lastCut;
    /** What is no longer than that is of no interest. */
    private final long longerThan;

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

    RestoreWatch(Stage stage, long from, long through, Optional<Region> lost) {
        int managers = stage.layout().managers().size();
        this.stage = stage;
        this.from = from;
        this.through = through;
        this.lost = lost;
        this.base = new long[managers];
        this.changes = new long[managers];
        this.journals = new long[managers];
        this.lastJournal = new long[managers];
        this.lastCut = new long[managers];
        this.longerThan = 0;
    }

    private RestoreWatch(RestoreWatch other, long begin, long longerThan) {
        this.stage = other.stage;
        this.from = Math.max(other.from, begin);
        this.through = other.through;
        this.lost = other.lost;
        this.base = other.base.clone();
        this.changes = other.changes.clone();
        this.journals = other.journals.clone();
        this.lastJournal = other.lastJournal.clone();
        this.lastCut = other.lastCut.clone();
        this.longerThan = longerThan;
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
        Moment found = null;
        long least = Long.MAX_VALUE;
        for (int group = 0; group < stage.layout().groups().size(); group++) {
            Layout.Group own = stage.group(group);
            if (!world.lacksBase(group, own.managers()) && !isLost(own)) {
                long bringsIn = 0;
                long takes = 0;
                for (int manager : own.managers()) {
                    long over = changes[manager] + journal(world, manager, newest);
                    bringsIn += over;
                    takes = Math.max(takes, stage.times().restoreMillis(base[manager] + over));
                }
                if (bringsIn < least) {
                    least = bringsIn;
                    found = new Moment(instant, copies, takes, group, newest);
                }
            }
        }
        keep(found);
    }

    /** The restore that is planned brings in no more than one that begins with any other group. */
    private boolean mayBeLonger(World world, long newest) {
        long least = longest.size() < KEPT
                ? longerThan
                : Math.max(longerThan, longest.get(KEPT - 1).estimate());
        int freshest = world.freshest;
        Layout.Group group = stage.group(freshest);
        if (least == 0 || world.lacksBase(freshest, group.managers()) || isLost(group)) {
            return true;
        }
        long bringsIn = 0;
        for (int manager : group.managers()) {
            bringsIn += changes[manager] + journal(world, manager, newest);
        }
        return stage.times().restoreMillis(largestBase + bringsIn) > least;
    }

    /** Elements are read whole; those of another storage manager may be needed beyond its own. */
    private long journal(World world, int manager, long newest) {
        long since = Math.max(0, newest - world.tip[manager]);
        return Math.max(journals[manager], stage.times().bytes(HotCopyType.JOURNAL, manager, since));
    }

    private boolean isLost(Layout.Group group) {
        if (lost.isEmpty()) {
            return false;
        }
        for (int manager : group.managers()) {
            if (stage.layout().liesIn(lost.get(), group, manager)) {
                return true;
            }
        }
        return false;
    }

    private void keep(Moment moment) {
        boolean isAmongThem = moment != null
                && (longest.size() < KEPT || longest.get(KEPT - 1).estimate() < moment.estimate());
        if (isAmongThem) {
            longest.add(moment);
            longest.sort(Comparator.comparing(Moment::estimate).reversed());
            if (longest.size() > KEPT) {
                longest.remove(KEPT);
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
                largestBase = Math.max(largestBase, base[manager]);
                changes[manager] = copy.isFull() ? 0 : changes[manager] + bytes;
                journals[manager] = lastCut[manager] > copy.cut() ? lastJournal[manager] : 0;
            }
        }
    }
}
