/**
 * The restore tool: backup sets and a restore plan in, a new archive that opens at one commit out.
 *
 * <p>Front doors: {@code Restorer}, and {@link io.hotcopy.restore.ArchiveFormat}, what differs by kind of database.
 */
package io.hotcopy.restore;
