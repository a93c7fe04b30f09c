package io.hotcopy.embedded;

import static io.hotcopy.embedded.SampleDomain.SG1;
import static io.hotcopy.embedded.SampleDomain.SG2;
import static io.hotcopy.embedded.SampleDomain.bytes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotcopy.backupset.SyncedFiles;
import io.hotcopy.driver.ArchiveFacts;
import io.hotcopy.driver.CopyRequest;
import io.hotcopy.embedded.StartReport.Begun;
import io.hotcopy.embedded.store.ArchiveStore;
import io.hotcopy.embedded.store.StoreBatch;
import io.hotcopy.embedded.store.StoreMemory;
import io.hotcopy.faults.InMemory;
import io.hotcopy.model.Database;
import io.hotcopy.model.Domain;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.ElementId;
import io.hotcopy.term.Fingerprint;
import io.hotcopy.term.HotCopyType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a database is after it was stopped, well or badly, and what a start refuses. */
class RestartTest {

    private static final String TABLE = "t";

    @TempDir(factory = InMemory.class)
    private Path directory;

    @Test
    void createsThenContinuesRightAfterTheLastNumber() {
        SampleDomain sample = two();
        CommitNumber last;
        try (EmbeddedDomain domain = sample.start()) {
            assertEquals(Begun.CREATED, domain.reports().get(0).begun());
            SampleDomain.database(domain).createTable(TABLE, 4, List.of(SG1, SG2));
            last = put(domain, "k", "v");
        }
        try (EmbeddedDomain domain = sample.start()) {
            StartReport report = domain.reports().get(0);
            assertEquals(Begun.CONTINUED, report.begun());
            assertEquals(last, report.through());
            assertEquals(0, report.voided());
            assertEquals("v", get(domain, "k"));
            assertEquals(last.next(), put(domain, "k", "v2"));
        }
    }

    @Test
    void keepsWhatWasAcknowledgedBeforeACrashAndUsesNoNumberTwice() {
        SampleDomain sample = two();
        Set<CommitNumber> used = new HashSet<>();
        EmbeddedDomain domain = sample.start();
        SampleDomain.database(domain).createTable(TABLE, 4, List.of(SG1, SG2));
        for (int life = 0; life < 4; life++) {
            for (int row = 0; row < 20; row++) {
                CommitNumber number = put(domain, "k" + life + "/" + row, "v");
                assertTrue(used.add(number), "commit " + number + " was used before");
            }
            domain.crash();
            domain = sample.start();
            try (Transaction reading = SampleDomain.database(domain).begin()) {
                assertEquals((life + 1) * 20, reading.count(TABLE));
            }
        }
        domain.close();
    }

    @Test
    void usesNoNumberTwiceThoughTheJournalsThatHeldTheLastAreGone() throws IOException {
        SampleDomain sample = two();
        EmbeddedDomain domain = sample.start();
        SampleDomain.database(domain).createTable(TABLE, 4, List.of(SG1));
        CommitNumber onlyOnZero = put(domain, "k", "v");
        domain.crash();
        SyncedFiles.deleteTree(sample.archive(0));
        // SG1 is on archives 0 and 2 in this domain; the commit survives on 2.
        try (EmbeddedDomain again = sample.start()) {
            assertEquals("v", get(again, "k"));
            assertTrue(put(again, "k", "v2").isAfter(onlyOnZero));
        }
    }

