package io.hotcopy.model;

/** What becomes of a run when a storage manager of its backup group is not RUNNING. */
public sealed interface OnArchiveDown permits OnArchiveDown.Fail, OnArchiveDown.Skip, OnArchiveDown.Instead {

    /** It fails and says why. */
    record Fail() implements OnArchiveDown {}

    /** It is left out, and that is no failure. */
    record Skip() implements OnArchiveDown {}

    /**
     * Another backup group of the policy, which covers the same storage groups, runs instead.
     *
     * @param backupGroup its name
     */
    record Instead(String backupGroup) implements OnArchiveDown {}
}
