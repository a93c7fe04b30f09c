package io.hotcopy.testkit;

import io.hotcopy.plan.Conflict;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.HotCopyType;

/** A step that may not begin beside what is running on one of its archives. */
public final class Clash {
    private final Conflict conflict;

    Clash(Conflict conflict) {
        this.conflict = conflict;
    }

    public String getBackupGroup() {
        return conflict.step().backupGroup();
    }

    /** What was to begin. */
    public HotCopyType getType() {
        return conflict.step().type();
    }

    /** On which archive it cannot. */
    public ArchiveId getArchive() {
        return conflict.archive();
    }

    /** Why not, in the words of the database. */
    public String getReason() {
        return conflict.refusal().reason();
    }

    @Override
    public String toString() {
        return getType().word() + " hot copy of backup group " + getBackupGroup() + ", archive " + getArchive() + ": "
                + getReason() + " (" + String.join(" ", conflict.refusal().hints()) + ")";
    }
}