    @Test
    void goesOnWithoutAnArchiveThatIsMissingAndSaysSo() throws IOException {
        SampleDomain sample = SampleDomain.ofSix(directory);
        EmbeddedDomain domain = sample.start();
        SampleDomain.database(domain).createTable(TABLE, 12, List.of(SG1, SG2));
        put(domain, "k", "v");
        domain.crash();
        SyncedFiles.deleteTree(sample.archive(1));

        for (int start = 0; start < 2; start++) {
            try (EmbeddedDomain again = sample.start()) {
                StartReport.Absence absence = again.reports().get(0).absent().get(new ArchiveId(1));
                assertEquals(ArchiveFacts.State.STOPPED, absence.state());
                assertEquals("its directory \"" + sample.archive(1) + "\" is missing", absence.reason());
                assertEquals("v", get(again, "k"));
                assertEquals(
                        ArchiveFacts.State.STOPPED,
                        again.facts(SampleDomain.NAME)
                                .archive(new ArchiveId(1))
                                .orElseThrow()
                                .state());
                HotCopyException refused = assertThrows(HotCopyException.class, () -> again.copies(SampleDomain.NAME)
                        .begin(
                                new ArchiveId(1),
                                new CopyRequest(new ElementId(new UUID(1, 1)), HotCopyType.SIMPLE, Optional.empty())));
                assertEquals("No RUNNING SMs found for database dbName=test", refused.getMessage());
            }
        }
    }

    @Test
    void anArchiveThatWasAwayComesBackOnlyBySync() throws IOException {
        SampleDomain sample = SampleDomain.ofSix(directory);
        EmbeddedDomain domain = sample.start();
        SampleDomain.database(domain).createTable(TABLE, 12, List.of(SG1, SG2));
        domain.crash();
        Path away = directory.resolve("away");
        Files.move(sample.archive(1), away);
        try (EmbeddedDomain without = sample.start()) {
            put(without, "k", "only there");
        }
        Files.move(away, sample.archive(1));
        try (EmbeddedDomain again = sample.start()) {
            StartReport.Returned returned = again.reports().get(0).returned().get(new ArchiveId(1));
            assertEquals("it is not in the newest view", returned.before().reason());
            assertEquals("It can only come back by SYNC.", returned.before().hint());
            assertEquals(Map.of(), again.reports().get(0).absent());
            assertEquals("only there", get(again, "k"));
        }
    }

    @Test
    void refusesToStartWithoutAnyMemberOfAStorageGroupUntilToldThatItIsLost() throws IOException {
        SampleDomain sample = new SampleDomain(directory).with(0, SG1).with(1, SG2);
        sample.start().close();
        SyncedFiles.deleteTree(sample.archive(1));

        HotCopyException refused = assertThrows(HotCopyException.class, sample::start);
        assertTrue(
                refused.getMessage()
                        .startsWith("acme/test is not started: no member of storage groups [SG2] is here; "
                                + "missing are archives [1]"),
                refused.getMessage());
        HotCopyException gone = assertThrows(
                HotCopyException.class, () -> sample.start(StartOptions.lost("test", Set.of(new ArchiveId(1)))));
        assertEquals("acme/test is not started: no archive of storage group SG2 is left", gone.getMessage());
    }

    @Test
    void beginsANewLineageOnWhatIsLeftWhenTheLastMemberIsDeclaredLost() throws Exception {
        SampleDomain sample = new SampleDomain(directory).with(0, SG1).with(1, SG1);
        EmbeddedDomain domain = sample.start();
        SampleDomain.database(domain).createTable(TABLE, 4, List.of(SG1));
        CommitNumber before = put(domain, "k", "before");
        SampleDomain.database(domain)
                .running()
                .pipeline()
                .evict(new ArchiveId(0), new HotCopyException("its disk is full"));
        awaitLeft(sample);
        CommitNumber after = put(domain, "k", "after");
        domain.close();
        SyncedFiles.deleteTree(sample.archive(1));

        assertThrows(HotCopyException.class, sample::start);
        UUID parent;
        try (EmbeddedDomain forced = sample.start(StartOptions.lost("test", Set.of(new ArchiveId(1))))) {
            StartReport report = forced.reports().get(0);
            assertEquals(Begun.FORCED, report.begun());
            assertEquals(before, report.lineage().fork());
            assertEquals(1, report.losses().size());
            assertEquals("before", get(forced, "k"));
            assertTrue(put(forced, "k", "new life").isAfter(after));
            parent = report.lineage().parent().orElseThrow();
        }
        try (EmbeddedDomain again = sample.start()) {
            StartReport report = again.reports().get(0);
            assertEquals(Begun.CONTINUED, report.begun());
            assertEquals(Optional.of(parent), report.lineage().parent());
            assertNotEquals(parent, report.lineage().id());
            assertEquals("new life", get(again, "k"));
        }
    }

