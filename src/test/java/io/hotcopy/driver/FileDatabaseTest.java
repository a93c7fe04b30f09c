package io.hotcopy.driver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.hotcopy.problem.HotCopyException;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.DatabaseName;
import io.hotcopy.term.ElementId;
import io.hotcopy.term.HotCopyType;
import io.hotcopy.term.SetId;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database of files that the engine's tests copy keeps the contract too. */
class FileDatabaseTest extends DomainDriverContract {
    private FileDatabase files;

    @BeforeEach
    void start(@TempDir Path home) throws IOException {
        files = new FileDatabase(home, "SG1 SG2", "SG1 SG3");
    }

    @Override
    protected DomainDriver driver() {
        return files;
    }

    @Override
    protected DatabaseName database() {
        return FileDatabase.NAME;
    }

    @Override
    protected void commit(int count) {
        for (int commit = 0; commit < count; commit++) {
            files.commit(files.groups(), 100);
        }
    }

    @Override
    protected void disturb() {
        files.disturb();
    }

    @Test
    void storageManagerThatDoesNotRunIsRefused() {
        files.state(0, ArchiveFacts.State.STOPPED);
        assertThrows(HotCopyException.class, () -> files.begin(new ArchiveId(0), full(1)));
    }

    @Test
    void cutIsRefusedWhenAMemberLeftOrPatienceRanOut() {
        try (ArchiveCopy copy = files.begin(new ArchiveId(0), full(1))) {
            copy.pin();
            files.stall(true);
            assertThrows(HotCopyException.class, () -> files.cut(List.of(copy), Duration.ofMillis(10)));
            files.stall(false);
            files.state(0, ArchiveFacts.State.STOPPED);
            assertThrows(HotCopyException.class, () -> files.cut(List.of(copy), Duration.ofSeconds(10)));
        }
        assertEquals(0, files.openCopies());
        assertFalse(files.isPinned());
    }

    @Test
    void pinPointIsWhatFilesHold() {
        commit(7);
        disturb();
        commit(5);
        try (ArchiveCopy copy = files.begin(new ArchiveId(0), full(1))) {
            assertEquals(new CommitNumber(7), copy.pin().pinPoint());
        }
    }

    private static CopyRequest full(long id) {
        return new CopyRequest(
                new ElementId(new UUID(6, id)), HotCopyType.FULL, Optional.of(new SetId(new UUID(7, id))));
    }
}
