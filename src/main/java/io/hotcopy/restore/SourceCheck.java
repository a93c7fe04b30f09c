package io.hotcopy.restore;

import io.hotcopy.backupset.DataFile;
import io.hotcopy.backupset.ElementCheck;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.progress.ProgressListener;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Compares elements with their manifests. Findings are handed over as they come, from several threads: a
 * {@code DamagedSetException} for what is not as sealed, any other exception for what could not be looked at.
 */
public final class SourceCheck {

    private SourceCheck() {}

    /** Whether exactly the files of the manifests are there, in their sizes. */
    public static void present(List<SourceElement> sources, BiConsumer<SourceElement, HotCopyException> finding) {
        for (SourceElement source : sources) {
            try {
                ElementCheck.present(source.element()).forEach(damage -> finding.accept(source, damage));
            } catch (HotCopyException unreadable) {
                finding.accept(source, unreadable);
            }
        }
    }

    /**
     * Reads every byte and compares checksums.
     *
     * @throws InterruptedRestoreException when the thread is interrupted meanwhile
     */
    public static void checksums(
            List<SourceElement> sources,
            Workers workers,
            ProgressListener progress,
            BiConsumer<SourceElement, HotCopyException> finding) {
        List<Workers.Job> jobs = new ArrayList<>();
        for (SourceElement source : sources) {
            ArchiveTask task = new ArchiveTask(
                    source.task("check"), source.bytes(), source.files().size(), progress);
            for (DataFile file : source.files()) {
                jobs.add(buffer -> {
                    try {
                        ElementCheck.checksum(source.element(), file, buffer, task::advanced)
                                .ifPresent(damage -> finding.accept(source, damage));
                    } catch (HotCopyException unreadable) {
                        finding.accept(source, unreadable);
                    }
                    task.fileDone();
                });
            }
        }
        workers.run(jobs);
    }
}
