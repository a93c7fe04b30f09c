package io.hotcopy.embedded;

import static io.hotcopy.embedded.SampleDomain.SG1;
import static io.hotcopy.embedded.SampleDomain.SG2;
import static io.hotcopy.embedded.SampleDomain.SG3;
import static io.hotcopy.embedded.SampleDomain.bytes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotcopy.driver.CopyRefusedException;
import io.hotcopy.driver.Refusal;
import io.hotcopy.embedded.SampleCopies.Copied;
import io.hotcopy.embedded.changes.ChangeCursor;
import io.hotcopy.embedded.changes.ChangeFileWriter;
import io.hotcopy.embedded.commit.Member;
import io.hotcopy.embedded.journal.Lease;
import io.hotcopy.faults.InMemory;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.progress.ProgressListener;
import io.hotcopy.restore.SourceStep;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.HotCopyType;
import io.hotcopy.term.StorageGroupName;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Incremental and journal hot copies of a running database, restored, and what they continue. */
class ContinuedCopiesTest {

    private static final ArchiveId ARCHIVE = new ArchiveId(0);

    @TempDir(factory = InMemory.class)
    private Path directory;

    private SampleDomain sample;
    private EmbeddedDomain domain;
    private SampleCopies copies;
    private CopySeries series;
    private int tables;

    /** Journal hot copy is enabled on archive 0, which serves all groups but SG3. */
    @BeforeEach
    void start() {
        sample = new SampleDomain(directory.resolve("live"))
                .with(0, SG1, SG2)
                .with(1, SG1, SG3)
                .with(2, SG1, SG2, SG3);
        domain = sample.start();
        copies = new SampleCopies(directory.resolve("fulls"));
        series = new CopySeries(domain, 0, directory.resolve("further"));
        database().createTable("t", 8, List.of(SG1, SG2, SG3));
        database().createTable("idle", 1, List.of(SG2));
    }

    @AfterEach
    void stop() {
        domain.close();
    }

    private EmbeddedDatabase database() {
        return SampleDomain.database(domain);
    }

