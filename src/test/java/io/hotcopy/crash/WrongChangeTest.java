package io.hotcopy.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotcopy.backupset.BackupSet;
import io.hotcopy.backupset.SetFacts;
import io.hotcopy.driver.ArchiveCopy;
import io.hotcopy.driver.Changes;
import io.hotcopy.driver.JournalSlice;
import io.hotcopy.driver.ProducedFile;
import io.hotcopy.embedded.EmbeddedArchiveFormat;
import io.hotcopy.embedded.EmbeddedDomain;
import io.hotcopy.embedded.changes.ChangeCursor;
import io.hotcopy.embedded.changes.ChangeFileWriter;
import io.hotcopy.embedded.journal.Operation;
import io.hotcopy.engine.RunReport;
import io.hotcopy.faults.InMemory;
import io.hotcopy.progress.ProgressListener;
import io.hotcopy.recovery.RestoreTarget;
import io.hotcopy.restore.ArchiveFormats;
import io.hotcopy.restore.Workers;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.HotCopyType;
import io.hotcopy.term.StorageGroupName;
import io.hotcopy.verify.Depth;
import io.hotcopy.verify.Outcome;
import io.hotcopy.verify.Verdict;
import io.hotcopy.verify.Verifier;
import io.hotcopy.verify.VerifyRequest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A bug is planted in what incremental and journal hot copies copy: of archive 1 one changed record is wrong, or is
 * skipped, with every checksum right. Only a drill can find that, and it must (protocol §4, §8).
 */
class WrongChangeTest {

    private static final StorageGroupName GROUP = CrashDomain.GROUPS.get(0);
    private static final ArchiveId ARCHIVE = new ArchiveId(1);
    private static final int TRANSFERS = 60;

    @TempDir(factory = InMemory.class)
    private Path scratch;

    /** What becomes of the first change of the group. */
    private enum Bug {
        NONE,
        WRONG,
        SKIPPED
    }

    @Test
    void honestIncrementalAndJournalAreValidAtEveryDepth() throws IOException {
        for (HotCopyType type : List.of(HotCopyType.INCREMENTAL, HotCopyType.JOURNAL)) {
            RunReport.HotCopy copied = copy(type, Bug.NONE);
            for (Depth depth : Depth.values()) {
                assertEquals(Outcome.VALID, verify(copied, depth).outcome(), type + " " + depth);
            }
        }
    }

    @Test
    void aWrongRecordInAnIncrementalIsFoundByTheDrill() throws IOException {
        requireOnlyTheDrillFinds(HotCopyType.INCREMENTAL, Bug.WRONG);
    }

    @Test
    void aDirtyRecordThatAnIncrementalSkippedIsFoundByTheDrill() throws IOException {
        requireOnlyTheDrillFinds(HotCopyType.INCREMENTAL, Bug.SKIPPED);
    }

    @Test
    void aWrongRecordInAJournalElementIsFoundByTheDrill() throws IOException {
        requireOnlyTheDrillFinds(HotCopyType.JOURNAL, Bug.WRONG);
    }

    @Test
    void aRecordThatAJournalElementLacksIsFoundByTheDrill() throws IOException {
        requireOnlyTheDrillFinds(HotCopyType.JOURNAL, Bug.SKIPPED);
    }

    private void requireOnlyTheDrillFinds(HotCopyType type, Bug bug) throws IOException {
        RunReport.HotCopy copied = copy(type, bug);

        assertEquals(Outcome.VALID, verify(copied, Depth.PRESENT).outcome());
        assertEquals(Outcome.VALID, verify(copied, Depth.CHECKSUMS).outcome());
        assertEquals(Outcome.VALID, verify(copied, Depth.READ).outcome());
        Verdict drill = verify(copied, Depth.DRILL);
        assertEquals(Outcome.DAMAGED, drill.outcome());
        assertTrue(
                drill.groups().stream()
                        .anyMatch(group -> group.group().equals(GROUP) && group.outcome() == Outcome.DAMAGED),
                drill.toString());
    }

    private Verdict verify(RunReport.HotCopy copied, Depth depth) {
        List<Path> sets =
                copied.archives().stream().map(RunReport.Archive::directory).toList();
        return new Verifier(
                        new ArchiveFormats(List.of(new EmbeddedArchiveFormat())),
                        new SplittableRandom(3),
                        new Workers(2))
                .verify(
                        new VerifyRequest(
                                sets, depth, new RestoreTarget.Latest(), Optional.of(scratch.resolve("drill"))),
                        ProgressListener.NONE);
    }

