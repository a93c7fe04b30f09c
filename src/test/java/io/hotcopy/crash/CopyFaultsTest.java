package io.hotcopy.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotcopy.catalog.Catalog;
import io.hotcopy.catalog.CatalogCollection;
import io.hotcopy.catalog.CatalogListing;
import io.hotcopy.catalog.SetState;
import io.hotcopy.embedded.EmbeddedDomain;
import io.hotcopy.embedded.journal.Lease;
import io.hotcopy.embedded.journal.Leases;
import io.hotcopy.engine.RunReport;
import io.hotcopy.faults.FaultWalk;
import io.hotcopy.faults.FaultWalk.Attempt;
import io.hotcopy.faults.InMemory;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.term.ArchiveId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A coordinated full hot copy of a running database, whose backup disk is full, fails or loses power at each place in
 * turn. The database goes on, and so do its leases, as if the hot copy had never been asked for.
 */
class CopyFaultsTest {

    private static final int EVERY = 20;

    @TempDir(factory = InMemory.class)
    private Path scratch;

    private EmbeddedDomain domain;
    private BankClients clients;
    private final KillLedger ledger = new KillLedger();
    private final SplittableRandom choices = new SplittableRandom(5);
    private long lastCut;

    @BeforeEach
    void copyOnce() throws IOException {
        domain = CrashDomain.startSmall(home(), 1);
        clients = new BankClients(domain.database(CrashDomain.NAME.database()), 1, ledger::hear);
        clients.createTables();
        transfers(40);
        lastCut = copy(Files.createDirectory(scratch.resolve("first"))).cut().value();
        transfers(40);
    }

    @AfterEach
    void stop() {
        domain.close();
    }

    @Test
    void aFullDiskIsToldAndTheNextHotCopyWorks() throws IOException {
        long needed = bytesIn(scratch.resolve("first"));

        walk().fullDisks(needed, needed / 8, (root, attempt) -> {
            HotCopyException trouble = attempt.trouble().orElseThrow();
            assertTrue(trouble.getMessage().contains("no space left on device"), trouble.getMessage());
            assertTrue(trouble.getMessage().contains("\"" + root), trouble.getMessage());
            assertTrue(trouble.hints().stream().anyMatch(hint -> hint.startsWith("Free space")), "" + trouble.hints());
            requireNothingWholeAndLeasesWhereTheyWere(root);
            requireNextWorks(root);
        });
    }

    @Test
    void anInputOutputErrorIsToldAndNothingLooksWholeThatIsNot() throws IOException {
        walk().every(EVERY).errors((root, attempt) -> {
            attempt.trouble()
                    .ifPresent(trouble ->
                            assertTrue(trouble.getMessage().contains("input/output error"), trouble.getMessage()));
            requireWholeOrHalfMade(root, attempt);
            requireNextWorks(root);
        });
    }

    @Test
    void crashOfTheBackupDiskLeavesNothingThatLooksWholeAndIsNot() throws IOException {
        walk().every(EVERY).crashes(1, (root, attempt) -> {
            requireWholeOrHalfMade(root, attempt);
            requireNextWorks(root);
        });
    }

    private FaultWalk walk() throws IOException {
        return new FaultWalk(
                Files.createDirectory(scratch.resolve("walk-of-faults")), CopyFaultsTest::prepare, root -> {
                    transfers(5);
                    lastCut = copy(root.resolve("failing")).cut().value();
                });
    }

    /** The test's own directory is no part of what may fail. */
    private static void prepare(Path root) throws IOException {
        Files.createDirectory(root.resolve("failing"));
    }

    private void transfers(int number) {
        for (int transfer = 0; transfer < number; transfer++) {
            clients.transfer(choices);
        }
    }

    private RunReport.HotCopy copy(Path directory) {
        return new CoordinatedCopies(domain, Optional.empty(), choices.split()).copy(directory);
    }

    private void requireWholeOrHalfMade(Path root, Attempt attempt) throws IOException {
        CatalogListing listing = new Catalog(root, List.of(root)).list();
        listing.unattributed().forEach(set -> assertEquals(SetState.HALF_MADE, set.state(), set.toString()));
        boolean whole = false;
        for (CatalogCollection collection : listing.collections()) {
            assertTrue(
                    collection.state() == SetState.COMPLETE || collection.state() == SetState.HALF_MADE,
                    collection.toString());
            whole |= collection.state() == SetState.COMPLETE;
            if (whole) {
                RestoredBank.restore(
                        collection.sets().stream()
                                .map(set -> set.facts().orElseThrow())
                                .toList(),
                        scratch.resolve("restored"));
            }
        }
        assertTrue(whole || !attempt.finished(), "finished, and nothing is there");
        for (int archive = 0; archive < 2; archive++) {
            Path set = root.resolve("failing").resolve("archive-" + archive);
            if (listing.collections().stream().noneMatch(collection -> isPublished(collection, set))) {
                requireOwnLeases(archive, "set:");
            }
        }
    }

    private static boolean isPublished(CatalogCollection collection, Path set) {
        return collection.sets().stream()
                .anyMatch(found -> found.location().equals(set) && found.state() == SetState.COMPLETE);
    }

    private void requireNothingWholeAndLeasesWhereTheyWere(Path root) {
        CatalogListing listing = new Catalog(root, List.of(root)).list();
        listing.collections()
                .forEach(collection -> assertNotEquals(SetState.COMPLETE, collection.state(), collection.toString()));
        requireOwnLeases(0, "");
        requireOwnLeases(1, "");
    }

    /** Only what was published moves leases, and no pin outlives its hot copy. */
    private void requireOwnLeases(int archive, String prefix) {
        Path file = CrashDomain.archive(home(), new ArchiveId(archive)).resolve("leases.yaml");
        List<Lease> leases = Leases.open(file).all();
        assertTrue(leases.stream().noneMatch(lease -> lease.owner().startsWith("pin:")), leases.toString());
        List<Lease> moving = leases.stream()
                .filter(lease -> lease.owner().startsWith(prefix))
                .filter(lease -> !lease.owner().equals("journal-chain"))
                .toList();
        assertFalse(moving.isEmpty());
        moving.forEach(lease -> assertEquals(lastCut, lease.number().value(), lease.toString()));
    }

    private void requireNextWorks(Path root) throws IOException {
        ledger.requireLive(domain.database(CrashDomain.NAME.database()));
        RunReport.HotCopy next = copy(Files.createDirectory(root.resolve("next")));
        BankState restored = RestoredBank.restore(next, scratch.resolve("restored"));
        ledger.requireCopied(restored, next.cut().value());
        lastCut = next.cut().value();
    }

    private Path home() {
        return scratch.resolve("home");
    }

    private static long bytesIn(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }
}
