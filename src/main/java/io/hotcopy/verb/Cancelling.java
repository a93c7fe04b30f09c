package io.hotcopy.verb;

import io.hotcopy.problem.HotCopyException;
import io.hotcopy.restore.InterruptedRestoreException;
import java.nio.channels.ClosedByInterruptException;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Says of a job that an interrupt has ended what it was and what is left. */
final class Cancelling {
    private Cancelling() {}

    /**
     * Does a job.
     *
     * @param job what it is called, with its article: {@code the restore}
     * @param left a sentence for a person who has cancelled it
     * @throws HotCopyException that it was cancelled, when the thread was interrupted meanwhile
     */
    static <T> T telling(String job, String left, Supplier<T> work) {
        try {
            return work.get();
        } catch (HotCopyException failed) {
            throw isByInterrupt(failed) ? new HotCopyException(job + " was cancelled", failed, left) : failed;
        }
    }

    /** An interrupt also closes the file that its thread is reading. */
    private static boolean isByInterrupt(HotCopyException failed) {
        return failed instanceof InterruptedRestoreException
                || Stream.iterate((Throwable) failed, Objects::nonNull, Throwable::getCause)
                        .anyMatch(cause ->
                                cause instanceof ClosedByInterruptException || cause instanceof InterruptedException);
    }
}
