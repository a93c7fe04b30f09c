package io.hotcopy.backupset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.hotcopy.problem.HotCopyException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is deleted of a set, and when. */
class SetRemovalTest {

    @TempDir
    private Path scratch;

    private Path set;

    @BeforeEach
    void aSet() throws IOException {
        set = Files.createDirectory(scratch.resolve("set"));
        Files.writeString(set.resolve(SetLayout.SET_FILE), "identity");
        Files.createDirectories(set.resolve("full/data"));
        Files.writeString(set.resolve("full/data/0.sst"), "records");
    }

    @Test
    void aSetThatNobodyHasCondemnedIsLeftAsItIs() throws IOException {
        List<Path> before = tree();
        assertThrows(HotCopyException.class, () -> new SetRemoval(set).delete());
        assertEquals(before, tree());
        new SetRemoval(set).claim();
        List<Path> claimed = tree();
        assertThrows(HotCopyException.class, () -> new SetRemoval(set).delete());
        assertEquals(claimed, tree());
    }

    @Test
    void aCondemnedSetIsDeletedWithItsLock() {
        try (SetUse alone = SetUse.alone(set).orElseThrow()) {
            SetRemoval removal = new SetRemoval(set);
            removal.claim();
            removal.condemn();
            assertEquals(Optional.of(SetRemoval.Stage.EXPIRED), SetRemoval.stage(set));
            removal.delete();
        }
        assertFalse(Files.exists(set));
    }

    private List<Path> tree() throws IOException {
        try (Stream<Path> all = Files.walk(set)) {
            return all.sorted().toList();
        }
    }
}
