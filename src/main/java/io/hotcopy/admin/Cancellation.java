package io.hotcopy.admin;

import io.hotcopy.problem.HotCopyException;
import io.hotcopy.progress.ProgressEvent;
import io.hotcopy.progress.ProgressListener;
import java.util.function.BooleanSupplier;

/**
 * Ends a SYNC at its next step. By its listener and not by an interrupt, which would close files that the thread is
 * writing.
 */
final class Cancellation implements ProgressListener {

    private final BooleanSupplier stopping;
    private volatile boolean cancelled;

    /** @param stopping whether all are to end */
    Cancellation(BooleanSupplier stopping) {
        this.stopping = stopping;
    }

    void cancel() {
        cancelled = true;
    }

    @Override
    public void on(ProgressEvent event) {
        require();
    }

    /** @throws HotCopyException when it was cancelled */
    void require() {
        if (cancelled || stopping.getAsBoolean()) {
            throw new HotCopyException("it was cancelled", "Start the storage manager again when it is wanted.");
        }
    }
}