    private static void awaitLeft(SampleDomain sample) {
        while (sample.events().stream().noneMatch(DomainEvent.StorageManagerLeft.class::isInstance)) {
            LockSupport.parkNanos(100_000);
        }
    }

    @Test
    void refusesASecondStartOnOneHome() {
        SampleDomain sample = two();
        try (EmbeddedDomain domain = sample.start()) {
            HotCopyException refused = assertThrows(HotCopyException.class, sample::start);
            assertEquals("the domain in \"" + directory + "\" is already open", refused.getMessage());
            assertEquals("1", domain.reports().size() + "");
        }
        sample.start().close();
    }

    @Test
    void refusesAnArchiveOfAnotherDatabase() throws IOException {
        SampleDomain sample = two();
        sample.start().close();
        SampleDomain other = new SampleDomain(directory.resolve("other"))
                .with(0, SG1)
                .with(1, SG2)
                .with(2, SG1, SG2);
        // Another seed, else both databases would have the same ids.
        other.environment();
        other.start().close();
        SyncedFiles.deleteTree(sample.archive(0));
        Files.move(other.archive(0), sample.archive(0));

        HotCopyException refused = assertThrows(HotCopyException.class, sample::start);
        String uuid = "[0-9a-f]{8}-[0-9a-f-]{27}";
        assertTrue(
                refused.getMessage()
                        .matches("Archive \"" + sample.archive(0) + "\" doesn't match the database\\.  Expected UUID "
                                + uuid + ", got " + uuid + "\\."),
                refused.getMessage());
    }

    @Test
    void refusesADeclarationThatDoesNotFitWhatIsThere() {
        two().start().close();
        SampleDomain otherwise =
                new SampleDomain(directory).with(0, SG2).with(1, SG1).with(2, SG1, SG2);
        HotCopyException refused = assertThrows(HotCopyException.class, otherwise::start);
        assertEquals(
                "archive 0 of acme/test is declared to serve [SG2, UNPARTITIONED], and serves [SG1, UNPARTITIONED]",
                refused.getMessage());
    }

    @Test
    void aStopWithoutAFlushLosesNothing() {
        SampleDomain sample = two();
        EmbeddedDomain domain = sample.start();
        SampleDomain.database(domain).createTable(TABLE, 4, List.of(SG1, SG2));
        CommitNumber last = put(domain, "k", "in memory only");
        domain.closeWithoutFlush();
        try (EmbeddedDomain again = sample.start()) {
            assertEquals(last, again.reports().get(0).through());
            assertEquals("in memory only", get(again, "k"));
            assertEquals(last.next(), put(again, "k", "v"));
        }
    }

    @Test
    void refusesArchivesOfOneGroupThatHoldDifferentContentUntilOneIsDeclaredLost() {
        SampleDomain sample = two();
        try (EmbeddedDomain domain = sample.start()) {
            SampleDomain.database(domain).createTable(TABLE, 1, List.of(SG1));
            put(domain, "k", "v");
        }
        spoilRunningSum(sample.archive(0));

        HotCopyException refused = assertThrows(HotCopyException.class, sample::start);
        assertTrue(
                refused.getMessage()
                        .startsWith(
                                "archives 0 and 2 hold different content in storage group SG1, table 1: fingerprints "),
                refused.getMessage());
        try (EmbeddedDomain without = sample.start(StartOptions.lost("test", Set.of(new ArchiveId(0))))) {
            assertEquals("v", get(without, "k"));
            assertEquals(Begun.CONTINUED, without.reports().get(0).begun());
        }
    }

    private static void spoilRunningSum(Path archive) {
        try (StoreMemory memory = StoreMemory.standard();
                ArchiveStore store = ArchiveStore.open(archive.resolve("rocks"), new TreeSet<>(), memory)) {
            store.apply(
                    new StoreBatch().fingerprint(SG1, 1, new Fingerprint(1, 1)).applied(store.appliedMark()));
        }
    }

