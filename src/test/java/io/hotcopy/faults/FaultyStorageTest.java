package io.hotcopy.faults;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The faults must be real, or the tests built on them prove nothing. */
class FaultyStorageTest {

    private static final int SEEDS = 200;

    @TempDir
    Path directory;

    @Test
    void syncedFileInSyncedDirectorySurvivesEveryCrash() throws IOException {
        for (int seed = 0; seed < SEEDS; seed++) {
            FaultyStorage storage = storage(seed);
            write(storage.root().resolve("kept"), "kept", true);
            sync(storage.root());
            storage.crash();
            assertEquals("kept", Files.readString(storage.reopened().resolve("kept")), "seed " + seed);
        }
    }

    @Test
    void unsyncedBytesAreSometimesLostTornOrKept() throws IOException {
        Set<String> seen = new HashSet<>();
        for (int seed = 0; seed < SEEDS; seed++) {
            FaultyStorage storage = storage(seed);
            Path file = storage.root().resolve("file");
            write(file, "a".repeat(2048), true);
            sync(storage.root());
            write(file, "b".repeat(2048), false);
            storage.crash();
            seen.add(Files.readString(storage.reopened().resolve("file"))
                    .replaceAll("a+", "a")
                    .replaceAll("b+", "b"));
        }
        assertTrue(seen.contains("a") && seen.contains("b") && seen.size() > 3, seen.toString());
    }

    @Test
    void fileInUnsyncedDirectoryIsSometimesLostAlthoughItsBytesAreSynced() throws IOException {
        Set<Boolean> seen = new HashSet<>();
        for (int seed = 0; seed < SEEDS; seed++) {
            FaultyStorage storage = storage(seed);
            write(storage.root().resolve("file"), "x", true);
            storage.crash();
            seen.add(Files.exists(storage.reopened().resolve("file")));
        }
        assertEquals(Set.of(true, false), seen);
    }

    @Test
    void unsyncedRenameOverAFileLeavesTheOldOneOrTheNewOneWhole() throws IOException {
        Set<String> seen = new HashSet<>();
        for (int seed = 0; seed < SEEDS; seed++) {
            FaultyStorage storage = storage(seed);
            write(storage.root().resolve("file"), "old", true);
            write(storage.root().resolve("file.tmp"), "new", true);
            sync(storage.root());
            Files.move(
                    storage.root().resolve("file.tmp"),
                    storage.root().resolve("file"),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            storage.crash();
            seen.add(Files.readString(storage.reopened().resolve("file")));
        }
        assertEquals(Set.of("old", "new"), seen);
    }

    @Test
    void unsyncedDeletionIsSometimesTakenBackWithItsContent() throws IOException {
        Set<Boolean> seen = new HashSet<>();
        for (int seed = 0; seed < SEEDS; seed++) {
            FaultyStorage storage = storage(seed);
            write(storage.root().resolve("file"), "back", true);
            sync(storage.root());
            Files.delete(storage.root().resolve("file"));
            storage.crash();
            Path file = storage.reopened().resolve("file");
            seen.add(Files.exists(file) && Files.readString(file).equals("back"));
        }
        assertEquals(Set.of(true, false), seen);
    }

    @Test
    void nothingWorksAfterTheCrashThatWasAskedFor() throws IOException {
        FaultyStorage storage = storage(1).crashAt(1);

        assertThrows(IOException.class, () -> write(storage.root().resolve("file"), "x", true));

        assertTrue(storage.crashed());
        assertThrows(IOException.class, () -> Files.size(storage.root()));
        assertFalse(Files.exists(storage.reopened().resolve("file")));
    }

    @Test
    void fullDiskAndFailedWriteSayWhatTheOperatingSystemSays() throws IOException {
        FaultyStorage full = storage(1).room(3);
        IOException noSpace =
                assertThrows(IOException.class, () -> write(full.root().resolve("file"), "four", true));
        assertTrue(noSpace.getMessage().endsWith("No space left on device"), noSpace.getMessage());

        FaultyStorage failing = storage(2).failAt(2);
        IOException failed =
                assertThrows(IOException.class, () -> write(failing.root().resolve("file"), "four", true));
        assertTrue(failed.getMessage().endsWith("Input/output error"), failed.getMessage());
        write(failing.root().resolve("other"), "works again", true);
        assertArrayEquals(
                "works again".getBytes(), Files.readAllBytes(failing.reopened().resolve("other")));
    }

    @Test
    void lastWriteBeforeTheDiskIsFullIsShort() throws IOException {
        FaultyStorage full = storage(1).room(3);

        assertThrows(IOException.class, () -> write(full.root().resolve("file"), "four", true));

        assertEquals("fou", Files.readString(full.reopened().resolve("file")));
    }

    @Test
    void unsyncedDirectoryIsSometimesLostWithAllThatWasSyncedInIt() throws IOException {
        Set<Boolean> seen = new HashSet<>();
        for (int seed = 0; seed < SEEDS; seed++) {
            FaultyStorage storage = storage(seed);
            Path below = Files.createDirectory(storage.root().resolve("below"));
            write(below.resolve("file"), "x", true);
            sync(below);
            storage.crash();
            seen.add(Files.exists(storage.reopened().resolve("below")));
        }
        assertEquals(Set.of(true, false), seen);
    }

    @Test
    void syncOfTheNewPlaceKeepsARenamedDirectoryButNotTheUnsyncedNamesInIt() throws IOException {
        Set<Boolean> seen = new HashSet<>();
        for (int seed = 0; seed < SEEDS; seed++) {
            FaultyStorage storage = storage(seed);
            Path building = Files.createDirectory(storage.root().resolve("building"));
            write(building.resolve("file"), "x", true);
            Files.move(building, storage.root().resolve("done"));
            sync(storage.root());
            storage.crash();
            Path done = storage.reopened().resolve("done");
            assertTrue(Files.isDirectory(done), "seed " + seed);
            seen.add(Files.exists(done.resolve("file")));
        }
        assertEquals(Set.of(true, false), seen);
    }

    @Test
    void ignoredSyncIsReportedAndDoesNothing() throws IOException {
        Set<Boolean> seen = new HashSet<>();
        for (int seed = 0; seed < SEEDS; seed++) {
            FaultyStorage storage = storage(seed).ignoreSyncs(path -> path.endsWith("file"));
            write(storage.root().resolve("file"), "x", true);
            sync(storage.root());
            storage.crash();
            seen.add(Files.size(storage.reopened().resolve("file")) == 1);
        }
        assertEquals(Set.of(true, false), seen);
    }

    private FaultyStorage storage(int seed) throws IOException {
        return new FaultyStorage(Files.createTempDirectory(directory, "disk"), seed);
    }

    private static void write(Path file, String text, boolean sync) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes());
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            if (sync) {
                channel.force(true);
            }
        }
    }

    private static void sync(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
