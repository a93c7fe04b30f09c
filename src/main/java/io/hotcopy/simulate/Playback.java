package io.hotcopy.simulate;

import io.hotcopy.problem.HotCopyException;
import java.util.ArrayList;
import java.util.List;

/**
 * A schedule played in virtual time. At each instant of the agenda one unattended backup of the policy begins; beside
 * it those go on that have not ended. Everything is decided by the planner's decisions and the rules for copies beside
 * one another. What happens at one instant happens in this order: copies end, storage managers have caught up,
 * disturbances begin and end, backups are tried again, the agenda comes.
 */
final class Playback {
    private final Stage stage;
    private final Processes processes;
    private final World world;
    private final Backups backups;
    private final List<Disturbance> disturbances;
    private PlaybackListener listener;
    private int begun;
    private int over;
    private int entry;
    private long now;
    private boolean goesOn = true;

    /** From nothing: no copy has been taken. */
    Playback(Stage stage, long begin) {
        this.stage = stage;
        this.processes = new Processes(stage);
        this.world = new World(
                stage.layout().managers().size(), stage.layout().groups().size());
        this.disturbances = new ArrayList<>();
        this.backups = new Backups(stage, world, disturbances);
        this.now = begin;
        this.entry = stage.agenda().firstAfter(begin);
    }

    private Playback(Playback other) {
        this.stage = other.stage;
        this.processes = other.processes;
        this.world = other.world.copy();
        this.disturbances = new ArrayList<>(other.disturbances);
        this.backups = other.backups.copy(world, disturbances);
        this.begun = other.begun;
        this.over = other.over;
        this.entry = other.entry;
        this.now = other.now;
    }

    /** The same, to go on by itself, heard by nobody yet. */
    Playback copy() {
        return new Playback(this);
    }

    World world() {
        return world;
    }

    /** Has somebody hear what happens from now on. */
    Playback heardBy(PlaybackListener hearing) {
        listener = hearing;
        backups.heardBy(hearing);
        return this;
    }

    /** Lets something go wrong, now or later; one thing at a time. */
    Playback disturbedBy(Disturbance disturbance) {
        disturbances.add(disturbance);
        return this;
    }

    /** Every policy is run once, now. */
    void runAll() {
        for (int policy = 0; policy < stage.layout().policies().size(); policy++) {
            backups.begin(policy, now);
        }
    }

    /**
     * Plays everything up to and including an instant, unless the listener ends it.
     *
     * @throws HotCopyException when the thread was interrupted
     */
    void playThrough(long instant) {
        if (Thread.currentThread().isInterrupted()) {
            throw new HotCopyException(
                    "cancelled while looking ahead", "Nothing was changed: what is to come is only played through.");
        }
        while (goesOn && playNext(instant)) {}
        if (goesOn) {
            now = instant;
        }
    }

    /** Whether it was played to the end that was asked for, not ended by its listener. */
    boolean isThrough() {
        return goesOn;
    }

    /** Whether nothing is wrong any more, and nothing will go wrong. */
    boolean isSettled() {
        return over == disturbances.size() && processes.nextSynced(world) == Long.MAX_VALUE;
    }

    /** Two playbacks with the same number in front of the same entry of the agenda go on alike. */
    long fingerprint(boolean bases) {
        return world.fingerprint(bases) * 31 + backups.fingerprint();
    }

    private boolean playNext(long through) {
        long next = Math.min(nextOfWorld(), backups.next());
        if (entry < stage.agenda().size()) {
            next = Math.min(next, stage.agenda().at(entry));
        }
        if (next > through) {
            return false;
        }
        now = next;
        backups.endCopies(now);
        changeWorld();
        backups.tryAgain(now);
        while (goesOn && entry < stage.agenda().size() && stage.agenda().at(entry) == now) {
            come();
        }
        backups.forgetEnded();
        return true;
    }

    private long nextOfWorld() {
        long next = processes.nextSynced(world);
        if (begun < disturbances.size()) {
            next = Math.min(next, disturbances.get(begun).from());
        }
        if (over < begun) {
            next = Math.min(next, disturbances.get(over).to());
        }
        return next;
    }

    private void come() {
        goesOn = listener.comes(entry, this);
        if (!goesOn) {
            return;
        }
        int policy = stage.agenda().policy(entry);
        for (int group = 0; group < world.open.length; group++) {
            int lines = stage.agenda().lines(entry, group);
            if (lines != 0) {
                world.open[group] |= lines;
                remember(group, lines);
            }
        }
        entry++;
        backups.begin(policy, now);
    }

    private void remember(int group, int lines) {
        for (int line = 0; line < world.cameAt[group].length; line++) {
            if ((lines & (1 << line)) != 0) {
                world.cameAt[group][line] = now;
            }
        }
    }

    private void changeWorld() {
        processes.synced(world, now, manager -> listener.synced(manager, now));
        while (over < begun && disturbances.get(over).to() == now) {
            Disturbance ended = disturbances.get(over++);
            processes.comeBack(world, ended, now);
            listener.over(ended, now);
        }
        while (begun < disturbances.size() && disturbances.get(begun).from() == now) {
            Disturbance next = disturbances.get(begun++);
            processes.goDown(world, next, now);
            backups.breakOff(now);
            listener.disturbed(next, world);
        }
    }
}
