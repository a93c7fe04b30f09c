package io.hotcopy.mission

import io.hotcopy.engine.HotCopyHandle
import io.hotcopy.engine.RunReport
import io.hotcopy.progress.ProgressEvent
import io.hotcopy.progress.ProgressListener
import java.util.concurrent.CountDownLatch
import java.util.concurrent.TimeUnit

/** A hot copy that stands still where it enters a stage, until it is let go. */
class HeldRun implements ProgressListener, AutoCloseable {

    private final String stage
    private final CountDownLatch reached = new CountDownLatch(1)
    private final CountDownLatch letGo = new CountDownLatch(1)
    private HotCopyHandle handle

    HeldRun(String stage) {
        this.stage = stage
    }

    /** Returns when it stands still. */
    HeldRun begun(HotCopyHandle handle) {
        this.handle = handle
        handle.whenEnded { reached.countDown() }
        assert reached.await(120, TimeUnit.SECONDS)
        assert !handle.ended : handle.status()
        this
    }

    @Override
    void on(ProgressEvent event) {
        if (event instanceof ProgressEvent.StageEntered && event.stage() == stage) {
            reached.countDown()
            letGo.await()
        }
    }

    /** Lets it go on, and waits for its end. */
    RunReport.HotCopy finish() {
        letGo.countDown()
        handle.finish(Optional.empty()).get().hotCopies()[0]
    }

    /** Cancels it where it stands. */
    void cancel() {
        handle.cancel()
        handle.awaitEnd()
    }

    HotCopyHandle handle() {
        handle
    }

    @Override
    void close() {
        letGo.countDown()
        handle?.cancel()
        handle?.awaitEnd()
    }
}
