package io.hotcopy.embedded.journal;

import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.StorageGroupName;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One commit as one participant keeps it: the operations of the storage groups which that storage manager serves.
 *
 * @param number the commit; rises with the log sequence number in every journal
 * @param view number of the view it was written under
 * @param time when it was committed, whole microseconds
 * @param participants the archives whose journals hold it
 * @param touched every storage group the commit touches, also those this storage manager does not serve
 * @param differences by how much it changes the fingerprints, per group and table; groups out of {@code touched}
 * @param operations whole after-images and tombstones, in the order they are to be applied; groups out of
 *     {@code touched}
 */
public record CommitFrame(
        CommitNumber number,
        long view,
        Instant time,
        SortedSet<ArchiveId> participants,
        SortedSet<StorageGroupName> touched,
        List<FingerprintDifference> differences,
        List<Operation> operations)
        implements Frame {

    public CommitFrame {
        time = time.truncatedTo(ChronoUnit.MICROS);
        participants = Collections.unmodifiableSortedSet(new TreeSet<>(participants));
        touched = Collections.unmodifiableSortedSet(new TreeSet<>(touched));
        differences = List.copyOf(differences);
        operations = List.copyOf(operations);
        for (FingerprintDifference difference : differences) {
            requireTouched(number, touched, difference.group());
        }
        for (Operation operation : operations) {
            requireTouched(number, touched, operation.group());
        }
    }

    private static void requireTouched(
            CommitNumber number, SortedSet<StorageGroupName> touched, StorageGroupName group) {
        if (!touched.contains(group)) {
            throw new IllegalArgumentException("commit " + number + " touches " + touched + " and names " + group);
        }
    }
}
