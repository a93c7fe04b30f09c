/**
 * Backup sets on disk: bytes and facts in, a directory written once and sealed by rename out; and the way back.
 *
 * <p>Front doors: {@code BackupSet} to read, {@code BackupSetWriter} to write; facts:
 * {@link io.hotcopy.backupset.SetFacts} and {@link io.hotcopy.backupset.ElementFacts}.
 */
package io.hotcopy.backupset;
