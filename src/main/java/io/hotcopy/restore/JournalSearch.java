package io.hotcopy.restore;

import io.hotcopy.backupset.BackupSet;
import io.hotcopy.backupset.ElementFacts;
import io.hotcopy.backupset.SealedElement;
import io.hotcopy.backupset.SetUse;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.progress.ProgressListener;
import io.hotcopy.term.HotCopyType;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/** Finds the commits that touched a table or one of its rows, in the journals of sets. Sets are only read. */
public final class JournalSearch {

    private final ArchiveFormats formats;

    public JournalSearch(ArchiveFormats formats) {
        this.formats = formats;
    }

    /**
     * Searches. What is copied twice, of two archives or in two elements, is told once.
     *
     * @param sets where the sets lie; those of one database
     * @return the newest first, at most as many as asked for
     * @throws HotCopyException when a set cannot be read or is damaged, or there never was such a table in them
     */
    public List<JournalHit> search(List<Path> sets, JournalQuestion question, ProgressListener progress) {
        try (SetUse use = SetUse.of(sets)) {
            return searchUsed(sets, question, progress);
        }
    }

    private List<JournalHit> searchUsed(List<Path> sets, JournalQuestion question, ProgressListener progress) {
        List<BackupSet> opened = sets.stream().map(BackupSet::open).toList();
        List<String> kinds =
                opened.stream().map(set -> set.facts().kind()).distinct().toList();
        if (kinds.size() != 1) {
            throw new HotCopyException(
                    "cannot search sets of " + kinds.size() + " kinds of database at once",
                    "Name the sets of one database.");
        }
        return formats.of(kinds.get(0)).history(journals(opened), question, progress);
    }

    /** In the order in which their commits were made, as far as that can be told. */
    private static List<JournalSource> journals(List<BackupSet> sets) {
        return sets.stream()
                .flatMap(set -> set.elements().stream())
                .filter(element -> element.facts().type() != HotCopyType.INCREMENTAL)
                .sorted(Comparator.comparing(SealedElement::facts, Comparator.comparing(ElementFacts::cut)))
                .map(element -> new JournalSource(element.data(), element.facts()))
                .toList();
    }
}