    @Test
    void everyIncrementalLeadsToTheContentAtItsCut() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        live(random, 200);
        Copied full = series.full(copies);
        List<SourceStep> steps = new ArrayList<>();
        for (int round = 0; round < 4; round++) {
            live(random, round == 2 ? 0 : 150);
            steps.add(series.incremental(full));
            SourceStep last = steps.get(round);
            assertEquals(
                    last.element().fingerprints(), series.scanned(full, steps), "round " + round + ", seed " + seed);
            assertEquals(round == 2, last.element().covers().get(SG1).isEmpty());
            assertEquals(round == 2, last.element().times().latest().isEmpty());
        }
        assertTrue(isEmpty(sample.archive(0).resolve("scratch")));
    }

    /** Protocol §8: one dirty record skipped, all checksums right. */
    @Test
    void aScanNoticesThatOneChangedRecordWasSkipped() throws IOException {
        Random random = new Random(1);
        live(random, 100);
        Copied full = series.full(copies);
        live(random, 100);
        SourceStep whole = series.incremental(full);
        assertEquals(whole.element().fingerprints(), series.scanned(full, List.of(whole)));

        skipOne(whole.data().resolve(ChangeFileWriter.name(SG1)));
        assertNotEquals(
                whole.element().fingerprints().get(SG1),
                series.scanned(full, List.of(whole)).get(SG1));
    }

    private static void skipOne(Path file) throws IOException {
        Path fewer = file.resolveSibling("fewer");
        try (ChangeCursor cursor = ChangeCursor.open(file);
                FileChannel target = FileChannel.open(fewer, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ChangeFileWriter writer = new ChangeFileWriter(target, cursor.group(), cursor.range());
            boolean skipped = false;
            while (cursor.next()) {
                if (cursor.value() == null) {
                    writer.delete(cursor.key());
                } else if (skipped) {
                    writer.put(cursor.key(), cursor.value());
                } else {
                    skipped = true;
                }
            }
            writer.finish();
            assertTrue(skipped, "there was no record to skip");
        }
        Files.delete(file);
        Files.move(fewer, file);
    }

    @Test
    void oneJournalChainGoesOnOverTheSets() {
        Random random = new Random(2);
        live(random, 50);
        Copied first = series.full(copies);
        live(random, 50);
        SourceStep one = series.journal(first);
        live(random, 50);
        Copied second = series.full(copies);
        live(random, 50);
        SourceStep two = series.journal(second);
        SourceStep three = series.journal(second);
        live(random, 20);
        SourceStep four = series.journal(second);
        assertEquals(Optional.of(first.full().id()), one.element().previous());
        assertEquals(first.full().cut(), one.element().pinPoint());
        assertEquals(Optional.of(one.element().id()), two.element().previous());
        assertEquals(one.element().cut(), two.element().pinPoint());
        assertEquals(Optional.of(three.element().id()), four.element().previous());
        assertEquals(four.element().fingerprints(), series.scanned(first, List.of(one, two, three, four)));
        assertTrue(two.element().cut().isAfter(second.full().cut()));
    }

    @Test
    void anElementThatTheDatabaseHasNotHeardOfCounts() {
        for (HotCopyType type : List.of(HotCopyType.INCREMENTAL, HotCopyType.JOURNAL)) {
            Random random = new Random(3);
            live(random, 50);
            Copied full = series.full(copies);
            if (type == HotCopyType.JOURNAL) {
                series.journal(full);
            }
            live(random, 50);
            SourceStep untold = series.untold(type, full);
            domain.crash();
            domain = sample.start();
            series.goOnWith(domain);
            live(random, 50);
            SourceStep next = type == HotCopyType.JOURNAL ? series.journal(full) : series.incremental(full);
            assertEquals(Optional.of(untold.element().id()), next.element().previous(), type.toString());
            assertEquals(untold.element().cut(), next.element().pinPoint());
            if (type == HotCopyType.INCREMENTAL) {
                assertEquals(next.element().fingerprints(), series.scanned(full, List.of(untold, next)));
            }
        }
    }

    /** Also the first one ever, before which nothing was leased but the chain. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aFullThatTheDatabaseHasNotHeardOfCounts(boolean hasOneBefore) {
        live(new Random(20), 50);
        Optional<Copied> before = hasOneBefore ? Optional.of(series.full(copies)) : Optional.empty();
        live(new Random(21), 50);
        Copied untold = series.untoldFull(copies);
        domain = sample.start();
        series.goOnWith(domain);
        live(new Random(22), 50);
        assertEquals(Optional.empty(), lease(LeaseOwners.set(CopySeries.set(untold))));

        SourceStep next = series.incremental(untold);
        assertEquals(Optional.of(untold.full().id()), next.element().previous());
        assertEquals(untold.full().cut(), next.element().pinPoint());
        assertEquals(next.element().fingerprints(), series.scanned(untold, List.of(next)));
        assertEquals(Optional.of(next.element().cut()), lease(LeaseOwners.set(CopySeries.set(untold))));
        assertEquals(Optional.of(next.element().cut()), lease(LeaseOwners.seed(CopySeries.set(untold))));
        before.ifPresent(older -> {
            assertEquals(Optional.empty(), lease(LeaseOwners.set(CopySeries.set(older))));
            assertEquals(
                    Refusal.Kind.NO_BASE_SET,
                    refused(() -> series.incremental(older)).kind());
        });
        SourceStep journal = series.journal(untold);
        assertTrue(!journal.element().pinPoint().isAfter(untold.full().cut()), "a hole in the chain: " + journal);
    }

    @Test
    void aSetThatLacksAnElementIsRefused() {
        live(new Random(4), 20);
        Copied full = series.full(copies);
        live(new Random(5), 20);
        series.incremental(full);
        series.journal(full);
        series.forget(full);
        CopyRefusedException lacksChanges = refused(() -> series.incremental(full));
        assertEquals(Refusal.Kind.NO_BASE_SET, lacksChanges.kind());
        assertTrue(lacksChanges.getMessage().contains("lacks its newest full or incremental hot copy"));
        CopyRefusedException lacksJournal = refused(() -> series.journal(full));
        assertTrue(lacksJournal.getMessage().contains("lacks its newest journal hot copy"));
        // The chain goes on in the next set.
        Copied next = series.full(copies);
        series.incremental(next);
        series.journal(next);
    }

    @Test
    void anIncrementalMayEndAfterTheNextFullOfTheArchiveAndNoOtherBeginsThen() {
        live(new Random(6), 20);
        Copied first = series.full(copies);
        Copied second = copies.copy(
                        domain,
                        () -> {
                            live(new Random(7), 20);
                            series.incremental(first);
                        },
                        0)
                .get(0);
        CopyRefusedException refused = refused(() -> series.incremental(first));
        assertEquals(Refusal.Kind.NO_BASE_SET, refused.kind());
        assertTrue(
                refused.hints().get(0).contains(CopySeries.set(second).toString()),
                refused.hints().toString());
        assertTrue(lease(LeaseOwners.set(CopySeries.set(first))).isEmpty());
    }

    @Test
    void aJournalCopyNeedsAnOpenChain() {
        live(new Random(8), 20);
        Copied full = series.full(copies);
        series.journal(full);
        suspend("its storage manager was away");
        CopyRefusedException suspended = refused(() -> series.journal(full));
        assertEquals(Refusal.Kind.JOURNAL_SUSPENDED, suspended.kind());
        assertEquals("Full or incremental hot copy must be completed before journal hot copy", suspended.getMessage());
        assertTrue(suspended.hints().get(0).contains("its storage manager was away"));

        live(new Random(9), 20);
        SourceStep opening = series.incremental(full);
        live(new Random(10), 20);
        SourceStep journal = series.journal(full);
        assertEquals(Optional.of(opening.element().id()), journal.element().previous());
        assertEquals(journal.element().fingerprints(), series.scanned(full, List.of(opening, journal)));
    }

    @Test
    void aCopyThatBeganBeforeTheSuspensionDoesNotEndIt() {
        live(new Random(11), 20);
        Copied full = copies.copy(domain, () -> suspend("its storage manager was away"), 0)
                .get(0);
        assertEquals(
                Refusal.Kind.JOURNAL_SUSPENDED,
                refused(() -> series.journal(full)).kind());
    }

    @Test
    void afterASyncAnIncrementalGoesOnAndReopensTheChain() {
        live(new Random(14), 50);
        Copied full = series.full(copies);
        live(new Random(15), 50);
        series.journal(full);
        database().stopStorageManager(ARCHIVE);
        live(new Random(16), 50);
        database().startStorageManager(ARCHIVE, ProgressListener.NONE);
        live(new Random(17), 50);
        assertEquals(
                Refusal.Kind.JOURNAL_SUSPENDED,
                refused(() -> series.journal(full)).kind());

        SourceStep incremental = series.incremental(full);
        assertEquals(full.full().cut(), incremental.element().pinPoint());
        assertEquals(incremental.element().fingerprints(), series.scanned(full, List.of(incremental)));
        live(new Random(18), 50);
        SourceStep journal = series.journal(full);
        assertEquals(incremental.element().cut(), journal.element().pinPoint());
        assertEquals(journal.element().fingerprints(), series.scanned(full, List.of(incremental, journal)));
    }

    @Test
    void aCopyWhoseStorageManagerWasAwayMeanwhileFails() {
        live(new Random(19), 20);
        HotCopyException failed = assertThrows(
                HotCopyException.class,
                () -> copies.copy(
                        domain,
                        () -> {
                            database().stopStorageManager(ARCHIVE);
                            database().startStorageManager(ARCHIVE, ProgressListener.NONE);
                        },
                        0));
        assertEquals("archive 0 has left the view since the hot copy began", failed.getMessage());
    }

    @Test
    void journalHotCopyMustBeEnabled() {
        CopySeries other = new CopySeries(domain, 1, directory.resolve("other"));
        Copied full = other.full(copies);
        CopyRefusedException refused = refused(() -> other.journal(full));
        assertEquals("Journal hot copy is not enabled for archive 1", refused.getMessage());
    }

    @Test
    void theSeedOfTheNewestCompleteSetIsLeasedEverywhereAtItsNewestIncremental() {
        live(new Random(12), 20);
        Copied full = series.full(copies);
        live(new Random(13), 20);
        SourceStep step = series.incremental(full);
        for (Member member : database().running().members()) {
            assertEquals(
                    Optional.of(step.element().cut()),
                    member.leases().of(LeaseOwners.seed(CopySeries.set(full))).map(Lease::number));
        }
    }

    private void suspend(String reason) {
        database()
                .running()
                .state()
                .change(state -> state.withArchive(state.archives().get(ARCHIVE).suspended(reason)));
    }

    private Optional<CommitNumber> lease(String owner) {
        return database().running().members().get(0).leases().of(owner).map(Lease::number);
    }

    private static CopyRefusedException refused(Runnable copy) {
        return assertThrows(CopyRefusedException.class, copy::run);
    }

    private static boolean isEmpty(Path scratch) {
        try (Stream<Path> files = Files.list(scratch)) {
            return files.findAny().isEmpty();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Commits that write, overwrite and delete in all groups, and tables that come and go; none touches "idle". */
    private void live(Random random, int commits) {
        for (int commit = 0; commit < commits; commit++) {
            if (random.nextInt(30) == 0) {
                database().createTable("x" + ++tables, 3, List.of(SG1, SG3, StorageGroupName.UNPARTITIONED));
                write("x" + tables, random, 20);
            } else if (tables > 0 && random.nextInt(40) == 0) {
                database().dropTable("x" + tables--);
            } else {
                write(tables > 0 && random.nextInt(4) == 0 ? "x" + tables : "t", random, 4);
            }
        }
    }

    private void write(String table, Random random, int rows) {
        try (Transaction transaction = database().begin()) {
            for (int row = 0; row < rows; row++) {
                byte[] key = bytes("k" + random.nextInt(300));
                if (random.nextInt(4) == 0) {
                    transaction.delete(table, key);
                } else {
                    transaction.put(table, key, new byte[random.nextInt(300)]);
                }
            }
            transaction.commit();
        }
    }
}
