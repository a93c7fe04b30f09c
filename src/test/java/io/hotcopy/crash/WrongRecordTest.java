package io.hotcopy.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotcopy.driver.ArchiveCopy;
import io.hotcopy.driver.SourceFile;
import io.hotcopy.embedded.EmbeddedArchiveFormat;
import io.hotcopy.embedded.EmbeddedDomain;
import io.hotcopy.embedded.store.ArchiveStore;
import io.hotcopy.embedded.store.PinnedFiles;
import io.hotcopy.embedded.store.StoreBatch;
import io.hotcopy.embedded.store.StoreMemory;
import io.hotcopy.engine.RunReport;
import io.hotcopy.faults.InMemory;
import io.hotcopy.progress.ProgressListener;
import io.hotcopy.recovery.RestoreTarget;
import io.hotcopy.restore.ArchiveFormats;
import io.hotcopy.restore.Workers;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.ByteSize;
import io.hotcopy.term.StorageGroupName;
import io.hotcopy.verify.Depth;
import io.hotcopy.verify.Outcome;
import io.hotcopy.verify.Verdict;
import io.hotcopy.verify.Verifier;
import io.hotcopy.verify.VerifyRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A bug is planted in the copy path: among the copied files one record is wrong, lost or too many, with every checksum
 * right. Nothing but a drill can find that, and it must (protocol §4).
 */
class WrongRecordTest {

    private static final StorageGroupName GROUP = CrashDomain.GROUPS.get(0);
    private static final ArchiveId ARCHIVE = new ArchiveId(1);

    @TempDir(factory = InMemory.class)
    private Path scratch;

    private interface Bug {
        void plant(StoreBatch batch, byte[] key, byte[] value);
    }

    @Test
    void honestCopyIsValidAtEveryDepth() throws IOException {
        RunReport.HotCopy copied = copy((batch, key, value) -> {});

        for (Depth depth : Depth.values()) {
            assertEquals(Outcome.VALID, verify(copied, depth).outcome(), depth.toString());
        }
    }

    @Test
    void aWrongRecordIsFoundByTheDrill() throws IOException {
        requireOnlyTheDrillFinds((batch, key, value) -> {
            byte[] wrong = value.clone();
            wrong[wrong.length - 1] ^= 1;
            batch.put(GROUP, key, wrong);
        });
    }

    @Test
    void aLostRecordIsFoundByTheDrill() throws IOException {
        requireOnlyTheDrillFinds((batch, key, value) -> batch.delete(GROUP, key));
    }

    @Test
    void aRecordTooManyIsFoundByTheDrill() throws IOException {
        requireOnlyTheDrillFinds((batch, key, value) -> {
            byte[] other = key.clone();
            other[other.length - 1] ^= 0x55;
            other[other.length - 2] ^= 0x55;
            batch.put(GROUP, other, value);
        });
    }

    private void requireOnlyTheDrillFinds(Bug bug) throws IOException {
        RunReport.HotCopy copied = copy(bug);

        assertEquals(Outcome.VALID, verify(copied, Depth.PRESENT).outcome());
        assertEquals(Outcome.VALID, verify(copied, Depth.CHECKSUMS).outcome());
        assertEquals(Outcome.VALID, verify(copied, Depth.READ).outcome());
        Verdict drill = verify(copied, Depth.DRILL);
        assertEquals(Outcome.DAMAGED, drill.outcome());
        assertTrue(drill.groups().stream()
                .anyMatch(group -> group.group().equals(GROUP) && group.outcome() == Outcome.DAMAGED));
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

    /** A hot copy of archives 0 and 1, of which archive 1's files come with the bug. */
    private RunReport.HotCopy copy(Bug bug) throws IOException {
        Path home = scratch.resolve("home");
        try (EmbeddedDomain loading = CrashDomain.start(home, 1, Set.of())) {
            new BankClients(loading.database(CrashDomain.NAME.database()), 1, line -> {}).createTables();
        }
        try (EmbeddedDomain domain = CrashDomain.start(home, 2, Set.of())) {
            DoctoredDriver doctored = new DoctoredDriver(domain, new DoctoredDriver.Doctoring() {
                @Override
                public List<SourceFile> pinned(ArchiveCopy of, List<SourceFile> files) {
                    return of.archive().equals(ARCHIVE) ? withBug(files, bug) : files;
                }
            });
            return new CoordinatedCopies(doctored, Optional.empty(), new SplittableRandom(2))
                    .copy(Files.createDirectory(scratch.resolve("backups")));
        }
    }

    /** Lays the files aside as an archive of its own, plants the bug in it, and gives its files instead. */
    private List<SourceFile> withBug(List<SourceFile> files, Bug bug) {
        Path aside = scratch.resolve("aside");
        files.forEach(file -> layAside(file, aside));
        TreeSet<StorageGroupName> groups =
                new TreeSet<>(List.of(GROUP, CrashDomain.GROUPS.get(2), StorageGroupName.UNPARTITIONED));
        try (StoreMemory memory = new StoreMemory(ByteSize.ofMegabytes(4), ByteSize.ofMegabytes(4));
                ArchiveStore store = ArchiveStore.open(aside.resolve("rocks"), groups, memory)) {
            store.scan(GROUP, new byte[0], new byte[0], (key, value) -> {
                StoreBatch batch = new StoreBatch().applied(store.appliedMark());
                bug.plant(batch, key, value);
                store.apply(batch);
                return false;
            });
            store.flush();
            try (PinnedFiles pinned = store.pinFiles()) {
                return pinned.files().stream().<SourceFile>map(FileInMemory::of).toList();
            }
        }
    }

    private static void layAside(SourceFile file, Path aside) {
        FileInMemory content = FileInMemory.of(file);
        try {
            Files.createDirectories(aside.resolve(file.name()).getParent());
            Files.write(aside.resolve(file.name()), content.bytes());
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }
}
