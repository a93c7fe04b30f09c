package io.hotcopy.verify;

import io.hotcopy.backupset.ElementFacts;
import io.hotcopy.progress.ProgressListener;
import io.hotcopy.restore.ArchiveFormat;
import io.hotcopy.restore.SourceElement;
import io.hotcopy.restore.Workers;
import io.hotcopy.term.CommitNumber;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Decodes every byte that a restore would read, and discards it. */
final class SetReader {

    private final ArchiveFormat format;
    private final Workers workers;
    private final ProgressListener progress;

    SetReader(ArchiveFormat format, Workers workers, ProgressListener progress) {
        this.format = format;
        this.workers = workers;
        this.progress = progress;
    }

    /** Reads elements, several at once; what is found is added to the groups. */
    void read(List<SourceElement> sources, GroupLooks groups) {
        List<Runnable> jobs = new ArrayList<>();
        for (SourceElement source : sources) {
            jobs.add(() -> read(source, groups));
        }
        workers.runAll(jobs);
    }

    private void read(SourceElement source, GroupLooks groups) {
        ElementFacts element = source.element().facts();
        Path data = source.element().data();
        try {
            CommitNumber highest = format.read(data, element, progress);
            if (highest.isAfter(element.cut())) {
                groups.add(
                        element,
                        List.of(Finding.damaged(
                                "\"" + data + "\" holds commit " + highest + ", after its cut " + element.cut())));
            }
        } catch (RuntimeException trouble) {
            groups.add(element, List.of(Finding.ofDecoding(trouble)));
        }
    }
}
