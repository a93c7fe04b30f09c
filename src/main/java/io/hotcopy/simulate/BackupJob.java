package io.hotcopy.simulate;

import java.util.List;

/**
 * One unattended {@code backup POLICY}: it takes the steps of its plan one after the other, waits for what is in the
 * way, and tries again as the policy says.
 */
final class BackupJob {
    final int policy;
    /** What is still to be taken; the first of it is being taken when {@link #current} is there. */
    List<Step> left = List.of();

    /** What is left out when all is done. */
    List<DuePlan.LeftOut> leftOut = List.of();

    RunningStep current;
    /** The hot copy that is waited for. */
    RunningStep waitsFor;
    /** When it is tried again. */
    long triesAt = World.NONE;

    int tries;
    boolean ended;

    BackupJob(int policy) {
        this.policy = policy;
    }

    BackupJob copy() {
        BackupJob copy = new BackupJob(policy);
        copy.left = left;
        copy.leftOut = leftOut;
        copy.current = current;
        copy.waitsFor = waitsFor;
        copy.triesAt = triesAt;
        copy.tries = tries;
        copy.ended = ended;
        return copy;
    }

    /** When it does something by itself; never while it waits for another. */
    long next() {
        if (ended || waitsFor != null) {
            return Long.MAX_VALUE;
        }
        return current != null ? current.ends() : triesAt;
    }

    long fingerprint() {
        long hash = policy;
        for (Step step : left) {
            hash = hash * 31 + step.group() * 4L + step.type().ordinal();
        }
        hash = hash * 31 + tries;
        hash = hash * 31 + (current == null ? triesAt : current.fingerprint());
        return hash * 31 + (waitsFor == null ? 0 : waitsFor.begun());
    }
}
