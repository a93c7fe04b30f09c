package io.hotcopy.embedded;

import static io.hotcopy.embedded.SampleDomain.SG1;
import static io.hotcopy.embedded.SampleDomain.SG2;
import static io.hotcopy.embedded.SampleDomain.SG3;
import static io.hotcopy.embedded.SampleDomain.bytes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotcopy.embedded.SampleCopies.Copied;
import io.hotcopy.embedded.StartReport.Begun;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.progress.ProgressListener;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.Fingerprint;
import io.hotcopy.term.Lineage;
import io.hotcopy.term.StorageGroupName;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Copies of a running database, restored, and begun anew on. */
class RestoredStartTest {

    private static final String TABLE = "t";

    @TempDir
    private Path directory;

    @Test
    void aCoordinatedCopyUnderLoadHoldsExactlyTheCommitsUpToItsCut() throws Exception {
        SampleCopies copies = new SampleCopies(directory.resolve("copies"));
        Bank bank = new Bank(7);
        List<Copied> copied;
        try (EmbeddedDomain domain =
                SampleDomain.ofSix(directory.resolve("live")).start()) {
            EmbeddedDatabase database = SampleDomain.database(domain);
            Bank.open(database);
            Bank.Life clients = bank.run(database, 4);
            await(bank, 100);
            database.running().members().get(0).store().flush();
            await(bank, 50);
            copied = copies.copy(domain, () -> await(bank, 100), 0, 1);
            await(bank, 50);
            clients.stop();
        }
        CommitNumber cut = copied.get(0).full().cut();
        Path restored = copies.restore(copied);
        requireFingerprints(copied, restored);

        SampleDomain again = SampleDomain.ofSix(directory.resolve("again"));
        try (EmbeddedDomain domain = again.start(StartOptions.restored("test", restored))) {
            EmbeddedDatabase database = SampleDomain.database(domain);
            assertEquals(Bank.ACCOUNTS * Bank.OPENING, Bank.sum(database));
            Set<String> expected = new HashSet<>();
            bank.acknowledged.stream()
                    .filter(transfer -> !transfer.number().isAfter(cut))
                    .forEach(transfer -> expected.add(transfer.name()));
            assertEquals(expected, new HashSet<>(Bank.transfers(database)));
            assertTrue(expected.size() < bank.acknowledged.size(), "nothing was committed after the cut");
        }
    }

    private static void await(Bank bank, int more) {
        int wanted = bank.acknowledged.size() + more;
        while (bank.acknowledged.size() < wanted) {
            LockSupport.parkNanos(100_000);
        }
    }

    private static void requireFingerprints(List<Copied> copied, Path restored) {
        for (Copied each : copied) {
            SortedMap<StorageGroupName, Fingerprint> scanned = new EmbeddedArchiveFormat()
                    .scan(restored.resolve("archive-" + each.facts().archive()), ProgressListener.NONE);
            scanned.forEach(
                    (group, sum) -> assertEquals(each.full().fingerprints().get(group), sum, group.toString()));
        }
    }

    @Test
    void aCopyTakenAfterAStopWithoutAFlushLosesNothing() {
        SampleDomain sample = three("live");
        SampleCopies copies = new SampleCopies(directory.resolve("copies"));
        EmbeddedDomain domain = sample.start();
        SampleDomain.database(domain).createTable(TABLE, 4, List.of(SG1, SG2));
        put(domain, "k", "in memory only");
        domain.closeWithoutFlush();
        List<Copied> copied;
        try (EmbeddedDomain again = sample.start()) {
            copied = copies.copy(again, 2);
            assertTrue(
                    copied.get(0).full().pinPoint().value()
                            < copied.get(0).full().cut().value(),
                    "the memtable was flushed, the copy proves nothing");
        }
        try (OpenedArchives opened =
                OpenedArchives.open(List.of(copies.restore(copied).resolve("archive-2")))) {
            assertEquals(
                    "in memory only",
                    SampleDomain.text(opened.get(TABLE, bytes("k")).orElseThrow()));
        }
    }

