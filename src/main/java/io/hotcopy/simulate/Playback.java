package io.hotcopy.simulate;

import io.hotcopy.model.OnFailure;
import io.hotcopy.model.OnOverlap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A schedule played in virtual time. At each instant of the agenda one unattended backup of the policy begins; beside
 * it those go on that have not ended. Everything is decided by the planner's decisions and the rules for copies beside
 * one another. What happens at one instant happens in this order: copies end, storage managers have caught up,
 * disturbances begin and end, backups are tried again, the agenda comes.
 */
final class Playback {
    private static final Predicate<BackupJob> ENDED = job -> job.ended;

    private final Stage stage;
    private final Processes processes;
    private final World world;
    private final List<BackupJob> jobs = new ArrayList<>();
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
        this.now = begin;
        this.entry = stage.agenda().firstAfter(begin);
    }

    private Playback(Playback other) {
        this.stage = other.stage;
        this.processes = other.processes;
        this.world = other.world.copy();
        other.jobs.forEach(job -> jobs.add(job.copy()));
        this.disturbances = new ArrayList<>(other.disturbances);
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
            begin(policy);
        }
    }

    /** Plays everything up to and including an instant, unless the listener ends it. */
    void playThrough(long instant) {
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
        long hash = world.fingerprint(bases);
        for (BackupJob job : jobs) {
            hash = hash * 31 + job.fingerprint(stage, world);
        }
        return hash;
    }

    private boolean playNext(long through) {
        long next = Math.min(nextOfWorld(), nextOfJobs());
        if (entry < stage.agenda().size()) {
            next = Math.min(next, stage.agenda().at(entry));
        }
        if (next > through) {
            return false;
        }
        now = next;
        endCopies();
        changeWorld();
        tryAgain();
        while (goesOn && entry < stage.agenda().size() && stage.agenda().at(entry) == now) {
            come();
        }
        jobs.removeIf(ENDED);
        return true;
    }

    private long nextOfJobs() {
        long next = Long.MAX_VALUE;
        for (BackupJob job : jobs) {
            next = Math.min(next, job.acts());
        }
        return next;
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
        begin(policy);
    }

    private void remember(int group, int lines) {
        for (int line = 0; line < world.cameAt[group].length; line++) {
            if ((lines & (1 << line)) != 0) {
                world.cameAt[group][line] = now;
            }
        }
    }

    private void begin(int policy) {
        BackupJob job = new BackupJob(policy);
        jobs.add(job);
        plan(job);
    }

    /** Plans what is due now, and begins with it, or waits for what is in the way. */
    private void plan(BackupJob job) {
        DuePlan plan = DuePlan.of(stage, world, job.policy, now, listener);
        job.begin(plan);
        if (!plan.refused().isEmpty()) {
            listener.refused(job.policy, now);
        }
        Optional<RunningStep> met = meet(job);
        if (met.isPresent() && reaction(job) == OnOverlap.WAIT) {
            job.waitsFor = met.get();
        } else {
            goOn(job);
        }
    }

    private OnOverlap reaction(BackupJob job) {
        return stage.policy(job.policy).reactions().onOverlap();
    }

    /** What is in the way of the job's steps; of a policy that does not wait, those steps are not taken. */
    private Optional<RunningStep> meet(BackupJob job) {
        Optional<RunningStep> first = Optional.empty();
        for (Step step : job.steps()) {
            Optional<RunningStep> met = inTheWay(step);
            if (met.isPresent()) {
                listener.met(step, met.get(), now);
                first = first.or(() -> met);
                react(job, step);
            }
        }
        return first;
    }

    private void react(BackupJob job, Step step) {
        switch (reaction(job)) {
            case SKIP -> {
                job.leaveOut(step, now);
                listener.leftOut(step.group(), step.type(), now);
            }
            case FAIL -> job.giveUp(step.group());
            case WAIT -> {
                // It is waited for as a whole, before anything is taken.
            }
        }
    }

    private Optional<RunningStep> inTheWay(Step step) {
        return Encounters.inTheWay(step, stage.group(step.group()).managers(), world, jobs, stage);
    }

    /** Begins with the next step that can be begun, or ends. */
    private void goOn(BackupJob job) {
        while (job.hasNext()) {
            Step step = job.next();
            int[] members = stage.group(step.group()).managers();
            if (world.isStopped()
                    || !world.allRunning(members)
                    || inTheWay(step).isPresent()) {
                job.giveUp(step.group());
            } else {
                job.current = CopySteps.begin(stage, world, step, now, isDoomed(step));
                listener.begun(job.current);
                return;
            }
        }
        finish(job);
    }

    private boolean isDoomed(Step step) {
        for (Disturbance disturbance : disturbances) {
            if (disturbance.dooms(step.group(), now)) {
                return true;
            }
        }
        return false;
    }

    /** Copies end in the order in which their backups began. */
    private void endCopies() {
        for (int index = 0; index < jobs.size(); index++) {
            BackupJob job = jobs.get(index);
            if (job.current != null && job.current.ends() == now) {
                end(job);
            }
        }
    }

    private void end(BackupJob job) {
        RunningStep copy = job.current;
        if (copy.doomed()) {
            failCopy(job);
            return;
        }
        Published published = CopySteps.published(copy, world, now);
        listener.published(published, world);
        CopySteps.end(stage, world, copy.step(), published);
        job.current = null;
        release(copy);
        goOn(job);
    }

    /** What else was to be taken of the same backup group is not; the others go on. */
    private void failCopy(BackupJob job) {
        RunningStep copy = job.current;
        CopySteps.giveUp(stage, world, copy);
        listener.failed(copy, now);
        job.current = null;
        job.giveUp(copy.step().group());
        release(copy);
        goOn(job);
    }

    /** Who waited for a copy plans anew: much is another way now. */
    private void release(RunningStep copy) {
        for (int index = 0; index < jobs.size(); index++) {
            BackupJob job = jobs.get(index);
            if (job.waitsFor != null && job.waitsFor.is(copy)) {
                plan(job);
            }
        }
    }

    /** When something was not done the policy says whether it is tried again. */
    private void finish(BackupJob job) {
        job.enterLeftOut(world);
        OnFailure reaction = stage.policy(job.policy).reactions().onFailure();
        if (job.hasFailed() && reaction instanceof OnFailure.Retry retry && job.tries < retry.times()) {
            job.tries++;
            job.triesAt = now + retry.after().toMillis();
        } else {
            job.ended = true;
        }
    }

    private void tryAgain() {
        for (int index = 0; index < jobs.size(); index++) {
            BackupJob job = jobs.get(index);
            if (job.isToBeTried(now)) {
                plan(job);
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
            breakOff();
            listener.disturbed(next, world);
        }
    }

    /** Copies of storage managers that are not there any more fail. */
    private void breakOff() {
        for (int index = 0; index < jobs.size(); index++) {
            BackupJob job = jobs.get(index);
            if (job.current != null && (world.isStopped() || !isWhole(job.current))) {
                failCopy(job);
            }
        }
    }

    private boolean isWhole(RunningStep copy) {
        return world.allRunning(stage.group(copy.step().group()).managers());
    }
}