    /** A full of archives 0 and 1, then, after some work, the hot copy of which archive 1's part comes with the bug. */
    private RunReport.HotCopy copy(HotCopyType type, Bug bug) throws IOException {
        Path directory = Files.createTempDirectory(scratch, type.word());
        try (EmbeddedDomain domain = CrashDomain.start(directory.resolve("home"), 2, Set.of())) {
            BankClients clients = new BankClients(domain.database(CrashDomain.NAME.database()), 1, line -> {});
            clients.createTables();
            CoordinatedCopies copies = new CoordinatedCopies(
                    new DoctoredDriver(domain, doctoring(bug)), Optional.empty(), new SplittableRandom(2));
            RunReport.HotCopy full = copies.copy(Files.createDirectory(directory.resolve("backups")));
            SplittableRandom choices = new SplittableRandom(5);
            for (int transfer = 0; transfer < TRANSFERS; transfer++) {
                clients.transfer(choices);
            }
            return copies.copy(type, sets(full));
        }
    }

    private static Map<ArchiveId, SetFacts> sets(RunReport.HotCopy full) {
        Map<ArchiveId, SetFacts> sets = new TreeMap<>();
        full.archives()
                .forEach(archive -> sets.put(
                        archive.archive(), BackupSet.open(archive.directory()).facts()));
        return sets;
    }

    private DoctoredDriver.Doctoring doctoring(Bug bug) {
        return new DoctoredDriver.Doctoring() {
            @Override
            public Changes changes(ArchiveCopy of, Changes changes) {
                return of.archive().equals(ARCHIVE) && bug != Bug.NONE ? withBug(changes, bug) : changes;
            }

            @Override
            public JournalSlice journal(ArchiveCopy of, JournalSlice journal) {
                return of.archive().equals(ARCHIVE) && bug != Bug.NONE
                        ? new DoctoredJournal(scratch.resolve("aside"), of)
                                .of(journal, operation -> doctored(operation, bug))
                        : journal;
            }
        };
    }

    /** Empty for an operation to be left out; the same for those of other groups and the schema. */
    private static Optional<Operation> doctored(Operation operation, Bug bug) {
        if (!operation.group().equals(GROUP) || operation.isTombstone()) {
            return Optional.of(operation);
        }
        return bug == Bug.SKIPPED
                ? Optional.empty()
                : Optional.of(new Operation(GROUP, operation.key(), wrong(operation.value())));
    }

    private static byte[] wrong(byte[] value) {
        byte[] wrong = value.clone();
        wrong[wrong.length - 1] ^= 1;
        return wrong;
    }

    private static Changes withBug(Changes changes, Bug bug) {
        List<ProducedFile> files = changes.files().stream()
                .map(file -> file.name().equals(ChangeFileWriter.name(GROUP)) ? withBug(file, bug) : file)
                .toList();
        return new Changes(changes.range(), files, changes.earliest(), changes.latest());
    }

    private static ProducedFile withBug(ProducedFile file, Bug bug) {
        return new ProducedFile() {
            @Override
            public String name() {
                return file.name();
            }

            @Override
            public void writeTo(WritableByteChannel target) throws IOException {
                ByteArrayOutputStream honest = new ByteArrayOutputStream();
                file.writeTo(Channels.newChannel(honest));
                rewrite(honest.toByteArray(), target, bug);
            }
        };
    }

    private static void rewrite(byte[] honest, WritableByteChannel target, Bug bug) throws IOException {
        try (ChangeCursor cursor =
                ChangeCursor.over(Channels.newChannel(new ByteArrayInputStream(honest)), Path.of("honest"))) {
            ChangeFileWriter writer = new ChangeFileWriter(target, cursor.group(), cursor.range());
            boolean planted = false;
            while (cursor.next()) {
                if (cursor.value() == null) {
                    writer.delete(cursor.key());
                } else if (planted) {
                    writer.put(cursor.key(), cursor.value());
                } else {
                    planted = true;
                    if (bug == Bug.WRONG) {
                        writer.put(cursor.key(), wrong(cursor.value()));
                    }
                }
            }
            writer.finish();
            assertTrue(planted, "there was no record to spoil");
        }
    }
}
