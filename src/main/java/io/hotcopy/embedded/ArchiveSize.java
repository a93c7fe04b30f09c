package io.hotcopy.embedded;

import io.hotcopy.term.ByteSize;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What a full would copy of an archive: its records, and its journal as far as that is written. Not counted is what
 * stays where it is: preallocated segments, sync segments, scratch files, RocksDB's own log.
 */
final class ArchiveSize {

    private ArchiveSize() {}

    /** @param journal what is known of an open journal; else all segments on disk count */
    static ByteSize of(Path archive, Optional<ByteSize> journal) {
        long records = bytes(ArchiveLayout.rocks(archive), ArchiveSize::isCopied);
        long commits = journal.map(ByteSize::bytes)
                .orElseGet(() -> bytes(ArchiveLayout.journal(archive), name -> name.endsWith(".seg")));
        return new ByteSize(records + commits);
    }

    private static boolean isCopied(String name) {
        return name.endsWith(".sst")
                || name.startsWith("MANIFEST-")
                || name.startsWith("OPTIONS-")
                || name.equals("CURRENT");
    }

    private static long bytes(Path directory, Predicate<String> counted) {
        long bytes = 0;
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
            for (Path file : files) {
                bytes += counted.test(file.getFileName().toString()) ? bytes(file) : 0;
            }
            return bytes;
        } catch (NoSuchFileException nothingYet) {
            return 0;
        } catch (DirectoryIteratorException trouble) {
            throw unreadable(directory, trouble.getCause());
        } catch (IOException trouble) {
            throw unreadable(directory, trouble);
        }
    }

    /** Files come and go while they are counted. */
    private static long bytes(Path file) throws IOException {
        try {
            return Files.size(file);
        } catch (NoSuchFileException gone) {
            return 0;
        }
    }

    private static UncheckedIOException unreadable(Path directory, IOException trouble) {
        return new UncheckedIOException("cannot look into \"" + directory + "\"", trouble);
    }
}
