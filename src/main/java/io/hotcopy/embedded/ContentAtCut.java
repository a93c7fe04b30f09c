package io.hotcopy.embedded;

import io.hotcopy.backupset.ElementFacts;
import io.hotcopy.embedded.journal.CommitFrame;
import io.hotcopy.embedded.journal.JournalEntry;
import io.hotcopy.embedded.journal.VoidFilter;
import io.hotcopy.embedded.store.ArchiveStore;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.Fingerprint;
import io.hotcopy.term.StorageGroupName;
import java.util.SortedMap;

/**
 * Follows the running fingerprints from what records hold through the journal to the element's cut, and compares them
 * with the manifest's: a commit that is missing between, or there twice, shows, whatever is restored from them. It does
 * not tell whether the records themselves are right; only a scan does. Used by one thread.
 */
final class ContentAtCut {

    private final ElementFacts element;
    private final VoidFilter voids;
    private final FingerprintFold fold;
    private CommitNumber last;

    /** Begins at what the store holds now. */
    ContentAtCut(ArchiveStore store, VoidFilter voids, ElementFacts element) {
        this.element = element;
        this.voids = voids;
        this.fold = new FingerprintFold(store.groups(), store.runningFingerprints());
        this.last = store.appliedMark();
    }

    /** Takes the journal's entries in order. */
    void take(JournalEntry entry) {
        if (entry.frame() instanceof CommitFrame commit
                && commit.number().isAfter(last)
                && !commit.number().isAfter(element.cut())
                && !voids.isVoid(commit)) {
            fold.add(commit);
            last = commit.number();
        }
    }

    /**
     * Compares.
     *
     * @return the highest commit that was found up to the cut
     */
    CommitNumber require() {
        SortedMap<StorageGroupName, Fingerprint> found = fold.byGroup();
        element.fingerprints().forEach((group, expected) -> {
            Fingerprint actual = found.get(group);
            if (actual != null && !actual.equals(expected)) {
                throw CopiedArchive.damaged("records and journal of \"" + element.directory()
                        + "\" do not lead to the content of storage group " + group + " at commit " + element.cut()
                        + ": expected fingerprint " + expected + ", found " + actual);
            }
        });
        return last;
    }
}
