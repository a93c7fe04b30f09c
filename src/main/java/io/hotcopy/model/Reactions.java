package io.hotcopy.model;

import java.time.Duration;

/**
 * What a policy does when things go another way: the event words of the language.
 *
 * @param onNoBaseSet there is no set to append to
 * @param onJournalSuspended journal hot copies are suspended on an archive, as they are after a SYNC
 * @param onArchiveDown a storage manager of the backup group is not RUNNING
 * @param onOverlap another run that it may not run together with is still running
 * @param onFailure the run failed
 * @param onMissed nobody ran it at its time
 */
public record Reactions(
        OnNoBaseSet onNoBaseSet,
        OnJournalSuspended onJournalSuspended,
        OnArchiveDown onArchiveDown,
        OnOverlap onOverlap,
        OnFailure onFailure,
        OnMissed onMissed) {

    /**
     * Those of a policy that says nothing: what goes wrong fails, what overlaps waits, what was missed is made up for.
     */
    public static final Reactions DEFAULT = new Reactions(
            OnNoBaseSet.FAIL,
            OnJournalSuspended.FAIL,
            new OnArchiveDown.Fail(),
            OnOverlap.WAIT,
            new OnFailure.Fail(),
            new OnMissed.Run());

    /** How often a run is tried again, where `onFailure retry` does not say. */
    public static final int DEFAULT_RETRIES = 1;

    /** How long after the failure, where `onFailure retry` does not say. */
    public static final Duration DEFAULT_RETRY_AFTER = Duration.ofMinutes(5);

    /** How long after its time an occurrence counts as missed, where `onMissed skip` does not say. */
    public static final Duration DEFAULT_MISSED_AFTER = Duration.ofMinutes(15);
}
