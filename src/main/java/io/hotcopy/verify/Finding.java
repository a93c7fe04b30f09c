package io.hotcopy.verify;

import io.hotcopy.backupset.DamagedSetException;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.restore.DamagedFilesException;
import java.io.IOException;
import java.util.List;

/**
 * One reason why something is not valid.
 *
 * @param outcome damaged or unknown
 * @param message what was found, a sentence
 * @param hints the next actions
 */
public record Finding(Outcome outcome, String message, List<String> hints) {

    public Finding {
        hints = List.copyOf(hints);
    }

    /** What an exception means: damage if it says so, else that nothing is known. */
    static Finding of(RuntimeException exception) {
        if (exception instanceof HotCopyException trouble) {
            return new Finding(
                    isDamage(trouble) ? Outcome.DAMAGED : Outcome.UNKNOWN, trouble.getMessage(), trouble.hints());
        }
        return new Finding(Outcome.UNKNOWN, "internal error: " + exception, List.of());
    }

    /**
     * What it means when an element with right checksums could not be decoded: damage, made before it was sealed;
     * unless the disk could not be read.
     */
    static Finding ofDecoding(RuntimeException exception) {
        boolean decoded = exception instanceof HotCopyException && !isUnread(exception);
        Finding finding = of(exception);
        return decoded ? new Finding(Outcome.DAMAGED, finding.message, finding.hints) : finding;
    }

    private static boolean isDamage(HotCopyException trouble) {
        return trouble instanceof DamagedSetException || trouble instanceof DamagedFilesException && !isUnread(trouble);
    }

    /** Whether the disk could not be read, which says nothing of what is on it. */
    private static boolean isUnread(RuntimeException exception) {
        return exception.getCause() instanceof IOException;
    }

    static Finding damaged(String message) {
        return new Finding(Outcome.DAMAGED, message, List.of());
    }

    static Finding unknown(String message, String... hints) {
        return new Finding(Outcome.UNKNOWN, message, List.of(hints));
    }
}
