package io.hotcopy.backupset;

import static io.hotcopy.backupset.SampleSets.member;
import static io.hotcopy.backupset.SampleSets.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotcopy.backupset.ElementFacts.Member;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupSetRoundTripTest {
    private static final Member MEMBER = member(0, 1, "UNPARTITIONED", "SG1", "NO", "123", "1E5");
    private static final Map<String, String> FILES =
            Map.of("rocks/000012.sst", "sorted", "journal/0000000000000001.seg", "frames", "CURRENT", "");

    @TempDir
    private Path directory;

    @Test
    void whatWasWrittenIsRead() {
        BackupSetWriter writer = initialise();
        ElementWriter element = SampleSets.sealed(writer, run(1), List.of(MEMBER), 90, 100, FILES);
        assertEquals(BackupSet.State.HALF_MADE, BackupSet.open(set()).state());

        element.publish();

        BackupSet read = BackupSet.open(set());
        assertEquals(BackupSet.State.USABLE, read.state());
        assertEquals(
                SampleSets.holding(writer.set(), SampleSets.full(writer.set(), run(1), List.of(MEMBER), 90, 100, 12)),
                read.facts());
        assertEquals(
                List.of("CURRENT", "journal/0000000000000001.seg", "rocks/000012.sst"),
                read.elements().get(0).files().stream().map(DataFile::name).toList());
        assertTrue(read.unpublished().isEmpty());
        assertEquals(List.of(), ElementCheck.present(read.elements().get(0)));
    }

    @Test
    void filesAreForTheOwnerAlone() throws IOException {
        SampleSets.sealed(initialise(), run(1), List.of(MEMBER), 90, 100, FILES).publish();

        try (Stream<Path> all = Files.walk(set())) {
            for (Path path : all.toList()) {
                String mode = PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
                assertEquals(Files.isDirectory(path) ? "rwx------" : "rw-------", mode, path.toString());
            }
        }
    }

    @Test
    void abandoningLeavesTheSetAndNothingElse() throws IOException {
        BackupSetWriter writer = initialise();
        ElementWriter element = SampleSets.sealed(writer, run(1), List.of(MEMBER), 90, 100, FILES);

        element.abandon();
        element.abandon();

        assertFalse(Files.exists(set().resolve("full")));
        assertTrue(SyncedFiles.isEmpty(set().resolve("tmp")));
        assertEquals(BackupSet.State.HALF_MADE, BackupSet.open(set()).state());
    }

    private BackupSetWriter initialise() {
        return BackupSetWriter.initialise(SampleSets.identity(set(), MEMBER, run(1)));
    }

    private Path set() {
        return directory.resolve("set");
    }
}