    @Test
    void bringsAnArchiveWhoseJournalIsRottenBackBySyncAndSaysWhere() throws IOException {
        SampleDomain sample = SampleDomain.ofSix(directory);
        EmbeddedDomain domain = sample.start();
        SampleDomain.database(domain).createTable(TABLE, 12, List.of(SG1, SG2));
        for (int row = 0; row < 30; row++) {
            put(domain, "k" + row, "v");
        }
        domain.crash();
        Path segment = rot(sample.archive(1).resolve("journal"));

        try (EmbeddedDomain again = sample.start()) {
            StartReport.Absence absence =
                    again.reports().get(0).returned().get(new ArchiveId(1)).before();
            assertEquals(ArchiveFacts.State.DAMAGED, absence.state());
            assertTrue(absence.reason().contains(segment.toString()), absence.reason());
            assertEquals("v", get(again, "k29"));
            assertEquals(
                    ArchiveFacts.State.RUNNING,
                    again.facts(SampleDomain.NAME)
                            .archive(new ArchiveId(1))
                            .orElseThrow()
                            .state());
        }
    }

    /** Spoils the first frame of the newest segment, which others follow. */
    private static Path rot(Path journal) throws IOException {
        try (Stream<Path> files = Files.list(journal)) {
            Path newest = files.filter(file -> file.toString().endsWith(".seg"))
                    .max(Path::compareTo)
                    .orElseThrow();
            byte[] bytes = Files.readAllBytes(newest);
            bytes[4096 + 20] ^= 1;
            Files.write(newest, bytes);
            return newest;
        }
    }

    @Test
    void runsSeveralDatabasesInOneDomain() {
        SampleDomain sample = two();
        Database first = sample.declared().databases().get(0);
        Database second =
                Database.of("other", first.storageGroups(), first.transactionEngineHosts(), first.storageManagers());
        Domain domain =
                new Domain("acme", sample.declared().home(), sample.declared().regions(), List.of(first, second));
        for (int start = 1; start <= 2; start++) {
            try (EmbeddedDomain both = EmbeddedDomain.start(domain, StartOptions.NONE, sample.environment())) {
                assertEquals(2, both.reports().size());
                for (String name : List.of("test", "other")) {
                    EmbeddedDatabase database = both.database(name);
                    if (start == 1) {
                        database.createTable(TABLE, 1, List.of(SG1));
                    }
                    try (Transaction transaction = database.begin()) {
                        transaction.put(TABLE, bytes(name + start), bytes(name));
                        transaction.commit();
                    }
                    try (Transaction transaction = database.begin()) {
                        assertEquals(start, transaction.count(TABLE));
                    }
                }
            }
        }
    }

    @Test
    void afterAStopEveryCallSaysSo() {
        EmbeddedDomain domain = two().start();
        EmbeddedDatabase database = SampleDomain.database(domain);
        database.createTable(TABLE, 1, List.of(SG1));
        Transaction open = database.begin();
        domain.close();
        domain.close();
        HotCopyException late = assertThrows(HotCopyException.class, () -> open.get(TABLE, bytes("k")));
        assertEquals("database \"test\" was closed", late.getMessage());
        assertThrows(HotCopyException.class, database::begin);
    }

    private SampleDomain two() {
        return new SampleDomain(directory).with(0, SG1).with(1, SG2).with(2, SG1, SG2);
    }

    private static CommitNumber put(EmbeddedDomain domain, String key, String value) {
        try (Transaction transaction = SampleDomain.database(domain).begin()) {
            transaction.put(TABLE, bytes(key), bytes(value));
            return transaction.commit();
        }
    }

    private static String get(EmbeddedDomain domain, String key) {
        try (Transaction transaction = SampleDomain.database(domain).begin()) {
            return transaction.get(TABLE, bytes(key)).map(SampleDomain::text).orElse("none");
        }
    }
}
