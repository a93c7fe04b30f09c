/**
 * The restore tool: backup sets and a restore plan in, a new archive that opens at one commit out.
 *
 * <p>Front doors: {@link io.hotcopy.restore.Restorer}, and {@link io.hotcopy.restore.ArchiveFormat}, what differs by
 * kind of database. {@link io.hotcopy.restore.SourceCheck} compares sets with their manifests for restore and for
 * verification alike, so that the two cannot disagree.
 */
package io.hotcopy.restore;
