package io.hotcopy.embedded.changes;

import io.hotcopy.backupset.FileTrouble;
import io.hotcopy.embedded.journal.PlacedOperation.Place;
import io.hotcopy.embedded.store.DamagedArchiveException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;

/** Reads values where they have been left, each compared with its checksum. Used by one thread. */
final class LeftReader implements AutoCloseable {

    private static final int MOST_OPEN = 128;

    private final List<Path> files;
    private final Map<Integer, FileChannel> open = new LinkedHashMap<>(MOST_OPEN, 0.75f, true);
    private ByteBuffer buffer = ByteBuffer.allocateDirect(0);

    LeftReader(List<Path> files) {
        this.files = files;
    }

    /**
     * Reads a value.
     *
     * @throws DamagedArchiveException when it is not what it was when it was left
     * @throws io.hotcopy.problem.HotCopyException when it cannot be read
     */
    byte[] read(int file, Place place) {
        ByteBuffer bytes = room(place.length());
        try {
            FileChannel channel = channel(file);
            while (bytes.hasRemaining()) {
                if (channel.read(bytes, place.offset() + bytes.position()) < 0) {
                    throw changed(file, place);
                }
            }
        } catch (IOException trouble) {
            throw FileTrouble.cannot("read", files.get(file), trouble);
        }
        CRC32C checksum = new CRC32C();
        checksum.update(bytes.flip());
        if ((int) checksum.getValue() != place.checksum()) {
            throw changed(file, place);
        }
        byte[] value = new byte[place.length()];
        bytes.rewind().get(value);
        return value;
    }

    private ByteBuffer room(int length) {
        if (buffer.capacity() < length) {
            buffer = ByteBuffer.allocateDirect(Math.max(length, ChangeFormat.USUAL_BLOCK));
        }
        return buffer.clear().limit(length);
    }

    private FileChannel channel(int file) throws IOException {
        FileChannel known = open.get(file);
        if (known != null) {
            return known;
        }
        if (open.size() == MOST_OPEN) {
            int longestUnused = open.keySet().iterator().next();
            open.remove(longestUnused).close();
        }
        FileChannel opened = FileChannel.open(files.get(file), StandardOpenOption.READ);
        open.put(file, opened);
        return opened;
    }

    private DamagedArchiveException changed(int file, Place place) {
        return new DamagedArchiveException("\"" + files.get(file) + "\" is damaged at offset " + place.offset()
                + ": it does not hold the value any more that was read there before");
    }

    /** A second call does nothing. */
    @Override
    public void close() {
        for (Map.Entry<Integer, FileChannel> each : open.entrySet()) {
            try {
                each.getValue().close();
            } catch (IOException trouble) {
                throw FileTrouble.cannot("close", files.get(each.getKey()), trouble);
            }
        }
        open.clear();
    }
}
