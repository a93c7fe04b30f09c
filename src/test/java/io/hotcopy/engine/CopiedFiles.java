package io.hotcopy.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotcopy.backupset.BackupSet;
import io.hotcopy.backupset.DataFile;
import io.hotcopy.backupset.ElementCheck;
import io.hotcopy.backupset.ElementFacts;
import io.hotcopy.backupset.SealedElement;
import io.hotcopy.driver.CommitRecord;
import io.hotcopy.driver.FileDatabase;
import io.hotcopy.term.StorageGroupName;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Judges copies of {@link FileDatabase} by what it committed. */
final class CopiedFiles {

    private CopiedFiles() {}

    /** The full of a set, which must be there, whole, and hold every commit of its groups through its cut. */
    static ElementFacts requireExact(FileDatabase database, Path directory) throws IOException {
        SealedElement full = requireWhole(directory);
        ElementFacts facts = full.facts();
        Map<Long, String> found = new TreeMap<>();
        for (DataFile file : full.files()) {
            found.putAll(CommitRecord.readAll(ByteBuffer.wrap(Files.readAllBytes(full.path(file)))));
        }
        found.keySet().removeIf(number -> number > facts.cut().value());
        assertEquals(committed(database, facts), found, "commits in " + directory + " through " + facts.cut());
        return facts;
    }

    /** The full of a set, which must be there with every file as its manifest says. */
    static SealedElement requireWhole(Path directory) {
        BackupSet set = BackupSet.open(directory);
        assertEquals(BackupSet.State.USABLE, set.state());
        SealedElement full = set.elements().get(0);
        assertEquals(List.of(), ElementCheck.present(full));
        ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
        for (DataFile file : full.files()) {
            assertEquals(Optional.empty(), ElementCheck.checksum(full, file, buffer, bytes -> {}));
        }
        return full;
    }

    /** A directory in which a hot copy was given up: no reader sees an element, and none is half-made. */
    static void requireNothingWhole(Path directory) {
        if (Files.exists(directory) && !BackupSet.isBarelyBegun(directory)) {
            BackupSet set = BackupSet.open(directory);
            assertEquals(BackupSet.State.HALF_MADE, set.state(), directory.toString());
            assertEquals(List.of(), set.elements());
            assertTrue(set.unpublished().isEmpty(), "left behind: " + set.unpublished());
        }
    }

    private static Map<Long, String> committed(FileDatabase database, ElementFacts facts) {
        Map<Long, String> expected = new TreeMap<>();
        for (CommitRecord commit : database.commits()) {
            SortedSet<StorageGroupName> touched = new TreeSet<>(commit.groups());
            touched.retainAll(facts.covers().keySet());
            if (commit.number() <= facts.cut().value() && !touched.isEmpty()) {
                expected.put(commit.number(), touched.toString());
            }
        }
        return expected;
    }
}
