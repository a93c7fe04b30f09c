package io.hotcopy.catalog;

import io.hotcopy.backupset.FileTrouble;
import io.hotcopy.backupset.SyncedFiles;
import io.hotcopy.problem.HotCopyException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;

/**
 * One file of the index: a line that says what it is, in which version, and the CRC32C of all that follows; then the
 * content. That line keeps its form in every version.
 *
 * <pre>
 * hotcopy-catalog 1 9ae0daaf
 * {"location":"/backups/...", ...}
 * </pre>
 */
final class IndexFile {

    /** Rises when a reader of the version before would misread the content. */
    static final int VERSION = 1;

    /** An entry of a set with a hundred thousand elements; more is nothing of ours. */
    private static final long LARGEST = 64L * 1024 * 1024;

    private static final String MAGIC = "hotcopy-catalog ";
    private static final Pattern HEAD = Pattern.compile("hotcopy-catalog ([1-9][0-9]{0,8}) ([0-9a-f]{8})\n");

    private IndexFile() {}

    /** The file is not what was written. */
    static final class DamagedException extends HotCopyException {
        private static final long serialVersionUID = 1;

        DamagedException(Path file, String expected, String actual) {
            super("damaged catalog entry: \"" + file + "\": expected " + expected + ", found " + actual);
        }
    }

    /** The file was written by a newer program. */
    static final class TooNewException extends HotCopyException {
        private static final long serialVersionUID = 1;

        TooNewException(Path file, String found) {
            super(
                    "catalog entry is too new: \"" + file + "\": expected format version " + VERSION
                            + " or lower, found version " + found,
                    "Use the version of hotcopy that wrote it, or a newer one.");
        }
    }

    /**
     * Reads a file.
     *
     * @return its content; empty when there is no such file
     * @throws DamagedException when it is not as it was written
     * @throws TooNewException when a newer program wrote it
     * @throws HotCopyException when it cannot be read
     */
    static Optional<String> read(Path file) {
        try {
            if (Files.size(file) > LARGEST) {
                throw new DamagedException(file, "at most " + LARGEST + " bytes", Files.size(file) + " bytes");
            }
            return Optional.of(open(file, Files.readAllBytes(file)));
        } catch (NoSuchFileException absent) {
            return Optional.empty();
        } catch (IOException trouble) {
            throw FileTrouble.cannot("read", file, trouble);
        }
    }

    private static String open(Path file, byte[] bytes) {
        String latin = new String(bytes, StandardCharsets.ISO_8859_1);
        Matcher head = HEAD.matcher(latin);
        if (!head.lookingAt()) {
            throw new DamagedException(file, "\"" + MAGIC.strip() + "\" in its first line", "another text");
        }
        int begin = head.end();
        String sum = checksum(head.group(1), bytes, begin);
        if (!sum.equals(head.group(2))) {
            throw new DamagedException(file, "CRC32C " + head.group(2), "CRC32C " + sum);
        }
        if (Integer.parseInt(head.group(1)) > VERSION) {
            throw new TooNewException(file, head.group(1));
        }
        int lineFeed = bytes.length > begin ? 1 : 0;
        return new String(bytes, begin, bytes.length - begin - lineFeed, StandardCharsets.UTF_8);
    }

    /**
     * Writes a file beside the name and renames it into place: it is there as a whole or not at all, and stays after a
     * crash. The caller keeps others from writing the same file meanwhile.
     */
    static void publish(Path file, String content) {
        Path unpublished = file.resolveSibling(file.getFileName() + ".tmp");
        byte[] whole = whole(VERSION, content).getBytes(StandardCharsets.UTF_8);
        try {
            Files.deleteIfExists(unpublished);
            SyncedFiles.writeFile(unpublished, whole);
            SyncedFiles.rename(unpublished, file);
        } catch (IOException trouble) {
            throw FileTrouble.cannot("write", file, trouble);
        }
    }

    static String whole(int version, String content) {
        String body = content + "\n";
        String number = Integer.toString(version);
        return MAGIC + number + " " + checksum(number, body.getBytes(StandardCharsets.UTF_8), 0) + "\n" + body;
    }

    /** The version is in the sum: a flipped digit of it must not make an entry too new. */
    private static String checksum(String version, byte[] bytes, int begin) {
        CRC32C crc = new CRC32C();
        crc.update(version.getBytes(StandardCharsets.US_ASCII));
        crc.update(bytes, begin, bytes.length - begin);
        return HexFormat.of().toHexDigits((int) crc.getValue());
    }
}
