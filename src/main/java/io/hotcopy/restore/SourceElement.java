package io.hotcopy.restore;

import io.hotcopy.backupset.DataFile;
import io.hotcopy.backupset.SealedElement;
import io.hotcopy.backupset.SetFacts;
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

    /** How progress names the archive. */
    String task(String verb) {
        return verb + " archive " + set.archive();
    }

    long bytes() {
        return files.stream().mapToLong(DataFile::size).sum();
    }
}
