/**
 * The files of one archive: batches of records in; records, marks, fingerprints and pinned files out. The one place
 * that holds RocksDB handles.
 *
 * <p>Front door: {@link io.hotcopy.embedded.store.ArchiveStore}.
 */
package io.hotcopy.embedded.store;
