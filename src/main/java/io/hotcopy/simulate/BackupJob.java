package io.hotcopy.simulate;

import java.util.ArrayList;
import java.util.List;

/**
 * One unattended {@code backup POLICY}: it takes the steps of its plan one after the other, waits for what is in the
 * way, and tries again as the policy says. What cannot be done for one backup group does not stop the others.
 */
final class BackupJob {
    final int policy;
    /** What is being taken. */
    RunningStep current;
    /** The hot copy that is waited for. */
    RunningStep waitsFor;
    /** When it is tried again. */
    long triesAt = World.NONE;

    int tries;
    boolean ended;
    private List<Step> steps = List.of();
    private int next;
    /** Backup groups of which nothing more is taken, a bit each in the order of the steps. */
    private final List<Integer> givenUp = new ArrayList<>();

    private List<DuePlan.LeftOut> leftOut = List.of();
    private boolean failed;

    BackupJob(int policy) {
        this.policy = policy;
    }

    BackupJob copy() {
        BackupJob copy = new BackupJob(policy);
        copy.current = current;
        copy.waitsFor = waitsFor;
        copy.triesAt = triesAt;
        copy.tries = tries;
        copy.ended = ended;
        copy.steps = steps;
        copy.next = next;
        copy.givenUp.addAll(givenUp);
        copy.leftOut = List.copyOf(leftOut);
        copy.failed = failed;
        return copy;
    }

    /** Begins anew with this plan. */
    void begin(DuePlan plan) {
        waitsFor = null;
        triesAt = World.NONE;
        steps = plan.steps();
        next = 0;
        givenUp.clear();
        givenUp.addAll(plan.refused());
        leftOut = plan.leftOut();
        failed = !plan.refused().isEmpty();
    }

    List<Step> steps() {
        return steps;
    }

    boolean hasFailed() {
        return failed;
    }

    /** Nothing more is taken of a backup group, and that is a failure. */
    void giveUp(int group) {
        failed = true;
        givenUp.add(group);
    }

    /** Nothing more is taken of a backup group, since the policy says so. */
    void leaveOut(Step step, long now) {
        givenUp.add(step.group());
        List<DuePlan.LeftOut> more = new ArrayList<>(leftOut);
        more.add(new DuePlan.LeftOut(step.group(), step.serves(), now, (int) World.NONE));
        leftOut = more;
    }

    boolean hasNext() {
        while (next < steps.size()
                && !givenUp.isEmpty()
                && givenUp.contains(steps.get(next).group())) {
            next++;
        }
        return next < steps.size();
    }

    Step next() {
        return steps.get(next++);
    }

    /** What was left out will not be made up for, unless what was to run instead has failed. */
    void enterLeftOut(World world) {
        for (DuePlan.LeftOut left : leftOut) {
            if (!givenUp.contains(left.instead())) {
                left.enter(world);
            }
        }
    }

    /** When it does something by itself; never while it waits for another. */
    long acts() {
        if (ended || waitsFor != null) {
            return Long.MAX_VALUE;
        }
        return current != null ? current.ends() : triesAt;
    }

    boolean isToBeTried(long now) {
        return current == null && !ended && waitsFor == null && triesAt <= now;
    }

    long fingerprint(Stage stage, World world) {
        long hash = policy;
        for (int index = next; index < steps.size(); index++) {
            hash = hash * 31
                    + steps.get(index).group() * 4L
                    + steps.get(index).type().ordinal();
        }
        for (int group : givenUp) {
            hash = hash * 31 + group;
        }
        hash = (hash * 31 + tries) * 2 + (failed ? 1 : 0);
        hash = hash * 31
                + (current == null
                        ? triesAt
                        : current.fingerprint(
                                world, stage.group(current.step().group()).managers()[0]));
        return hash * 31 + (waitsFor == null ? 0 : waitsFor.begun());
    }
}
