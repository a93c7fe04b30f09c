package io.hotcopy.embedded.journal;

import io.hotcopy.term.CommitNumber;

/**
 * A frame as read, and where it stands.
 *
 * @param segment number of the segment it lies in
 * @param offset its first byte in that segment
 * @param lsn log sequence number: rises by one from frame to frame of a journal
 * @param stable the stable number known when it was written
 * @param frame the frame
 */
public record JournalEntry(long segment, long offset, long lsn, CommitNumber stable, Frame frame) {}
