package io.hotcopy.embedded.journal;

import java.time.Instant;

/**
 * What a journal holds. Log sequence number and stable number are not part of it: the writer stamps them, and a
 * {@link JournalEntry} tells them.
 */
public sealed interface Frame permits CommitFrame, MarkFrame, ViewFrame {

    /** The wall clock as read when the frame was made, in whole microseconds; not monotone. */
    Instant time();
}
