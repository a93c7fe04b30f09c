package io.hotcopy.embedded.changes;

import io.hotcopy.embedded.store.TableInGroup;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.Fingerprint;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The running fingerprints of an archive at a commit.
 *
 * @param cut the commit
 * @param sums the whole fingerprint, not a difference, of each table in each storage group that the archive serves;
 *     what is not there is zero, and so is every part of a table that has been dropped
 */
public record TableFingerprints(CommitNumber cut, SortedMap<TableInGroup, Fingerprint> sums) {

    public TableFingerprints {
        sums = Collections.unmodifiableSortedMap(new TreeMap<>(sums));
    }
}
