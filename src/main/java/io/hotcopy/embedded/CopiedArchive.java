package io.hotcopy.embedded;

import io.hotcopy.backupset.ElementFacts;
import io.hotcopy.embedded.journal.JournalEntry;
import io.hotcopy.embedded.journal.VoidFilter;
import io.hotcopy.embedded.store.ArchiveStore;
import io.hotcopy.embedded.store.DamagedArchiveException;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.StorageGroupName;
import java.nio.file.Path;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * The files of a full element as they were copied: whether records and journal fit together and hold what the manifest
 * says. Nothing is changed here.
 */
final class CopiedArchive {

    private static final String HINT = "Verify the backup set; restore from another one if it is damaged.";

    private final Path directory;
    private final ElementFacts full;
    private final CopiedJournal journal;

    /**
     * Reads the copied journal once, completely.
     *
     * @param directory holds {@code rocks} and {@code journal}
     * @throws HotCopyException when there are no records, or the journal is missing, damaged or another archive's
     */
    CopiedArchive(Path directory, ElementFacts full) {
        this.directory = directory;
        this.full = full;
        if (!ArchiveStore.exists(ArchiveLayout.rocks(directory))) {
            throw damaged("there are no records in \"" + ArchiveLayout.rocks(directory) + "\"");
        }
        this.journal = new CopiedJournal(directory, full);
    }

    /**
     * Checks that the journal takes over where the records end.
     *
     * @return the commit up to which the records hold everything
     */
    CommitNumber requireFit(ArchiveStore store) {
        CommitNumber applied = store.persistedMark();
        if (full.pinPoint().isAfter(applied)) {
            throw damaged("the records in \"" + directory + "\" hold commits through " + applied
                    + ", the manifest says through " + full.pinPoint());
        }
        if (journal.before().isAfter(applied)) {
            throw damaged("commits are missing in \"" + directory + "\": the records hold them through " + applied
                    + ", the journal only after " + journal.before());
        }
        SortedSet<StorageGroupName> missing = new TreeSet<>(full.covers().keySet());
        missing.removeAll(store.groups());
        if (!missing.isEmpty()) {
            throw damaged("the records in \"" + directory + "\" lack the storage groups " + missing);
        }
        return applied;
    }

    /** Knows the views of the journal. */
    VoidFilter voids() {
        return new VoidFilter(journal.views());
    }

    /** Reads the journal again, oldest entry first. */
    void readJournal(Consumer<JournalEntry> each) {
        journal.read(each);
    }

    /** Expects, at the element's cut, the content that its manifest states. */
    ContentAtCut contentAtCut(ArchiveStore store) {
        return new ContentAtCut(store, voids(), full);
    }

    static DamagedArchiveException damaged(String message) {
        return new DamagedArchiveException(message, HINT);
    }
}
