package io.hotcopy.embedded;

import io.hotcopy.driver.JournalQuota;
import io.hotcopy.term.ByteSize;

/**
 * How much memory and disk the embedded databases of one process may take.
 *
 * @param journalSegment length of a journal's segments, a multiple of 4096 bytes
 * @param journalQuota bytes a journal's segments may take before the oldest lease is dropped; for each archive
 * @param writeBuffers memory for records that are not in files yet; for all archives together
 * @param blockCache memory for what was read from files; for all archives together
 */
public record EmbeddedSettings(
        ByteSize journalSegment, ByteSize journalQuota, ByteSize writeBuffers, ByteSize blockCache) {

    /** Segments of 16 MiB, a quota of 1 GiB, 128 MB of write buffers and 64 MB of cache. */
    public static final EmbeddedSettings DEFAULT = new EmbeddedSettings(
            new ByteSize(16 << 20), JournalQuota.BYTES, ByteSize.ofMegabytes(128), ByteSize.ofMegabytes(64));
}
