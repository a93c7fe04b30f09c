package io.hotcopy.embedded;

import io.hotcopy.embedded.journal.JournalEntry;
import io.hotcopy.progress.ProgressEvent;
import io.hotcopy.progress.ProgressListener;
import io.hotcopy.restore.SourceStep;
import java.util.List;

/** Tells how far the steps of one archive have been read. Used by one thread. */
final class StepProgress {

    private final String task;
    private final long total;
    private final ProgressListener listener;
    private final long began = System.nanoTime();
    private long done;
    private long firstSegment = -1;
    private long segment;
    private long before;
    private long offset;

    StepProgress(String task, List<SourceStep> steps, ProgressListener listener) {
        this.task = task;
        this.total =
                steps.stream().mapToLong(step -> step.element().size().bytes()).sum();
        this.listener = listener;
        listener.on(new ProgressEvent.TaskStarted(task, total));
    }

    /** An entry of a journal was read. */
    void within(SourceStep step, JournalEntry entry) {
        if (entry.segment() != segment && firstSegment >= 0) {
            before += offset;
        }
        firstSegment = firstSegment < 0 ? entry.segment() : firstSegment;
        segment = entry.segment();
        offset = entry.offset();
        long within = Math.min(step.element().size().bytes(), before + offset);
        listener.on(new ProgressEvent.TaskAdvanced(task, done + within, total));
    }

    /** A step was read to its end. */
    void done(SourceStep step) {
        done += step.element().size().bytes();
        firstSegment = -1;
        before = 0;
        offset = 0;
        listener.on(new ProgressEvent.TaskAdvanced(task, done, total));
    }

    /** All steps are read once more. */
    void again() {
        done = 0;
    }

    void finished() {
        listener.on(new ProgressEvent.TaskFinished(task, done, System.nanoTime() - began));
    }
}
