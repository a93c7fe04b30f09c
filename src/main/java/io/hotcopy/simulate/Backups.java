package io.hotcopy.simulate;

import io.hotcopy.model.OnFailure;
import io.hotcopy.model.OnOverlap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The unattended backups that have not ended: what they take, wait for and try again, in the order of their begin. */
final class Backups {
    private static final Predicate<BackupJob> ENDED = job -> job.ended;

    private final Stage stage;
    private final World world;
    private final List<Disturbance> disturbances;
    private final List<BackupJob> jobs = new ArrayList<>();
    private PlaybackListener listener;
    private long now;

    /**
     * @param world that they change
     * @param disturbances some of which doom a copy
     */
    Backups(Stage stage, World world, List<Disturbance> disturbances) {
        this.stage = stage;
        this.world = world;
        this.disturbances = disturbances;
    }

    /** The same in another world. */
    Backups copy(World other, List<Disturbance> others) {
        Backups copy = new Backups(stage, other, others);
        jobs.forEach(job -> copy.jobs.add(job.copy()));
        return copy;
    }

    void heardBy(PlaybackListener hearing) {
        listener = hearing;
    }

    long fingerprint() {
        long hash = 0;
        for (BackupJob job : jobs) {
            hash = hash * 31 + job.fingerprint(stage, world);
        }
        return hash;
    }

    /** When the next of them does something by itself. */
    long next() {
        long next = Long.MAX_VALUE;
        for (BackupJob job : jobs) {
            next = Math.min(next, job.acts());
        }
        return next;
    }

    void forgetEnded() {
        jobs.removeIf(ENDED);
    }

    /** A policy is run. */
    void begin(int policy, long instant) {
        now = instant;
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
    void endCopies(long instant) {
        now = instant;
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

    /** Those whose time has come. */
    void tryAgain(long instant) {
        now = instant;
        for (int index = 0; index < jobs.size(); index++) {
            BackupJob job = jobs.get(index);
            if (job.isToBeTried(now)) {
                plan(job);
            }
        }
    }

    /** Copies of storage managers that are not there any more fail. */
    void breakOff(long instant) {
        now = instant;
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
