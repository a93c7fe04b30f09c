package io.hotcopy.driver;

import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.Fingerprint;
import io.hotcopy.term.StorageGroupName;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The commit number at which a hot copy is consistent.
 *
 * @param number the last commit issued when all files had been copied; stable by now
 * @param stableMark the clock reading at which it was known to be stable
 * @param fingerprints the content of every storage group of the database at that commit
 */
public record Cut(CommitNumber number, Instant stableMark, SortedMap<StorageGroupName, Fingerprint> fingerprints) {

    public Cut {
        fingerprints = Collections.unmodifiableSortedMap(new TreeMap<>(fingerprints));
    }
}
