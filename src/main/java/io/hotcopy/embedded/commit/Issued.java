package io.hotcopy.embedded.commit;

import io.hotcopy.embedded.store.TableInGroup;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.Fingerprint;
import io.hotcopy.term.StorageGroupName;
import java.util.SortedMap;

/**
 * The end of the sequence of commits at one moment.
 *
 * @param number the last commit that was given a number; not yet stable, perhaps
 * @param fingerprints the content of every served storage group at that commit
 * @param tables the same for each table in each storage group; what is not there is zero
 */
public record Issued(
        CommitNumber number,
        SortedMap<StorageGroupName, Fingerprint> fingerprints,
        SortedMap<TableInGroup, Fingerprint> tables) {}
