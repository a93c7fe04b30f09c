package io.hotcopy.embedded.changes;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;

/** The file of an incremental that keeps the running fingerprints at its cut. Stateless; any thread. */
public final class TableFingerprintsFile {

    /** The file's path within an element's data, with {@code /} as separator. */
    public static final String NAME = "changes/fingerprints";

    private TableFingerprintsFile() {}

    /**
     * Writes all of it; the channel is neither synced nor closed.
     *
     * @throws IOException what the target threw
     */
    public static void write(WritableByteChannel target, TableFingerprints fingerprints) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(TableFingerprintsYaml.encode(fingerprints));
        while (bytes.hasRemaining()) {
            target.write(bytes);
        }
    }

    /**
     * Reads a file.
     *
     * @throws io.hotcopy.embedded.store.DamagedArchiveException when its bytes are not those that were written
     * @throws io.hotcopy.problem.HotCopyException when it is not such a file, is of a later version, or cannot be read
     */
    public static TableFingerprints read(Path file) {
        return TableFingerprintsYaml.read(file);
    }
}
