package io.hotcopy.embedded.store;

import io.hotcopy.backupset.FileTrouble;
import io.hotcopy.driver.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;

/** Pins the live files of an open database. */
final class LiveFiles {

    private LiveFiles() {}

    static PinnedFiles pin(StoreHandles handles) {
        return handles.use(() -> {
            handles.database.disableFileDeletions();
            try {
                return new PinnedFiles(list(handles), () -> unpin(handles));
            } catch (RocksDBException | RuntimeException trouble) {
                handles.database.enableFileDeletions();
                throw trouble;
            }
        });
    }

    /** RocksDB counts: files are deleted again when the last pin is gone. */
    private static void unpin(StoreHandles handles) {
        handles.useUnlessClosed(null, () -> {
            handles.database.enableFileDeletions();
            return null;
        });
    }

    private static List<SourceFile> list(StoreHandles handles) throws RocksDBException {
        RocksDB.LiveFiles live = handles.database.getLiveFiles(false);
        List<String> names = live.files.stream().map(LiveFiles::fileName).toList();
        String manifest = names.stream()
                .filter(name -> name.startsWith("MANIFEST-"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no MANIFEST among " + names));
        List<SourceFile> files = new ArrayList<>();
        for (String name : names) {
            Path path = handles.directory.resolve(name);
            String listed = handles.directory.getFileName() + "/" + name;
            if (name.equals("CURRENT")) {
                files.add(current(listed, manifest));
            } else {
                long length = name.equals(manifest) ? live.manifestFileSize : size(path);
                files.add(new PinnedFile.OnDisk(listed, length, path));
            }
        }
        return files;
    }

    /** The file on disk may name another MANIFEST by the time it is copied. */
    private static SourceFile current(String listed, String manifest) {
        return new PinnedFile.InMemory(listed, (manifest + "\n").getBytes(StandardCharsets.US_ASCII));
    }

    private static String fileName(String listed) {
        return listed.substring(listed.lastIndexOf('/') + 1);
    }

    private static long size(Path path) {
        try {
            return Files.size(path);
        } catch (IOException trouble) {
            throw FileTrouble.cannot("read the size of", path, trouble);
        }
    }
}
