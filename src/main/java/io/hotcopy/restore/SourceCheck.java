package io.hotcopy.restore;

import io.hotcopy.backupset.DataFile;
import io.hotcopy.backupset.ElementCheck;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.progress.ProgressListener;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

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
        sources.stream()
                .collect(Collectors.groupingBy(source -> source.task("check"), LinkedHashMap::new, Collectors.toList()))
                .forEach((task, ofArchive) -> jobs.addAll(checksums(task, ofArchive, progress, finding)));
        workers.run(jobs);
    }

    /** One task an archive, however many of its elements are read. */
    private static List<Workers.Job> checksums(
            String name,
            List<SourceElement> sources,
            ProgressListener progress,
            BiConsumer<SourceElement, HotCopyException> finding) {
        long bytes = sources.stream().mapToLong(SourceElement::bytes).sum();
        int files = sources.stream().mapToInt(source -> source.files().size()).sum();
        ArchiveTask task = new ArchiveTask(name, bytes, files, progress);
        List<Workers.Job> jobs = new ArrayList<>();
        for (SourceElement source : sources) {
            source.files()
                    .forEach(file -> jobs.add(buffer -> {
                        checksum(source, file, buffer, task, finding);
                        task.fileDone();
                    }));
        }
        return jobs;
    }

    private static void checksum(
            SourceElement source,
            DataFile file,
            ByteBuffer buffer,
            ArchiveTask task,
            BiConsumer<SourceElement, HotCopyException> finding) {
        try {
            ElementCheck.checksum(source.element(), file, buffer, task::advanced)
                    .ifPresent(damage -> finding.accept(source, damage));
        } catch (HotCopyException unreadable) {
            finding.accept(source, unreadable);
        }
    }
}
