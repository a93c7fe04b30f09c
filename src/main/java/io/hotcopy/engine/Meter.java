package io.hotcopy.engine;

import io.hotcopy.progress.ProgressEvent.TaskAdvanced;
import io.hotcopy.progress.ProgressEvent.TaskFinished;
import io.hotcopy.progress.ProgressEvent.TaskStarted;
import io.hotcopy.progress.ProgressListener;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.ByteSize;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Counts what one archive's copy moves, in phases with pauses between them, and tells it at most ten times a second.
 * Any number of threads.
 */
final class Meter {
    private static final long TELL_EVERY_NANOS = 100_000_000L;

    private final String task;
    private final ProgressListener listener;
    private final NanoClock clock;
    private long expected;
    private long done;
    private long moving;
    private long phaseBegan;
    private long lastMoved;
    private long lastTold;

    /** @param task the name that a person sees */
    Meter(String task, ProgressListener listener, NanoClock clock) {
        this.task = task;
        this.listener = listener;
        this.clock = clock;
    }

    /** A phase begins that will move so many bytes more. */
    synchronized void begin(long bytes) {
        boolean first = expected == 0 && done == 0;
        moving += lastMoved - phaseBegan;
        phaseBegan = clock.nanos();
        lastMoved = phaseBegan;
        expected += bytes;
        listener.on(first ? new TaskStarted(task, expected) : new TaskAdvanced(task, done, expected));
    }

    /** So many bytes more have been moved. */
    synchronized void moved(long bytes) {
        done += bytes;
        lastMoved = clock.nanos();
        if (lastMoved - lastTold >= TELL_EVERY_NANOS) {
            lastTold = lastMoved;
            listener.on(new TaskAdvanced(task, done, expected));
        }
    }

    /** A file has been synced: that time counts too. */
    synchronized void synced() {
        lastMoved = clock.nanos();
    }

    /** Nothing more will be moved. */
    synchronized void finish() {
        listener.on(new TaskFinished(task, done, nanos()));
    }

    synchronized HotCopyStatus.Archive status(ArchiveId archive, Path directory, Optional<String> element) {
        double rate = nanos() == 0 ? 0 : done * 1000.0 / nanos();
        return new HotCopyStatus.Archive(archive, directory, element, new ByteSize(done), new ByteSize(expected), rate);
    }

    synchronized long bytes() {
        return done;
    }

    /** How long bytes were moving, pauses between phases left out. */
    synchronized long nanos() {
        return moving + lastMoved - phaseBegan;
    }
}
