/**
 * Backup sets on disk: bytes and facts in, a directory written once and sealed by rename out; and the way back.
 *
 * <p>Front doors: {@link io.hotcopy.backupset.BackupSet} to read, {@link io.hotcopy.backupset.BackupSetWriter} to
 * write, {@link io.hotcopy.backupset.ElementCheck} to compare data with its manifest; facts:
 * {@link io.hotcopy.backupset.SetFacts} and {@link io.hotcopy.backupset.ElementFacts}.
 *
 * <p>The tree is the vendor's, {@code set.yaml} standing for its {@code state.xml}:
 *
 * <pre>
 * set.yaml                         identity, written once
 * full/  1.inc/  1.jnl/  …         elements, each renamed into place when complete
 *   control/manifest.yaml          everything about the element, under one seal
 *   data/…                         the copied files
 * tmp/                             elements being built
 * lock                             empty; made by whoever first uses the set, see {@link io.hotcopy.backupset.SetUse}
 * </pre>
 */
package io.hotcopy.backupset;
