package io.hotcopy.embedded.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotcopy.embedded.journal.View;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.ElementId;
import io.hotcopy.term.Lineage;
import io.hotcopy.term.SetId;
import io.hotcopy.term.StorageGroupName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateFileTest {

    private static final ArchiveId ZERO = new ArchiveId(0);
    private static final Instant TIME = Instant.parse("2026-11-22T20:30:00.123456Z");

    @TempDir
    private Path directory;

    @Test
    void keepsEveryFieldOverAReopening() {
        StateFile file = StateFile.create(directory, state());
        file.change(before -> before.withReservedThrough(new CommitNumber(200_000)));
        DatabaseState kept = file.state();
        assertEquals(kept, StateFile.open(directory).orElseThrow().state());
        assertEquals(new CommitNumber(200_000), kept.reservedThrough());
        assertTrue(StateFile.open(directory.resolve("elsewhere")).isEmpty());
    }

    @Test
    void keepsTheOldStateWhenTheNewOneCannotBeWritten() throws IOException {
        StateFile file = StateFile.create(directory, state());
        DatabaseState before = file.state();
        Files.createDirectories(directory.resolve("state.yaml.tmp").resolve("in the way"));
        assertThrows(
                HotCopyException.class,
                () -> file.change(state -> state.withReservedThrough(new CommitNumber(200_000))));
        assertEquals(before, file.state());
        assertEquals(before, StateFile.open(directory).orElseThrow().state());
    }

    @Test
    void noticesEveryChangedByte() throws IOException {
        StateFile.create(directory, state());
        Path file = directory.resolve("state.yaml");
        byte[] written = Files.readAllBytes(file);
        for (int index = 0; index < written.length; index++) {
            byte[] spoiled = written.clone();
            spoiled[index] ^= 1;
            Files.write(file, spoiled);
            int at = index;
            HotCopyException damaged =
                    assertThrows(HotCopyException.class, () -> StateFile.open(directory), () -> "byte " + at);
            assertTrue(damaged.getMessage().contains(file.toString()), damaged.getMessage());
        }
    }

    @Test
    void givesOutNoNumberBeforeItIsReserved() {
        StateFile file = StateFile.create(directory, state());
        ReservedNumbers numbers = new ReservedNumbers(file);
        assertEquals(100_001, numbers.next());
        assertEquals(new CommitNumber(200_000), file.state().reservedThrough());
        // What a crash leaves: the next life begins after all that may have been given out.
        assertEquals(200_001, new ReservedNumbers(StateFile.open(directory).orElseThrow()).next());
    }

    @Test
    void continuesWithoutAHoleAfterWhatIsLeftWasGivenBack() {
        ReservedNumbers numbers = new ReservedNumbers(StateFile.create(directory, state()));
        numbers.next();
        numbers.next();
        numbers.giveBack();
        assertEquals(100_003, new ReservedNumbers(StateFile.open(directory).orElseThrow()).next());
    }

    private static DatabaseState state() {
        KnownArchive archive = new KnownArchive(
                ZERO,
                new UUID(3, 3),
                new TreeSet<>(List.of(new StorageGroupName("SG1"), StorageGroupName.UNPARTITIONED)),
                Optional.of(new SetId(new UUID(4, 4))),
                Optional.of(new CompleteSet(new SetId(new UUID(5, 5)), new CommitNumber(41))),
                Optional.of("SYNC at commit 40"),
                Optional.of(new ChainEnd(
                        new SetId(new UUID(4, 4)), new ElementId(new UUID(7, 7)), true, new CommitNumber(42))),
                Optional.of("it was given storage group SG3"),
                true);
        KnownArchive uncopied =
                KnownArchive.uncopied(new ArchiveId(1), new UUID(6, 6), new TreeSet<>(archive.serves()));
        TreeMap<ArchiveId, KnownArchive> archives = new TreeMap<>();
        archives.put(ZERO, archive);
        archives.put(uncopied.id(), uncopied);
        return new DatabaseState(
                new UUID(1, 1),
                new Lineage(new UUID(2, 2), Optional.of(new UUID(2, 1)), new CommitNumber(7)),
                true,
                new CommitNumber(100_000),
                new CommitNumber(8),
                archives,
                List.of(
                        new View(1, new UUID(7, 1), new TreeSet<>(archives.keySet()), new CommitNumber(7), TIME),
                        new View(2, new UUID(7, 2), new TreeSet<>(List.of(ZERO)), View.NOTHING_VOID, TIME)));
    }
}
