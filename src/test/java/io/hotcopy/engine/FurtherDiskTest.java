package io.hotcopy.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotcopy.backupset.BackupSet;
import io.hotcopy.driver.FileDatabase;
import io.hotcopy.faults.FaultyStorage;
import io.hotcopy.faults.InMemory;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.progress.ProgressListener;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.HotCopyType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** As {@link HotCopyDiskTest}, for further elements of a set and for simple hot copies. */
class FurtherDiskTest {
    private static final long SEED = 4713;

    @TempDir(factory = InMemory.class)
    Path directory;

    private FileDatabase database;
    private final Random random = new Random(SEED);
    private final Set<ArchiveId> told = new ConcurrentSkipListSet<>();

    /** What became of a run on a disk that fails somewhere in it. */
    private record Ending(Path place, Optional<String> failure, Set<Integer> published, CommitNumber through) {}

    @BeforeEach
    void start() throws IOException {
        database = new FileDatabase(Files.createDirectory(directory.resolve("home")), "SG1 SG2", "SG1 SG3");
        load(20);
        database.watch((call, archive) -> {
            if (call.equals("published")) {
                told.add(archive);
            }
        });
    }

    @ParameterizedTest
    @EnumSource(names = {"INCREMENTAL", "JOURNAL", "SIMPLE"})
    void errorAtAnyOperationLeavesNothingThatLooksWholeAndIsNot(HotCopyType type) throws IOException {
        boolean faultMet = true;
        for (long operation = 1; faultMet; operation++) {
            FaultyStorage disk = prepared(operation);
            long before = disk.operations();
            Ending ending = end(type, disk.failAt(operation), operation);
            faultMet = disk.operations() - before >= operation;
            assertTrue(ending.published.size() == 2 || ending.failure.isPresent(), at(operation));
            if (ending.failure.isPresent() && !ending.failure.get().contains("at stage \"publish\"")) {
                assertEquals(Set.of(), ending.published, at(operation) + ": published before all were sealed");
            }
            requireNextWorks(type, ending, operation);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"INCREMENTAL", "JOURNAL", "SIMPLE"})
    void powerThatFailsAtAnyOperationLeavesWholeElementsOrNoneAndTheNextGoesOn(HotCopyType type) throws IOException {
        Set<Integer> numbersSeen = new TreeSet<>();
        boolean faultMet = true;
        for (long operation = 1; faultMet; operation++) {
            FaultyStorage disk = prepared(operation);
            Ending ending = end(type, disk.crashAt(operation), operation);
            faultMet = disk.crashed();
            disk.crash();
            Ending afterwards =
                    new Ending(ending.place, ending.failure, published(type, ending.place, operation), ending.through);
            numbersSeen.add(afterwards.published.size());
            requireToldOnlyOf(afterwards.published, operation);
            requireNextWorks(type, afterwards, operation);
        }
        assertEquals(Set.of(0, 1, 2), numbersSeen, "half a run, which the test is about, was not seen");
    }

    /** A disk with a collection of fulls on it, and commits since. */
    private FaultyStorage prepared(long operation) throws IOException {
        FaultyStorage disk = new FaultyStorage(Files.createTempDirectory(directory, "disk"), SEED + operation);
        run(HotCopyType.FULL, disk.root());
        load(3);
        told.clear();
        return disk;
    }

    private Ending end(HotCopyType type, FaultyStorage disk, long operation) throws IOException {
        Optional<String> failure = Optional.empty();
        try {
            run(type, disk.root());
        } catch (HotCopyException failed) {
            failure = Optional.of(failed.getMessage());
        }
        assertEquals(0, database.openCopies(), at(operation));
        assertFalse(database.isPinned(), at(operation));
        CommitNumber through = database.stable();
        Path place = disk.reopened();
        Set<Integer> published = disk.crashed() ? Set.of() : published(type, place, operation);
        if (!disk.crashed()) {
            requireToldOnlyOf(published, operation);
        }
        return new Ending(place, failure, published, through);
    }

    /** The archives whose part can be seen; each is whole and exact. */
    private Set<Integer> published(HotCopyType type, Path place, long operation) throws IOException {
        Set<Integer> published = new TreeSet<>();
        for (int archive = 0; archive < 2; archive++) {
            if (type == HotCopyType.SIMPLE) {
                Path made = place.resolve("archive-" + archive);
                if (Files.exists(made)) {
                    requireExactArchive(made, archive);
                    published.add(archive);
                }
            } else if (BackupSet.open(place.resolve("set-" + archive))
                            .elements()
                            .size()
                    > 1) {
                CopiedFiles.requireExactElement(database, place.resolve("set-" + archive), name(type, 1));
                published.add(archive);
            }
        }
        return published;
    }

    private void requireExactArchive(Path made, int archive) throws IOException {
        CopiedFiles.requireExactArchive(
                database,
                made,
                database.facts(FileDatabase.NAME)
                        .archive(new ArchiveId(archive))
                        .orElseThrow()
                        .serves(),
                database.stable());
    }

    private void requireToldOnlyOf(Set<Integer> published, long operation) {
        for (ArchiveId archive : told) {
            assertTrue(published.contains(archive.value()), "leases moved too early " + at(operation));
        }
    }

    /** Each archive goes on from its own last element, and the cuts agree again. */
    private void requireNextWorks(HotCopyType type, Ending ending, long operation) throws IOException {
        if (type == HotCopyType.SIMPLE) {
            return;
        }
        load(2);
        RunReport.HotCopy next = run(type, ending.place);
        for (RunReport.Archive archive : next.archives()) {
            boolean had = ending.published.contains(archive.archive().value());
            assertEquals(
                    next.cut(),
                    CopiedFiles.requireExactElement(database, archive.directory(), name(type, had ? 2 : 1))
                            .cut(),
                    at(operation));
            if (had) {
                assertEquals(ending.through, archive.pinPoint(), at(operation));
            }
            assertEquals(Set.of(), BackupSet.open(archive.directory()).unpublished(), at(operation));
        }
    }

    private static String name(HotCopyType type, int number) {
        return number + (type == HotCopyType.INCREMENTAL ? ".inc" : ".jnl");
    }

    private void load(int commits) {
        for (int commit = 0; commit < commits; commit++) {
            Load.commit(database, random);
        }
        database.disturb();
    }

    private RunReport.HotCopy run(HotCopyType type, Path place) {
        return Plans.engine(database)
                .run(Plans.plan(Plans.step(type, database, place, 0, 1)), ProgressListener.NONE)
                .hotCopies()
                .get(0);
    }

    private static String at(long operation) {
        return "at operation " + operation + ", seed " + (SEED + operation);
    }
}
