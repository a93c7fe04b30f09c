package io.hotcopy.embedded.store;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotcopy.term.ByteSize;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.StorageGroupName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreMemoryTest {

    private static final StorageGroupName SG1 = new StorageGroupName("SG1");

    @TempDir
    private Path directory;

    /** Left to RocksDB, the idle store would keep its memory, and the busy one flush small files. */
    @Test
    void anIdleStoreDoesNotStarveABusyOne() throws IOException {
        try (StoreMemory memory = new StoreMemory(ByteSize.ofMegabytes(16), ByteSize.ofMegabytes(1));
                ArchiveStore idle = open("idle", memory);
                ArchiveStore busy = open("busy", memory)) {
            long commit = 0;
            while (idle.unflushedBytes() < 10_000_000) {
                idle.apply(batch(++commit));
            }
            for (int count = 0; count < 30_000; count++) {
                busy.apply(batch(++commit));
                assertTrue(idle.unflushedBytes() + busy.unflushedBytes() < 16_000_000, "after " + count);
            }
            assertTrue(idle.unflushedBytes() < 5_000_000, "the idle store still holds " + idle.unflushedBytes());
            long files = tables("busy");
            assertTrue(files < 20, "the busy store wrote " + files + " files for 30 MB");
        }
    }

    private ArchiveStore open(String name, StoreMemory memory) {
        return ArchiveStore.open(directory.resolve(name), new TreeSet<>(List.of(SG1)), memory);
    }

    private long tables(String name) throws IOException {
        try (Stream<Path> files = Files.list(directory.resolve(name))) {
            return files.filter(file -> file.toString().endsWith(".sst")).count();
        }
    }

    private static StoreBatch batch(long commit) {
        return new StoreBatch()
                .put(SG1, TableKeys.key(1, Long.toString(commit).getBytes()), new byte[1_000])
                .applied(new CommitNumber(commit));
    }
}
