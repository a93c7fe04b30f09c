package io.hotcopy.crash;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotcopy.embedded.DomainCrash;
import io.hotcopy.embedded.EmbeddedDomain;
import io.hotcopy.faults.FaultWalk;
import io.hotcopy.faults.FaultWalk.Attempt;
import io.hotcopy.faults.InMemory;
import io.hotcopy.problem.HotCopyException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A short life of a database, from its creation over its first commits to its end in good order, on a disk that fails
 * at each place in turn: its state, its archives' identities, its journals, its leases.
 */
class DomainFaultsTest {

    private static final int TRANSFERS = 4;

    /** Of some 200 places. */
    private static final int EVERY = 5;

    @TempDir(factory = InMemory.class)
    private Path scratch;

    private KillLedger ledger;
    private int acknowledged;

    @Test
    void crashAnywhereLosesNothingAcknowledged() throws IOException {
        long crashes = walk().crashes(1, this::requireWhole);

        assertTrue(crashes > 20 && acknowledged > 0, crashes + " crashes, " + acknowledged + " transfers");
    }

    @Test
    void crashAnywhereInALaterLifeLosesNothingAcknowledged() throws IOException {
        FaultWalk later = new FaultWalk(
                        scratch,
                        root -> {
                            ledger = new KillLedger();
                            live(root, 1, true);
                        },
                        root -> live(root, 1_000, true))
                .every(EVERY);

        later.crashes(1, this::requireWhole);
    }

    @Test
    void anInputOutputErrorAnywhereLosesNothingAcknowledged() throws IOException {
        walk().errors((root, attempt) -> {
            attempt.trouble()
                    .ifPresent(trouble -> assertTrue(
                            trouble.getMessage().toLowerCase().contains("input/output error"), trouble.getMessage()));
            requireWhole(root, attempt);
        });
    }

    @Test
    void aFullDiskIsToldAndLosesNothingAcknowledged() throws IOException {
        walk().fullDisks(1_200_000, 60_000, (root, attempt) -> {
            attempt.trouble()
                    .ifPresent(trouble -> assertTrue(
                            trouble.getMessage().toLowerCase().contains("no space left on device"),
                            trouble.getMessage()));
            requireWhole(root, attempt);
        });
    }

    /**
     * The negative control: the walk must turn red for each sync that is left out. One that leaves out places may by
     * chance leave out the telling ones, so that others follow it until all places have had their turn.
     */
    @ParameterizedTest
    @ValueSource(strings = {"0000000000000001.seg", "spare.tmp", "journal", "archive-0", "bank", "disk", "state.yaml"})
    void aForgottenSyncTurnsTheWalkRed(String forgotten) {
        FaultWalk walk = walk().forgetting(path -> path.getFileName().toString().startsWith(forgotten));

        assertThrows(AssertionError.class, () -> {
            for (int turn = 0; turn < EVERY; turn++) {
                walk.crashes(4, this::requireWhole);
            }
        });
    }

    private FaultWalk walk() {
        return new FaultWalk(scratch, root -> ledger = new KillLedger(), root -> live(root, 1, true)).every(EVERY);
    }

    private void live(Path home, long firstTransfer, boolean closing) {
        EmbeddedDomain domain = CrashDomain.startSmall(home, firstTransfer);
        try {
            BankClients clients =
                    new BankClients(domain.database(CrashDomain.NAME.database()), firstTransfer, ledger::hear);
            clients.createTables();
            SplittableRandom choices = new SplittableRandom(firstTransfer);
            for (int transfer = 0; transfer < TRANSFERS; transfer++) {
                clients.transfer(choices);
            }
            if (closing) {
                domain.close();
            }
        } finally {
            DomainCrash.crash(domain);
        }
    }

    /** Starts again, and goes on. */
    private void requireWhole(Path home, Attempt attempt) {
        if (attempt.finished()) {
            assertTrue(ledger.acknowledgedTransfers() >= TRANSFERS, "finished with " + ledger.acknowledgedTransfers());
        }
        acknowledged += ledger.acknowledgedTransfers();
        try {
            EmbeddedDomain domain = CrashDomain.startSmall(home, 2);
            try {
                ledger.requireLive(domain.database(CrashDomain.NAME.database()));
                BankClients clients =
                        new BankClients(domain.database(CrashDomain.NAME.database()), 1_000_000, ledger::hear);
                clients.createTables();
                clients.transfer(new SplittableRandom(3));
                ledger.requireLive(domain.database(CrashDomain.NAME.database()));
            } finally {
                DomainCrash.crash(domain);
            }
        } catch (HotCopyException refused) {
            throw new AssertionError("does not start again: " + refused.getMessage(), refused);
        }
    }
}
