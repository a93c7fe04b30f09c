package io.hotcopy.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotcopy.backupset.BackupSet;
import io.hotcopy.backupset.DataFile;
import io.hotcopy.backupset.ElementCheck;
import io.hotcopy.backupset.ElementFacts;
import io.hotcopy.backupset.SealedElement;
import io.hotcopy.driver.CommitRecord;
import io.hotcopy.driver.FileDatabase;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.CommitRange;
import io.hotcopy.term.StorageGroupName;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
        assertEquals(
                committed(database, facts.covers().keySet(), facts.cut()),
                found,
                "commits in " + directory + " through " + facts.cut());
        return facts;
    }

    /** An incremental or journal element, which must be whole and hold every commit of its groups in its range. */
    static ElementFacts requireExactElement(FileDatabase database, Path directory, String name) throws IOException {
        SealedElement element = BackupSet.open(directory).elements().stream()
                .filter(candidate -> candidate.facts().directory().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no element " + name + " in " + directory));
        requireWhole(element);
        ElementFacts facts = element.facts();
        CommitRange range = new CommitRange(facts.pinPoint(), facts.cut());
        Map<Long, String> found = new TreeMap<>();
        for (DataFile file : element.files()) {
            found.putAll(CommitRecord.readAll(ByteBuffer.wrap(Files.readAllBytes(element.path(file)))));
        }
        found.keySet().removeIf(number -> !range.contains(new CommitNumber(number)));
        Map<Long, String> expected = committed(database, facts.covers().keySet(), facts.cut());
        expected.keySet().removeIf(number -> !range.contains(new CommitNumber(number)));
        assertEquals(expected, found, "commits in " + name + " of " + directory);
        facts.covers().forEach((group, cover) -> assertEquals(range, cover, "cover of " + group));
        return facts;
    }

    /** The archive that a simple hot copy made: every commit of its groups through the cut, and no other. */
    static void requireExactArchive(FileDatabase database, Path archive, Set<StorageGroupName> groups, CommitNumber cut)
            throws IOException {
        byte[] bytes = Files.readAllBytes(archive.resolve(FileDatabase.ARCHIVE_FILE));
        assertEquals(committed(database, groups, cut), CommitRecord.readAll(ByteBuffer.wrap(bytes)));
        assertFalse(Files.exists(archive.resolveSibling(archive.getFileName() + ".incomplete")));
    }

    /** The full of a set, which must be there with every file as its manifest says. */
    static SealedElement requireWhole(Path directory) {
        BackupSet set = BackupSet.open(directory);
        assertEquals(BackupSet.State.USABLE, set.state());
        SealedElement full = set.elements().get(0);
        requireWhole(full);
        return full;
    }

    private static void requireWhole(SealedElement full) {
        assertEquals(List.of(), ElementCheck.present(full));
        ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
        for (DataFile file : full.files()) {
            assertEquals(Optional.empty(), ElementCheck.checksum(full, file, buffer, bytes -> {}));
        }
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

    private static Map<Long, String> committed(FileDatabase database, Set<StorageGroupName> groups, CommitNumber cut) {
        Map<Long, String> expected = new TreeMap<>();
        for (CommitRecord commit : database.commits()) {
            SortedSet<StorageGroupName> touched = new TreeSet<>(commit.groups());
            touched.retainAll(groups);
            if (commit.number() <= cut.value() && !touched.isEmpty()) {
                expected.put(commit.number(), touched.toString());
            }
        }
        return expected;
    }
}
