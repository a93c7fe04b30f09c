package io.hotcopy.engine;

import io.hotcopy.backupset.ElementFileWriter;
import io.hotcopy.backupset.FileTrouble;
import io.hotcopy.driver.ProducedFile;
import io.hotcopy.problem.HotCopyException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Has the database write files of its own making, at the archive's rate. */
final class ProducedFiles {
    private final CopyTarget copies;
    private final Throttle throttle;
    private final Meter meter;

    ProducedFiles(CopyTarget copies, Throttle throttle, Meter meter) {
        this.copies = copies;
        this.throttle = throttle;
        this.meter = meter;
    }

    /** Tasks for so many threads that together have these files written. How long they get is known afterwards. */
    List<Workers.Task> tasks(List<ProducedFile> files, int threads) {
        Queue<ProducedFile> queue = new ConcurrentLinkedQueue<>(files);
        meter.begin(0);
        List<Workers.Task> tasks = new ArrayList<>();
        for (int thread = 0; thread < Math.min(threads, files.size()); thread++) {
            tasks.add(() -> writeFrom(queue));
        }
        return tasks;
    }

    private void writeFrom(Queue<ProducedFile> queue) throws InterruptedException {
        ProducedFile file = queue.poll();
        while (file != null) {
            write(file);
            file = queue.poll();
        }
    }

    private void write(ProducedFile file) throws InterruptedException {
        try (ElementFileWriter target = copies.create(file.name());
                PacedChannel channel = new PacedChannel(target, throttle, meter)) {
            file.writeTo(channel);
            target.finish();
            meter.synced();
        } catch (PacedChannel.CancelledException cancelled) {
            throw cancelled.interrupt();
        } catch (IOException trouble) {
            throw new HotCopyException(
                    "cannot produce file \"" + file.name() + "\": " + FileTrouble.reason(trouble), trouble);
        }
    }
}
