package io.hotcopy.testkit;

import io.hotcopy.plan.LeftOut;
import io.hotcopy.term.HotCopyType;

/** A run that is due or asked for and is not taken, as the policy says or since it is done. */
public final class LeftOutRun {
    private final LeftOut leftOut;

    LeftOutRun(LeftOut leftOut) {
        this.leftOut = leftOut;
    }

    /** The name of its policy. */
    public String getPolicy() {
        return leftOut.policy();
    }

    public String getBackupGroup() {
        return leftOut.backupGroup();
    }

    /** What would have been taken. */
    public HotCopyType getType() {
        return leftOut.type();
    }

    /** Why not, in words for people. */
    public String getBecause() {
        return leftOut.because();
    }

    @Override
    public String toString() {
        return "left out " + leftOut.policy() + "/" + leftOut.backupGroup() + "/"
                + leftOut.type().word() + ": " + leftOut.because();
    }
}
