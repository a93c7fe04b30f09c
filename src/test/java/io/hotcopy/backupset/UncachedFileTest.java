package io.hotcopy.backupset;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.hotcopy.faults.FaultyStorage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever the pieces, and whether they are fit to go past the page cache or not, the file holds them in order. */
class UncachedFileTest {
    private static final int BLOCK = UncachedFile.BLOCK;

    @TempDir
    private Path directory;

    @Test
    void wholeBlocksAndATail() throws IOException {
        assertArrayEquals(content(1, 300_001), written(content(1, 300_001), 300_001));
    }

    @Test
    void smallFileAndEmptyFile() throws IOException {
        assertArrayEquals(content(2, 77), written(content(2, 77), 77));
        assertArrayEquals(new byte[0], written(new byte[0], 1));
    }

    @Test
    void piecesOfAnyLengthAlsoBetweenWholeBlocks() throws IOException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 20; round++) {
            byte[] content = content(seed + round, 1_000_000);
            int[] lengths =
                    random.ints(100, 0, 20).map(UncachedFileTest::length).toArray();
            assertArrayEquals(content, written(content, lengths), "seed " + seed + ", round " + round);
        }
    }

    @Test
    void buffersOnTheHeapAndOnesThatBeginBesideABlock() throws IOException {
        byte[] content = content(3, 400_000);
        Path path = directory.resolve("heap");
        try (UncachedFile file = UncachedFile.create(path)) {
            file.write(ByteBuffer.wrap(content, 0, 20 * BLOCK));
            ByteBuffer beside = UncachedFile.buffer(30 * BLOCK).position(1);
            beside.put(content, 20 * BLOCK, 20 * BLOCK).flip().position(1);
            file.write(beside);
            ByteBuffer aligned = UncachedFile.buffer(content.length - 40 * BLOCK);
            file.write(aligned.put(content, 40 * BLOCK, content.length - 40 * BLOCK)
                    .flip());
            file.sync();
        }
        assertArrayEquals(content, Files.readAllBytes(path));
    }

    @Test
    void goesThroughTheCacheWhereTheFileSystemDoesNotTellItsBlocks() throws IOException {
        Path root = new FaultyStorage(directory, 1).unknown().root();
        assertThrows(IOException.class, () -> Files.getFileStore(root));
        assertArrayEquals(content(4, 300_001), written(root, content(4, 300_001), 300_001));
    }

    /** Some are whole blocks, enough of them to go past the cache; some are not. */
    private static int length(int random) {
        return random < 10 ? (16 + random) * BLOCK : random < 15 ? random * BLOCK : random * 1_001;
    }

    /** What a file holds to which the content was written in pieces of these lengths, again from the first on. */
    private byte[] written(byte[] content, int... lengths) throws IOException {
        return written(Files.createTempDirectory(directory, "round"), content, lengths);
    }

    private static byte[] written(Path in, byte[] content, int... lengths) throws IOException {
        Path path = in.resolve("file");
        ByteBuffer buffer = UncachedFile.buffer(1 << 20);
        try (UncachedFile file = UncachedFile.create(path)) {
            int done = 0;
            for (int piece = 0; done < content.length; piece++) {
                int length = Math.min(lengths[piece % lengths.length], content.length - done);
                file.write(buffer.clear().put(content, done, length).flip());
                done += length;
            }
            file.sync();
        }
        return Files.readAllBytes(path);
    }

    private static byte[] content(long seed, int length) {
        byte[] content = new byte[length];
        new Random(seed).nextBytes(content);
        return content;
    }
}
