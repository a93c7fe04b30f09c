package io.hotcopy.embedded;

import io.hotcopy.backupset.ElementFacts;
import io.hotcopy.backupset.FileTrouble;
import io.hotcopy.embedded.changes.ChangeCursor;
import io.hotcopy.embedded.store.ArchiveStore;
import io.hotcopy.embedded.store.SstFile;
import io.hotcopy.embedded.store.StoreMemory;
import io.hotcopy.embedded.store.TableKeys;
import io.hotcopy.progress.ProgressEvent;
import io.hotcopy.progress.ProgressListener;
import io.hotcopy.restore.InterruptedRestoreException;
import io.hotcopy.restore.JournalSource;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.StorageGroupName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Decodes the data files of an element where they lie, as a restore would; writes nothing. Of a full every file of
 * records by itself, then all of them as an archive, then the journal; of an incremental the changes of every storage
 * group; of a journal element the journal.
 */
final class ElementReading {

    private final Path data;
    private final ElementFacts element;
    private final ProgressListener progress;
    private long read;

    ElementReading(Path data, ElementFacts element, ProgressListener progress) {
        this.data = data;
        this.element = element;
        this.progress = progress;
    }

    /** Gives the highest commit found through the element's cut. */
    CommitNumber run(StoreMemory memory) {
        String task = "read " + element.directory() + " of archive " + element.archive();
        long began = System.nanoTime();
        progress.on(new ProgressEvent.TaskStarted(task, element.size().bytes()));
        CommitNumber highest =
                switch (element.type()) {
                    case FULL -> readFull(task, memory);
                    case INCREMENTAL -> readChanges(task);
                    case JOURNAL -> readJournal();
                    case SIMPLE -> throw new IllegalArgumentException("a simple hot copy is no element of a set");
                };
        progress.on(new ProgressEvent.TaskFinished(task, element.size().bytes(), System.nanoTime() - began));
        return highest;
    }

    private CommitNumber readFull(String task, StoreMemory memory) {
        CopiedArchive copied = new CopiedArchive(data, element);
        for (Path file : recordFiles()) {
            decode(file);
            advanced(task);
        }
        return follow(copied, memory);
    }

    private void advanced(String task) {
        progress.on(new ProgressEvent.TaskAdvanced(task, read, element.size().bytes()));
    }

    /** An incremental holds no commits, only what they led to at its cut. */
    private CommitNumber readChanges(String task) {
        CopiedChanges changes = new CopiedChanges(data, element);
        changes.fingerprints();
        for (StorageGroupName group : element.covers().keySet()) {
            Path file = changes.file(group);
            try (ChangeCursor cursor = ChangeCursor.open(file)) {
                while (cursor.next()) {
                    InterruptedRestoreException.check();
                }
            }
            read += size(file);
            advanced(task);
        }
        return element.cut();
    }

    private CommitNumber readJournal() {
        CommitNumber[] highest = {element.pinPoint()};
        new CopiedJournals(List.of(new JournalSource(data, element)))
                .read((source, commit) -> highest[0] = CommitNumber.max(highest[0], commit.number()));
        return highest[0];
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
