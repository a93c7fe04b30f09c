package io.hotcopy.embedded.store;

import io.hotcopy.problem.HotCopyException;
import org.rocksdb.RocksDBException;

/** The format record of an archive: written when it is made, checked at every opening. */
final class StoreFormat {

    private StoreFormat() {}

    /** Checks the record, and writes it into an archive that is new; refuses what is too new or not ours. */
    static void check(StoreHandles handles, boolean readOnly) {
        byte[] found = handles.use(() -> handles.database.get(handles.system, SystemRecords.FORMAT_KEY));
        if (found != null) {
            requireKnown(handles, SystemRecords.format(found));
        } else if (readOnly || !isEmpty(handles)) {
            throw StoreFiles.notOurs(handles.directory, "it has no format record");
        } else {
            handles.use(() -> write(handles));
        }
    }

    private static void requireKnown(StoreHandles handles, int version) {
        if (version > SystemRecords.FORMAT) {
            throw new HotCopyException(
                    "the archive in \"" + handles.directory + "\" has format version " + version
                            + ", this version of hotcopy reads up to " + SystemRecords.FORMAT,
                    "Use the version of hotcopy that wrote it, or a newer one.");
        }
    }

    /** Nothing has ever been flushed: it was made by someone who crashed before the format record was on disk. */
    private static boolean isEmpty(StoreHandles handles) {
        return handles.use(() -> handles.database.getLiveFilesMetaData().isEmpty());
    }

    private static Void write(StoreHandles handles) throws RocksDBException {
        handles.database.put(
                handles.system,
                handles.options.write,
                SystemRecords.FORMAT_KEY,
                SystemRecords.format(SystemRecords.FORMAT));
        handles.database.flush(handles.options.flushAndWait, handles.all());
        return null;
    }
}
