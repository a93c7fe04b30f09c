package io.hotcopy.backupset;

import java.nio.file.Path;

/**
 * One file of an element's {@code data} directory, as its manifest knows it.
 *
 * @param name path relative to {@code data}, with {@code /} as separator; checked by {@link RelativeName}
 * @param size its length in bytes
 * @param crc32c CRC32C of its bytes
 */
public record DataFile(String name, long size, int crc32c) {

    public DataFile {
        RelativeName.require(name);
        if (size < 0) {
            throw new IllegalArgumentException("size of \"" + name + "\" must not be negative: " + size);
        }
    }

    /** Where it lies when its element's files are below this directory; never outside it. */
    public Path in(Path directory) {
        return RelativeName.resolve(directory, name);
    }
}
