package io.hotcopy.embedded.journal;

import io.hotcopy.term.StorageGroupName;
import java.util.Optional;

/**
 * One changed record whose value may not have been copied.
 *
 * @param operation the change; when the value was left, without it
 * @param left where the value lies; empty when the operation has it, or is a tombstone
 */
public record PlacedOperation(Operation operation, Optional<Place> left) {

    /**
     * A value in a segment.
     *
     * @param offset its first byte in the segment's file
     * @param length its bytes
     * @param checksum their CRC-32C
     */
    public record Place(long offset, int length, int checksum) {}

    /** Which values are to be left where they lie. */
    @FunctionalInterface
    public interface Choice {
        /** @param length of the value, in bytes */
        boolean leaves(StorageGroupName group, byte[] key, int length);
    }
}
