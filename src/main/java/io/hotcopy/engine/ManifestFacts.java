package io.hotcopy.engine;

import io.hotcopy.backupset.ElementFacts;
import io.hotcopy.backupset.ElementWriter;
import io.hotcopy.driver.ArchiveCopy;
import io.hotcopy.driver.Cut;
import io.hotcopy.driver.JournalSlice;
import io.hotcopy.term.ByteSize;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.CommitRange;
import io.hotcopy.term.ElementId;
import io.hotcopy.term.Fingerprint;
import io.hotcopy.term.StorageGroupName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a manifest says of a finished copy. */
final class ManifestFacts {

    private ManifestFacts() {}

    /** A full: it serves every group of its archive from its pin point through the cut. */
    static ElementFacts ofFull(
            ElementWriter element,
            ArchiveCopy copy,
            CommitNumber pinPoint,
            JournalSlice journal,
            ElementId run,
            List<ElementFacts.Member> members,
            Cut cut,
            Instant began,
            Instant ended) {
        SortedMap<StorageGroupName, CommitRange> covers = new TreeMap<>();
        SortedMap<StorageGroupName, Fingerprint> fingerprints = new TreeMap<>();
        for (StorageGroupName group : copy.storageGroups()) {
            covers.put(group, new CommitRange(pinPoint, cut.number()));
            fingerprints.put(group, fingerprint(cut, group));
        }
        return new ElementFacts(
                run,
                element.type(),
                element.directoryName(),
                Optional.empty(),
                copy.lineage(),
                copy.archive(),
                copy.archiveUuid(),
                members,
                pinPoint,
                cut.number(),
                covers,
                new ElementFacts.CommitTimes(journal.earliest(), journal.latest(), cut.stableMark()),
                fingerprints,
                began,
                ended,
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
