package io.hotcopy.restore;

import io.hotcopy.backupset.BackupSet;
import io.hotcopy.backupset.DataFile;
import io.hotcopy.backupset.SealedElement;
import io.hotcopy.backupset.SetFacts;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.recovery.ArchivePlan;
import java.util.List;

/**
 * An element to read, its manifest opened.
 *
 * @param set the set it lies in
 * @param element the element
 * @param files its data files
 */
public record SourceElement(SetFacts set, SealedElement element, List<DataFile> files) {

    public SourceElement {
        files = List.copyOf(files);
    }

    /** An element of an opened set. */
    public static SourceElement of(SetFacts set, SealedElement element) {
        return new SourceElement(set, element, element.files());
    }

    /**
     * Opens the base that a plan names, and makes sure that it is what was planned with.
     *
     * @throws HotCopyException when it is damaged, too new, or not the same any more
     */
    static SourceElement open(ArchivePlan plan) {
        BackupSet set = BackupSet.open(plan.set().location());
        return set.elements().stream()
                .filter(element -> element.facts().equals(plan.base()))
                .findFirst()
                .map(element -> of(set.facts(), element))
                .orElseThrow(() -> new HotCopyException(
                        "backup set \"" + plan.set().location() + "\" has changed since the restore was planned",
                        "Plan the restore again."));
    }

    /** How progress names the archive. */
    String task(String verb) {
        return verb + " archive " + set.archive();
    }

    long bytes() {
        return files.stream().mapToLong(DataFile::size).sum();
    }
}
