package io.hotcopy.service.attach;

import io.hotcopy.progress.ProgressEvent;
import io.hotcopy.progress.ProgressEvent.Paced;
import io.hotcopy.progress.ProgressEvent.TaskAdvanced;
import io.hotcopy.progress.ProgressEvent.TaskCounted;
import io.hotcopy.progress.ProgressEvent.TaskFinished;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a job has told and nobody has fetched yet: of how far a task is, and of the pace, only the latest, and of all no
 * more than a caller needs that comes back. Used under its job's lock.
 */
final class AttachEvents {
    /** A caller that is there has far fewer waiting. */
    static final int LIMIT = 5_000;

    private final TreeMap<Long, ProgressEvent> waiting = new TreeMap<>();
    private final Map<String, Long> advanced = new HashMap<>();
    private Long paced;
    private long last;

    void add(ProgressEvent event) {
        last++;
        if (event instanceof TaskAdvanced task) {
            replace(advanced.put(task.task(), last));
        } else if (event instanceof TaskCounted task) {
            replace(advanced.put(task.task(), last));
        } else if (event instanceof Paced) {
            replace(paced);
            paced = last;
        } else if (event instanceof TaskFinished task) {
            replace(advanced.remove(task.task()));
        }
        waiting.put(last, event);
        if (waiting.size() > LIMIT) {
            waiting.pollFirstEntry();
        }
    }

    private void replace(Long older) {
        if (older != null) {
            waiting.remove(older);
        }
    }

    /** Those up to this number have arrived. */
    void arrived(long number) {
        waiting.headMap(number, true).clear();
    }

    /** By their numbers. */
    SortedMap<Long, ProgressEvent> waiting() {
        return new TreeMap<>(waiting);
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }
}
