package io.hotcopy.backupset;

import io.hotcopy.problem.HotCopyException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import java.util.zip.CRC32C;

/** Compares an element's data files with its manifest. Findings are exceptions that the caller throws or collects. */
public final class ElementCheck {

    private ElementCheck() {}

    /**
     * Whether the element's directory holds exactly the files of its manifest, as plain files of the right size.
     *
     * @return everything that is not so; empty when all is well
     * @throws HotCopyException when it cannot be looked at
     */
    public static List<DamagedSetException> present(SealedElement element) {
        Map<Path, Long> expected = element.files().stream()
                .collect(Collectors.toMap(element::path, DataFile::size, (one, other) -> one, TreeMap::new));
        Path manifest = element.directory().resolve(SetLayout.CONTROL).resolve(SetLayout.MANIFEST);
        List<DamagedSetException> findings = new ArrayList<>();
        try {
            Files.walkFileTree(element.directory(), new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (!file.equals(manifest)) {
                        compare(file, attributes, Optional.ofNullable(expected.remove(file)))
                                .ifPresent(findings::add);
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException trouble) {
            throw FileTrouble.cannot("read", element.directory(), trouble);
        }
        expected.forEach((file, size) -> findings.add(missing(file, size)));
        return findings;
    }

    /**
     * Reads one file and compares its CRC32C.
     *
     * @param buffer room to read into; its content is lost
     * @param advanced told the number of bytes after each read
     * @return what is wrong; empty when all is well
     * @throws HotCopyException when it cannot be read
     */
    public static Optional<DamagedSetException> checksum(
            SealedElement element, DataFile file, ByteBuffer buffer, LongConsumer advanced) {
        CRC32C checksum = new CRC32C();
        long size = 0;
        try (FileChannel channel = element.open(file)) {
            while (channel.read(buffer.clear()) >= 0) {
                checksum.update(buffer.flip());
                size += buffer.limit();
                advanced.accept(buffer.limit());
            }
        } catch (NoSuchFileException absent) {
            return Optional.of(missing(element.path(file), file.size()));
        } catch (IOException trouble) {
            throw FileTrouble.cannot("read", element.path(file), trouble);
        }
        return compare(element, file, size, (int) checksum.getValue());
    }

    /**
     * Compares what was read of a file with what its manifest says.
     *
     * @param size bytes read
     * @param crc32c CRC32C of them
     */
    public static Optional<DamagedSetException> compare(SealedElement element, DataFile file, long size, int crc32c) {
        if (size != file.size()) {
            return Optional.of(wrongSize(element.path(file), file.size(), size));
        }
        if (crc32c == file.crc32c()) {
            return Optional.empty();
        }
        return Optional.of(new DamagedSetException(element.path(file), hex(file.crc32c()), hex(crc32c)));
    }

    private static Optional<DamagedSetException> compare(
            Path file, BasicFileAttributes attributes, Optional<Long> expected) {
        if (!attributes.isRegularFile()) {
            return Optional.of(new DamagedSetException(file, "a plain file", "a link or another kind of file"));
        }
        Function<Long, Optional<DamagedSetException>> sized = size ->
                attributes.size() == size ? Optional.empty() : Optional.of(wrongSize(file, size, attributes.size()));
        return expected.map(sized).orElseGet(() -> Optional.of(extra(file)));
    }

    private static DamagedSetException wrongSize(Path file, long expected, long actual) {
        return new DamagedSetException(file, expected + " bytes", actual + " bytes");
    }

    private static DamagedSetException missing(Path file, long size) {
        return new DamagedSetException(file, size + " bytes", "no such file");
    }

    private static DamagedSetException extra(Path file) {
        return new DamagedSetException(
                file,
                "no file of this name",
                "one that the manifest does not list",
                "If you know where it comes from, move it out of the set.");
    }

    private static String hex(int crc32c) {
        return String.format("CRC32C %08x", crc32c);
    }
}
