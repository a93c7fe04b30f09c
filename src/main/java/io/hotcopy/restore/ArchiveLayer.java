package io.hotcopy.restore;

import io.hotcopy.backupset.DataFile;
import io.hotcopy.backupset.ElementCheck;
import io.hotcopy.backupset.FileTrouble;
import io.hotcopy.backupset.SyncedFiles;
import io.hotcopy.progress.ProgressListener;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/** Lays the files of a full into a new archive directory, computing their checksums once more in passing. */
final class ArchiveLayer {

    private final SourceElement source;
    private final Path archive;

    ArchiveLayer(SourceElement source, Path archive) {
        this.source = source;
        this.archive = archive;
    }

    /** Creates the directories, and gives one job a file. Each file is synced when its job is done. */
    List<Workers.Job> jobs(ProgressListener progress) {
        createDirectories();
        ArchiveTask task = new ArchiveTask(
                source.task("restore"), source.bytes(), source.files().size(), progress);
        List<Workers.Job> jobs = new ArrayList<>();
        for (DataFile file : source.files()) {
            jobs.add(buffer -> {
                copy(file, buffer, task);
                task.fileDone();
            });
        }
        return jobs;
    }

    private void createDirectories() {
        try {
            SyncedFiles.createDirectory(archive);
            for (DataFile file : source.files()) {
                SyncedFiles.createDirectories(archive, file.in(archive).getParent());
            }
        } catch (IOException trouble) {
            throw FileTrouble.cannot("restore into", archive, trouble);
        }
    }

    private void copy(DataFile file, ByteBuffer buffer, ArchiveTask task) {
        CRC32C checksum = new CRC32C();
        long size = 0;
        try (FileChannel from = source.element().open(file);
                FileChannel to = SyncedFiles.createFile(file.in(archive))) {
            while (size <= file.size() && from.read(buffer.clear()) >= 0) {
                checksum.update(buffer.flip());
                buffer.rewind();
                size += buffer.limit();
                while (buffer.hasRemaining()) {
                    to.write(buffer);
                }
                task.advanced(buffer.limit());
            }
            to.force(true);
        } catch (IOException trouble) {
            throw FileTrouble.cannot("restore into", file.in(archive), trouble);
        }
        ElementCheck.compare(source.element(), file, size, (int) checksum.getValue())
                .ifPresent(damage -> {
                    throw damage;
                });
    }
}
