package io.hotcopy.embedded.journal;

import io.hotcopy.term.Fingerprint;
import io.hotcopy.term.StorageGroupName;

/**
 * By how much a commit changes the fingerprint of one table in one storage group.
 *
 * @param group the storage group
 * @param table the table's id
 * @param difference fingerprint after minus fingerprint before
 */
public record FingerprintDifference(StorageGroupName group, int table, Fingerprint difference) {}
