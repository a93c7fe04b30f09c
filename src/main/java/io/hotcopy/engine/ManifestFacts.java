package io.hotcopy.engine;

import io.hotcopy.backupset.ElementFacts;
import io.hotcopy.backupset.ElementFacts.CommitTimes;
import io.hotcopy.backupset.ElementWriter;
import io.hotcopy.driver.ArchiveCopy;
import io.hotcopy.driver.Cut;
import io.hotcopy.term.ByteSize;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.CommitRange;
import io.hotcopy.term.ElementId;
import io.hotcopy.term.Fingerprint;
import io.hotcopy.term.StorageGroupName;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a manifest says of a finished copy. */
final class ManifestFacts {

    private ManifestFacts() {}

    /**
     * An element that serves every group of its archive from where it begins through the cut.
     *
     * @param previous the element it continues; empty for a full
     * @param from for a full its pin point, else the last commit of the previous element
     */
    static ElementFacts of(
            ElementWriter element,
            ArchiveCopy copy,
            Optional<ElementId> previous,
            CommitNumber from,
            CommitTimes times,
            RunFacts run) {
        Cut cut = run.cut();
        SortedMap<StorageGroupName, CommitRange> covers = new TreeMap<>();
        SortedMap<StorageGroupName, Fingerprint> fingerprints = new TreeMap<>();
        for (StorageGroupName group : copy.storageGroups()) {
            covers.put(group, new CommitRange(from, cut.number()));
            fingerprints.put(group, fingerprint(cut, group));
        }
        return new ElementFacts(
                run.run(),
                element.type(),
                element.directoryName(),
                previous,
                copy.lineage(),
                copy.archive(),
                copy.archiveUuid(),
                run.members(),
                from,
                cut.number(),
                covers,
                times,
                fingerprints,
                run.began(),
                run.ended(),
                new ByteSize(element.finishedBytes()));
    }

    /** One fingerprint a group for all members, so a group copied twice is promised to be equal in both (M37). */
    private static Fingerprint fingerprint(Cut cut, StorageGroupName group) {
        Fingerprint fingerprint = cut.fingerprints().get(group);
        if (fingerprint == null) {
            throw new IllegalStateException("cut " + cut.number() + " has no fingerprint of storage group " + group);
        }
        return fingerprint;
    }
}
