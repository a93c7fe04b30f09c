package io.hotcopy.shell.screen;

import io.hotcopy.progress.ProgressEvent.TaskAdvanced;
import io.hotcopy.progress.ProgressEvent.TaskFinished;
import io.hotcopy.progress.ProgressEvent.TaskStarted;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/** The tasks of one job in the order in which they began. Its owner locks. */
final class TaskBook {
    private final LongSupplier nanoTime;
    private final Map<String, Long> began = new LinkedHashMap<>();
    private final Map<String, TaskProgress> tasks = new LinkedHashMap<>();

    TaskBook(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    void started(TaskStarted event) {
        began.put(event.task(), nanoTime.getAsLong());
        tasks.put(event.task(), new TaskProgress(event.task(), 0, event.totalBytes(), 0, false));
    }

    void advanced(TaskAdvanced event) {
        long now = nanoTime.getAsLong();
        long nanos = now - began.computeIfAbsent(event.task(), task -> now);
        tasks.put(event.task(), new TaskProgress(event.task(), event.doneBytes(), event.totalBytes(), nanos, false));
    }

    TaskProgress finished(TaskFinished event) {
        TaskProgress last = new TaskProgress(event.task(), event.bytes(), event.bytes(), event.nanos(), true);
        tasks.put(event.task(), last);
        began.remove(event.task());
        return last;
    }

    List<TaskProgress> all() {
        return List.copyOf(tasks.values());
    }

    List<TaskProgress> unfinished() {
        return tasks.values().stream().filter(task -> !task.finished()).toList();
    }

    /** What is to be seen begins afresh; a task that goes on keeps the time of its beginning, and so its rate. */
    void settle() {
        tasks.clear();
    }
}
