package io.hotcopy.live;

import io.hotcopy.engine.HotCopyStatus;
import io.hotcopy.engine.RunReport;
import io.hotcopy.plan.BackupPlan;
import io.hotcopy.progress.ProgressListener;
import io.hotcopy.term.ElementId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The hot copies made in a {@link LiveDomain}. Safe for several threads. */
public interface LiveCopies {

    /**
     * Carries out what of a plan can be run, and enters into run ledger and catalog index what becomes of it, also when
     * nobody waits for that. An interrupt cancels it.
     *
     * @param plan with at least one step that can be run; what it leaves out and bars is entered too
     * @param timeout how long to wait before it is left running; empty for as long as it takes
     * @param progress hears of it, until it is left
     * @throws io.hotcopy.problem.HotCopyException as {@link io.hotcopy.engine.HotCopyEngine#run}
     */
    CarriedOut carryOut(BackupPlan plan, Optional<Duration> timeout, ProgressListener progress);

    /** Those that run and wait, and the latest that have ended; the newest first. */
    List<HotCopyStatus> all();

    /**
     * Cancels one, and with it the steps of its plan that have not begun; waits until that has ended.
     *
     * @param id one of {@link #all()}
     * @return how each of its plan's hot copies ended
     */
    List<HotCopyStatus> cancel(ElementId id);

    /**
     * Waits until the plan that a hot copy belongs to has ended.
     *
     * @return whether it is known here; when not, nothing was waited for
     * @throws InterruptedException when the caller was interrupted; the hot copy goes on
     */
    boolean awaitEnd(ElementId id) throws InterruptedException;

    /**
     * What came of a plan.
     *
     * @param report what was done; empty when it was left running
     * @param left how its hot copies stood when they were left; empty when it has ended
     */
    record CarriedOut(Optional<RunReport> report, List<HotCopyStatus> left) {

        public CarriedOut {
            left = List.copyOf(left);
        }
    }
}
