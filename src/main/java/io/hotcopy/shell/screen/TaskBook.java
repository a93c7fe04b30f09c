package io.hotcopy.shell.screen;

import io.hotcopy.progress.ProgressEvent;
import io.hotcopy.progress.ProgressEvent.TaskAdvanced;
import io.hotcopy.progress.ProgressEvent.TaskCounted;
import io.hotcopy.progress.ProgressEvent.TaskFinished;
import io.hotcopy.progress.ProgressEvent.TaskStarted;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/** The tasks of one job in the order in which they began. Its owner locks. */
final class TaskBook {
    private final LongSupplier nanoTime;
    private final Map<String, Task> tasks = new LinkedHashMap<>();

    private static final class Task {
        private final long began;
        private final Optional<String> things;
        private final RecentRate rate = new RecentRate();
        private long done;
        private long total;
        private Optional<TaskFinished> end = Optional.empty();

        Task(long began, Optional<String> things) {
            this.began = began;
            this.things = things;
        }
    }

    TaskBook(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** Takes in what is about a task; tells whether it was. */
    boolean hear(ProgressEvent event) {
        if (event instanceof TaskStarted started) {
            tasks.remove(started.task());
            moved(started.task(), Optional.empty(), 0, started.totalBytes());
        } else if (event instanceof TaskAdvanced advanced) {
            moved(advanced.task(), Optional.empty(), advanced.doneBytes(), advanced.totalBytes());
        } else if (event instanceof TaskCounted counted) {
            moved(counted.task(), Optional.of(counted.things()), counted.done(), counted.total());
        } else if (event instanceof TaskFinished finished) {
            Task task = moved(finished.task(), Optional.empty(), finished.bytes(), finished.bytes());
            task.end = Optional.of(finished);
        } else {
            return false;
        }
        return true;
    }

    private Task moved(String name, Optional<String> things, long done, long total) {
        long now = nanoTime.getAsLong();
        Task task = tasks.computeIfAbsent(name, first -> new Task(now, things));
        task.done = done;
        task.total = total;
        task.rate.at(now, done);
        return task;
    }

    TaskProgress progress(String name) {
        Task task = tasks.get(name);
        long now = nanoTime.getAsLong();
        long nanos = task.end.map(TaskFinished::nanos).orElse(now - task.began);
        double rate = task.end
                .map(end -> nanos <= 0 ? 0 : end.bytes() * 1e9 / nanos)
                .orElseGet(() -> task.rate.perSecond(now));
        return new TaskProgress(name, task.done, task.total, task.things, nanos, rate, task.end.isPresent());
    }

    List<TaskProgress> all() {
        return tasks.keySet().stream().map(this::progress).toList();
    }

    List<TaskProgress> unfinished() {
        return all().stream().filter(task -> !task.finished()).toList();
    }

    /** A new stage begins: what is finished need not be seen any more. */
    void forgetFinished() {
        tasks.values().removeIf(task -> task.end.isPresent());
    }
}
