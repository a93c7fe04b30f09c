package io.hotcopy.simulate;

import io.hotcopy.term.HotCopyType;

/** Hears what happens in a playback, at the moment at which it happens. Instants are in milliseconds. */
interface PlaybackListener {

    /** A hot copy can be restored from, from now on. */
    void published(Published copy, World world);

    /** A disturbance has begun: processes are down, or sets are lost. */
    default void disturbed(Disturbance disturbance, World world) {}

    /** A disturbance is over. */
    default void over(Disturbance disturbance, long at) {}

    /** A storage manager has caught up. */
    default void synced(int manager, long at) {}

    /** A hot copy has begun. */
    default void begun(RunningStep copy) {}

    /** A hot copy has failed. */
    default void failed(RunningStep copy, long at) {}

    /** The plan of a policy cannot be run. */
    default void refused(int policy, long at) {}

    /** A run was left out, as the policy says. */
    default void leftOut(int group, HotCopyType type, long at) {}

    /** What was to begin meets what runs. */
    default void met(Step step, RunningStep running, long at) {}

    /**
     * An entry of the agenda comes; nothing has been done for it yet.
     *
     * @return whether to go on
     */
    default boolean comes(int entry, Playback playback) {
        return true;
    }
}
