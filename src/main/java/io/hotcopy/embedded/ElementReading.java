package io.hotcopy.embedded;

import io.hotcopy.backupset.ElementFacts;
import io.hotcopy.backupset.FileTrouble;
import io.hotcopy.embedded.store.ArchiveStore;
import io.hotcopy.embedded.store.SstFile;
import io.hotcopy.embedded.store.StoreMemory;
import io.hotcopy.embedded.store.TableKeys;
import io.hotcopy.progress.ProgressEvent;
import io.hotcopy.progress.ProgressListener;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.HotCopyType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Decodes the data files of a full element where they lie: every file of records by itself, then all of them as an
 * archive, then the journal, as a restore would; writes nothing.
 */
final class ElementReading {

    private final Path data;
    private final ElementFacts element;
    private final ProgressListener progress;
    private long read;

    ElementReading(Path data, ElementFacts element, ProgressListener progress) {
        if (element.type() != HotCopyType.FULL) {
            throw new IllegalArgumentException("a " + element.type().word() + " element is read otherwise");
        }
        this.data = data;
        this.element = element;
        this.progress = progress;
    }

    /** Gives the highest commit found through the element's cut. */
    CommitNumber run(StoreMemory memory) {
        String task = "read " + element.directory() + " of archive " + element.archive();
        long began = System.nanoTime();
        progress.on(new ProgressEvent.TaskStarted(task, element.size().bytes()));
        CopiedArchive copied = new CopiedArchive(data, element);
        for (Path file : recordFiles()) {
            decode(file);
            progress.on(
                    new ProgressEvent.TaskAdvanced(task, read, element.size().bytes()));
        }
        CommitNumber highest = follow(copied, memory);
        progress.on(new ProgressEvent.TaskFinished(task, element.size().bytes(), System.nanoTime() - began));
        return highest;
    }

    private List<Path> recordFiles() {
        Path rocks = ArchiveLayout.rocks(data);
        try (Stream<Path> files = Files.list(rocks)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".sst"))
                    .sorted()
                    .toList();
        } catch (IOException trouble) {
            throw FileTrouble.cannot("list", rocks, trouble);
        }
    }

    private void decode(Path file) {
        boolean[] tooShort = {false};
        boolean system = SstFile.read(file, (key, value) -> {
            tooShort[0] |= key.length < TableKeys.ID_BYTES;
            return true;
        });
        if (tooShort[0] && !system) {
            throw CopiedArchive.damaged("\"" + file + "\" holds a key that is too short to name its table");
        }
        read += size(file);
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException trouble) {
            throw FileTrouble.cannot("read", file, trouble);
        }
    }

    private CommitNumber follow(CopiedArchive copied, StoreMemory memory) {
        try (ArchiveStore store = ArchiveStore.openReadOnly(ArchiveLayout.rocks(data), memory)) {
            CommitNumber applied = copied.requireFit(store);
            if (applied.isAfter(element.cut())) {
                throw CopiedArchive.damaged("the records in \"" + data + "\" hold commits through " + applied
                        + ", beyond the cut " + element.cut());
            }
            SchemaRecords.read(store);
            ContentAtCut content = copied.contentAtCut(store);
            copied.readJournal(content::take);
            return content.require();
        }
    }
}
