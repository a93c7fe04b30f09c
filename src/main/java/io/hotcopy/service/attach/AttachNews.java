package io.hotcopy.service.attach;

import io.hotcopy.progress.ProgressEvent;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What there is to tell of a job.
 *
 * @param events that have not arrived yet, by their numbers
 * @param end how it ended; empty while it works
 */
record AttachNews(SortedMap<Long, ProgressEvent> events, Optional<AttachEnd> end) {

    /** The number of the last event that has arrived when these have. */
    long last(long before) {
        return events.isEmpty() ? before : events.lastKey();
    }
}
