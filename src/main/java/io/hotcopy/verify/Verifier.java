package io.hotcopy.verify;

import io.hotcopy.progress.ProgressListener;
import io.hotcopy.restore.ArchiveFormats;
import io.hotcopy.restore.InterruptedRestoreException;
import io.hotcopy.restore.Restorer;
import io.hotcopy.restore.Workers;
import java.util.random.RandomGenerator;

/**
 * Answers whether sets can be restored, by looking. Whatever goes wrong while it looks makes the answer unknown, never
 * valid. Sets are only read. Several verifications may run at once.
 */
public final class Verifier {

    private final ArchiveFormats formats;
    private final Restorer restorer;
    private final Workers workers;

    /**
     * @param formats the kinds of database whose sets it can read
     * @param random for the identities of archives restored in a drill
     * @param workers for reading
     */
    public Verifier(ArchiveFormats formats, RandomGenerator random, Workers workers) {
        this.formats = formats;
        this.restorer = new Restorer(formats, random, workers);
        this.workers = workers;
    }

    /**
     * Verifies sets, and the restore they make possible.
     *
     * @param progress hears a task an archive for each stage
     * @throws InterruptedRestoreException when the thread is interrupted; a drill's scratch has been removed
     */
    public Verdict verify(VerifyRequest request, ProgressListener progress) {
        Verification verification = new Verification(request, formats, restorer, workers, progress);
        Verdict verdict = verification.run();
        InterruptedRestoreException.check();
        return verdict;
    }
}
