package io.hotcopy.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotcopy.embedded.DomainCrash;
import io.hotcopy.embedded.EmbeddedDomain;
import io.hotcopy.engine.RunReport;
import io.hotcopy.faults.InMemory;
import io.hotcopy.term.CommitNumber;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What was committed and lies in memory only, since RocksDB logs nothing, is copied and restored all the same. */
class MemtableTest {

    private static final int TRANSFERS = 150;

    @TempDir(factory = InMemory.class)
    private Path scratch;

    private final KillLedger ledger = new KillLedger();
    private Path backups;

    /** Ways in which a database may stop without having written its memory into files. */
    enum Stop {
        WITHOUT_FLUSH(DomainCrash::closeWithoutFlush),
        CRASH(DomainCrash::crash);

        private final Consumer<EmbeddedDomain> how;

        Stop(Consumer<EmbeddedDomain> how) {
            this.how = how;
        }
    }

    @BeforeEach
    void makeDirectory() throws IOException {
        backups = Files.createDirectory(scratch.resolve("backups"));
    }

    @Test
    void hotCopyOfAnArchiveOfWhichNothingWasFlushedHoldsEveryCommit() throws IOException {
        try (EmbeddedDomain domain = start(1)) {
            work(domain, 1);
            requireNothingFlushed(copy(domain));
        }
    }

    @ParameterizedTest
    @EnumSource
    void stopWithUnflushedMemoryThenHotCopyAndRestoreLoseNothing(Stop stop) throws IOException {
        try (EmbeddedDomain first = start(1)) {
            work(first, 1);
            stop.how.accept(first);
        }
        try (EmbeddedDomain second = start(2)) {
            ledger.requireLive(second.database(CrashDomain.NAME.database()));
            requireNothingFlushed(copy(second));
            work(second, 2);
            stop.how.accept(second);
        }
        try (EmbeddedDomain third = start(3)) {
            ledger.requireLive(third.database(CrashDomain.NAME.database()));
        }
    }

    private EmbeddedDomain start(long seed) {
        return CrashDomain.start(scratch.resolve("home"), seed, Set.of());
    }

    private void work(EmbeddedDomain domain, int life) {
        BankClients clients =
                new BankClients(domain.database(CrashDomain.NAME.database()), life * 1_000_000L, ledger::hear);
        clients.createTables();
        SplittableRandom choices = new SplittableRandom(life);
        for (int transfer = 0; transfer < TRANSFERS; transfer++) {
            clients.transfer(choices);
        }
    }

    private RunReport.HotCopy copy(EmbeddedDomain domain) throws IOException {
        ledger.requireLive(domain.database(CrashDomain.NAME.database()));
        RunReport.HotCopy copied =
                new CoordinatedCopies(domain, Optional.empty(), new SplittableRandom(7)).copy(backups);
        BankState restored = RestoredBank.restore(copied, scratch.resolve("restored"));
        assertEquals(state(domain), restored);
        ledger.requireCopied(restored, copied.cut().value());
        return copied;
    }

    private static BankState state(EmbeddedDomain domain) {
        return BankState.of(domain.database(CrashDomain.NAME.database()));
    }

    /** Else the test would prove nothing: all that was copied came from the journals. */
    private static void requireNothingFlushed(RunReport.HotCopy copied) {
        assertTrue(copied.cut().value() >= TRANSFERS, "cut " + copied.cut());
        copied.archives().forEach(archive -> assertEquals(CommitNumber.ZERO, archive.pinPoint()));
    }
}
