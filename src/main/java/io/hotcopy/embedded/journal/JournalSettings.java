package io.hotcopy.embedded.journal;

/**
 * How large a journal's files may be.
 *
 * @param segmentBytes length of a segment, a multiple of 4096 and at least 8192; only a frame that does not fit gets a
 *     segment of its own size
 * @param quotaBytes how many bytes the segments may take before the oldest lease is dropped
 */
public record JournalSettings(long segmentBytes, long quotaBytes) {

    /** Segments of 16 MiB, quota of 1 GiB. */
    public static final JournalSettings DEFAULT = new JournalSettings(16L << 20, 1L << 30);

    public JournalSettings {
        if (segmentBytes < 8192 || segmentBytes % 4096 != 0) {
            throw new IllegalArgumentException("segments of " + segmentBytes + " bytes");
        }
        if (quotaBytes <= 0) {
            throw new IllegalArgumentException("quota of " + quotaBytes + " bytes");
        }
    }
}
