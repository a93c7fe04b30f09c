package io.hotcopy.embedded.journal;

import io.hotcopy.embedded.journal.PlacedOperation.Place;
import io.hotcopy.term.StorageGroupName;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * Decodes everything but long values, of which it notes the place. The operations of the frame read last are kept
 * beside it. Used by one thread.
 */
final class PlacedReading implements FrameReading {

    private final PlacedOperation.Choice choice;
    private final CRC32C checksum = new CRC32C();
    private List<PlacedOperation> operations = List.of();

    PlacedReading(PlacedOperation.Choice choice) {
        this.choice = choice;
    }

    /** What the commit read last did; empty after another frame. */
    List<PlacedOperation> operations() {
        return operations;
    }

    @Override
    public Frame read(int type, Instant time, long start, ByteBuffer content) {
        operations = List.of();
        if (type != FrameFormat.TYPE_COMMIT) {
            return FrameDecoder.decode(type, time, content);
        }
        FrameDecoder.Head head = FrameDecoder.head(content);
        operations = FrameDecoder.operations(
                content, head.groups(), (group, key, length, at) -> operation(start, group, key, length, at));
        return head.with(time, List.of());
    }

    private PlacedOperation operation(long start, StorageGroupName group, byte[] key, int length, ByteBuffer content) {
        if (length == FrameFormat.TOMBSTONE || !choice.leaves(group, key, length)) {
            return new PlacedOperation(FrameDecoder.operation(group, key, length, content), Optional.empty());
        }
        return new PlacedOperation(new Operation(group, key, null), Optional.of(place(start, content, length)));
    }

    private Place place(long start, ByteBuffer content, int length) {
        int at = content.position();
        checksum.reset();
        checksum.update(content.slice(at, length));
        content.position(at + length);
        return new Place(start + at, length, (int) checksum.getValue());
    }
}
