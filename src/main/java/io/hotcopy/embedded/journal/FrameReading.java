package io.hotcopy.embedded.journal;

import java.nio.ByteBuffer;
import java.time.Instant;

/** What a reader makes of a frame whose checksum is right. */
@FunctionalInterface
interface FrameReading {

    /**
     * @param start where the frame begins in its segment
     * @param content the frame, at what stands behind its type; valid during this call
     */
    Frame read(int type, Instant time, long start, ByteBuffer content);

    /** Everything is decoded. */
    static FrameReading whole() {
        return (type, time, start, content) -> FrameDecoder.decode(type, time, content);
    }

    /** Everything is decoded but what commits did. */
    static FrameReading outline() {
        return (type, time, start, content) -> type == FrameFormat.TYPE_COMMIT
                ? FrameDecoder.outline(time, content)
                : FrameDecoder.decode(type, time, content);
    }
}
