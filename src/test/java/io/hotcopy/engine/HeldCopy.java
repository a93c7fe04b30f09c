package io.hotcopy.engine;

import io.hotcopy.driver.FileDatabase;
import io.hotcopy.plan.BackupPlan;
import io.hotcopy.plan.HotCopyStep;
import io.hotcopy.progress.ProgressListener;
import io.hotcopy.term.ArchiveId;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** A hot copy that stands still at a call to the database until it is let go; others pass that call. */
final class HeldCopy implements AutoCloseable {
    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch letGo = new CountDownLatch(1);
    private final AtomicBoolean held = new AtomicBoolean();
    private final HotCopyHandle handle;

    /** Starts it, and returns when it stands still. */
    HeldCopy(FileDatabase database, HotCopyStep step, String call) throws InterruptedException {
        this(Plans.engine(database), database, Plans.plan(step), call);
    }

    /** The same of a plan, by this engine. */
    HeldCopy(HotCopyEngine engine, FileDatabase database, BackupPlan plan, String call) throws InterruptedException {
        database.watch((called, archive) -> hold(called.equals(call), archive));
        handle = engine.start(plan, ProgressListener.NONE);
        if (!reached.await(120, TimeUnit.SECONDS)) {
            throw new AssertionError("never came to " + call + ": " + handle.status());
        }
    }

    private void hold(boolean here, ArchiveId archive) {
        if (here && held.compareAndSet(false, true)) {
            reached.countDown();
            try {
                letGo.await();
            } catch (InterruptedException cancelled) {
                throw new IllegalStateException("cancelled while archive " + archive + " was held", cancelled);
            }
        }
    }

    HotCopyHandle handle() {
        return handle;
    }

    /** Lets it go on, and waits for its end. */
    RunReport.HotCopy finish() {
        letGo.countDown();
        return handle.finish(Optional.empty()).orElseThrow().hotCopies().get(0);
    }

    /** Ends it, if it has not ended. */
    @Override
    public void close() {
        letGo.countDown();
        handle.cancel();
        handle.awaitEnd();
    }
}
