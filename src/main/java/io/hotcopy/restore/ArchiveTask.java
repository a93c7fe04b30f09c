package io.hotcopy.restore;

import io.hotcopy.progress.ProgressEvent.TaskAdvanced;
import io.hotcopy.progress.ProgressEvent.TaskFinished;
import io.hotcopy.progress.ProgressEvent.TaskStarted;
import io.hotcopy.progress.ProgressListener;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Tells how far the work on one archive is, from several threads; finished when its last file is. */
final class ArchiveTask {

    private final String name;
    private final long totalBytes;
    private final ProgressListener progress;
    private final AtomicLong doneBytes = new AtomicLong();
    private final AtomicInteger filesLeft;
    private final long begun = System.nanoTime();

    ArchiveTask(String name, long totalBytes, int files, ProgressListener progress) {
        this.name = name;
        this.totalBytes = totalBytes;
        this.progress = progress;
        this.filesLeft = new AtomicInteger(files);
        progress.on(new TaskStarted(name, totalBytes));
        if (files == 0) {
            finished();
        }
    }

    void advanced(long bytes) {
        progress.on(new TaskAdvanced(name, doneBytes.addAndGet(bytes), totalBytes));
    }

    void fileDone() {
        if (filesLeft.decrementAndGet() == 0) {
            finished();
        }
    }

    private void finished() {
        progress.on(new TaskFinished(name, doneBytes.get(), System.nanoTime() - begun));
    }
}
