package io.hotcopy.engine;

import io.hotcopy.backupset.ElementFileWriter;
import io.hotcopy.backupset.FileTrouble;
import io.hotcopy.driver.SourceFile;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.term.ArchiveId;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Copies files of one archive to where it goes: every byte once, through one buffer a thread, at the archive's rate.
 */
final class FileCopier {
    private static final int BUFFER_BYTES = 1 << 20;

    private final ArchiveId archive;
    private final CopyTarget copies;
    private final Throttle throttle;
    private final Meter meter;

    FileCopier(ArchiveId archive, CopyTarget copies, Throttle throttle, Meter meter) {
        this.archive = archive;
        this.copies = copies;
        this.throttle = throttle;
        this.meter = meter;
    }

    /** Tasks for so many threads that together copy these files, the largest first, so that all end at about once. */
    List<Workers.Task> tasks(List<SourceFile> files, int threads) {
        Queue<SourceFile> queue = new ConcurrentLinkedQueue<>(files.stream()
                .sorted(Comparator.comparingLong(SourceFile::length).reversed())
                .toList());
        meter.begin(files.stream().mapToLong(SourceFile::length).sum());
        List<Workers.Task> tasks = new ArrayList<>();
        for (int thread = 0; thread < Math.min(threads, files.size()); thread++) {
            tasks.add(() -> copyFrom(queue));
        }
        return tasks;
    }

    private void copyFrom(Queue<SourceFile> queue) throws InterruptedException {
        ByteBuffer buffer = ElementFileWriter.buffer(BUFFER_BYTES);
        SourceFile file = queue.poll();
        while (file != null) {
            copy(file, buffer);
            file = queue.poll();
        }
    }

    private void copy(SourceFile file, ByteBuffer buffer) throws InterruptedException {
        try (ReadableByteChannel source = file.open();
                ElementFileWriter target = copies.create(file.name())) {
            long left = file.length();
            while (left > 0) {
                buffer.clear().limit((int) Math.min(left, piece()));
                throttle.take(buffer.limit());
                fill(buffer, source, file);
                left -= buffer.limit();
                target.write(buffer.flip());
                meter.moved(buffer.limit());
            }
            target.finish();
            meter.synced();
        } catch (IOException trouble) {
            throw unreadable(file, FileTrouble.reason(trouble), trouble);
        }
    }

    /** Whole blocks, if the rate is not slower than that. */
    private int piece() {
        int piece = throttle.piece(BUFFER_BYTES);
        return piece < ElementFileWriter.BLOCK ? piece : piece - piece % ElementFileWriter.BLOCK;
    }

    private void fill(ByteBuffer buffer, ReadableByteChannel source, SourceFile file) throws IOException {
        while (buffer.hasRemaining()) {
            if (source.read(buffer) < 0) {
                throw unreadable(file, "it ended before its " + file.length() + " bytes", null);
            }
        }
    }

    private HotCopyException unreadable(SourceFile file, String reason, IOException cause) {
        return new HotCopyException(
                "cannot read file \"" + file.name() + "\" of archive " + archive + ": " + reason,
                cause,
                "Look at the disk of that archive; nothing in it was changed.");
    }
}