    @Test
    void beginsANewLineageForkedAtTheCutWithNumbersThatGoOnFromThere() {
        SampleCopies copies = new SampleCopies(directory.resolve("copies"));
        List<Copied> copied;
        Lineage parent;
        try (EmbeddedDomain domain = three("live").start()) {
            SampleDomain.database(domain).createTable(TABLE, 4, List.of(SG1, SG2));
            put(domain, "k", "at the cut");
            copied = copies.copy(domain, 2);
            put(domain, "k", "after the cut");
            parent = domain.reports().get(0).lineage();
        }
        CommitNumber cut = copied.get(0).full().cut();
        SampleDomain again = three("again");
        CommitNumber next;
        try (EmbeddedDomain domain = again.start(StartOptions.restored("test", copies.restore(copied)))) {
            StartReport report = domain.reports().get(0);
            assertEquals(Begun.RESTORED, report.begun());
            assertEquals(Optional.of(parent.id()), report.lineage().parent());
            assertEquals(cut, report.lineage().fork());
            assertEquals(cut, report.through());
            assertEquals(
                    Set.of(new ArchiveId(0), new ArchiveId(1)), report.absent().keySet());
            assertEquals("at the cut", get(domain, "k"));
            next = put(domain, "k", "new life");
            assertEquals(cut.next(), next);
        }
        try (EmbeddedDomain domain = again.start()) {
            StartReport report = domain.reports().get(0);
            assertEquals(Begun.CONTINUED, report.begun());
            assertEquals(cut, report.lineage().fork());
            assertEquals("new life", get(domain, "k"));
            assertEquals(next.next(), put(domain, "k", "and on"));
        }
    }

    @Test
    void beginsOnRestoredArchivesThatLieInTheirPlaces() throws Exception {
        SampleCopies copies = new SampleCopies(directory.resolve("copies"));
        List<Copied> copied;
        try (EmbeddedDomain domain = three("live").start()) {
            SampleDomain.database(domain).createTable(TABLE, 4, List.of(SG1, SG2));
            put(domain, "k", "v");
            copied = copies.copy(domain, 0, 1);
        }
        SampleDomain again = three("again");
        Files.createDirectories(again.directory());
        Path restored = copies.restore(copied);
        Files.move(restored.resolve("archive-0"), again.archive(0));
        Files.move(restored.resolve("archive-1"), again.archive(1));
        try (EmbeddedDomain domain = again.start()) {
            assertEquals(Begun.RESTORED, domain.reports().get(0).begun());
            assertEquals("v", get(domain, "k"));
        }
    }

    @Test
    void refusesArchivesThatWereRestoredToDifferentCuts() {
        SampleCopies copies = new SampleCopies(directory.resolve("copies"));
        List<Copied> mixed = new ArrayList<>();
        try (EmbeddedDomain domain = three("live").start()) {
            SampleDomain.database(domain).createTable(TABLE, 4, List.of(SG1, SG2));
            mixed.addAll(copies.copy(domain, 0));
            put(domain, "k", "v");
            mixed.addAll(copies.copy(domain, 1));
        }
        Path first = copies.restore(mixed.subList(0, 1));
        Path second = copies.restore(mixed.subList(1, 2));
        assertTrue(second.resolve("archive-1")
                .toFile()
                .renameTo(first.resolve("archive-1").toFile()));

        SampleDomain again = three("again");
        HotCopyException refused =
                assertThrows(HotCopyException.class, () -> again.start(StartOptions.restored("test", first)));
        assertEquals(
                List.of("Restore all of them to one commit: --restore-snapshot "
                        + mixed.get(0).full().cut()),
                refused.hints());
        assertFalse(Files.exists(again.archive(0)), "an archive was moved though the start was refused");
    }

    @Test
    void refusesRestoredArchivesThatDoNotCoverAllStorageGroups() {
        SampleCopies copies = new SampleCopies(directory.resolve("copies"));
        List<Copied> copied;
        try (EmbeddedDomain domain =
                SampleDomain.ofSix(directory.resolve("live")).start()) {
            SampleDomain.database(domain).createTable(TABLE, 4, List.of(SG1, SG2, SG3));
            copied = copies.copy(domain, 0, 3);
        }
        SampleDomain again = SampleDomain.ofSix(directory.resolve("again"));
        Path restored = copies.restore(copied);
        HotCopyException refused =
                assertThrows(HotCopyException.class, () -> again.start(StartOptions.restored("test", restored)));
        assertEquals(
                "not all storage groups of acme/test are in the restored archives, missing are [SG3]",
                refused.getMessage());
    }

    @Test
    void refusesRestoredArchivesForADatabaseThatLives() {
        SampleDomain sample = three("live");
        sample.start().close();
        HotCopyException refused =
                assertThrows(HotCopyException.class, () -> sample.start(StartOptions.restored("test", directory)));
        assertTrue(refused.getMessage().startsWith("database \"acme/test\" lives already in"), refused.getMessage());
    }

    @Test
    void refusesArchivesThatAreNotRestoredOnesWhereTheStateIsGone() throws Exception {
        SampleDomain sample = three("live");
        sample.start().close();
        Files.delete(sample.directory().resolve("state.yaml"));
        HotCopyException refused = assertThrows(HotCopyException.class, sample::start);
        assertEquals(
                "\"" + sample.archive(0) + "\" is there, but \"" + sample.directory() + "\" has no state.yaml",
                refused.getMessage());
    }

    private SampleDomain three(String home) {
        return new SampleDomain(directory.resolve(home))
                .with(0, SG1)
                .with(1, SG2)
                .with(2, SG1, SG2);
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
