package io.hotcopy.embedded.store;

import io.hotcopy.problem.HotCopyException;
import java.nio.file.Path;
import org.rocksdb.RocksDBException;
import org.rocksdb.Status;

/** Turns RocksDB's trouble into ours, keeping damage apart from what may pass. */
final class StoreErrors {

    private StoreErrors() {}

    static HotCopyException of(Path directory, RocksDBException cause) {
        Status status = cause.getStatus();
        if (status != null && status.getCode() == Status.Code.Corruption) {
            return damaged(directory, cause);
        }
        if (status != null && status.getSubCode() == Status.SubCode.NoSpace) {
            return new HotCopyException(
                    "no space left for the archive in \"" + directory + "\"",
                    cause,
                    "Free space on its file system and start again: the journal brings back what was not written.");
        }
        return new HotCopyException("cannot use the archive in \"" + directory + "\": " + text(cause), cause);
    }

    private static DamagedArchiveException damaged(Path directory, RocksDBException cause) {
        return new DamagedArchiveException(
                "the archive in \"" + directory + "\" is damaged: " + text(cause),
                cause,
                "Restore it from a backup set, or declare it lost when others serve its storage groups.");
    }

    private static String text(RocksDBException cause) {
        return cause.getMessage() == null ? String.valueOf(cause.getStatus()) : cause.getMessage();
    }
}
