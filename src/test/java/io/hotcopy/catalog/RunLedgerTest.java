package io.hotcopy.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hotcopy.plan.PastRun;
import io.hotcopy.term.ByteSize;
import io.hotcopy.term.DatabaseName;
import io.hotcopy.term.ElementId;
import io.hotcopy.term.HotCopyType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The record of what runs became. */
class RunLedgerTest {

    private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");

    @TempDir
    private Path scratch;

    @Test
    void aRunIsReadAsItWasEntered() {
        List<PastRun> runs = List.of(
                new PastRun(
                        "nightly",
                        "east",
                        new DatabaseName("acme", "test"),
                        HotCopyType.FULL,
                        Optional.of(NOON),
                        HotCopyType.INCREMENTAL,
                        Optional.of(new ElementId(new UUID(1, 2))),
                        NOON,
                        NOON.plusMillis(1500),
                        PastRun.Outcome.DONE,
                        new ByteSize(12),
                        ""),
                run(2, NOON.plusSeconds(5), PastRun.Outcome.FAILED));
        runs.forEach(ledger()::enter);
        assertEquals(runs, ledger().since(Instant.EPOCH));
    }

    @Test
    void onlyRunsThatEndedSinceAreTold() {
        PastRun old = run(1, Instant.parse("2026-10-31T23:59:59Z"), PastRun.Outcome.DONE);
        PastRun morning = run(2, NOON.minusSeconds(7200), PastRun.Outcome.DONE);
        PastRun evening = run(3, NOON.plusSeconds(7200), PastRun.Outcome.DONE);
        List.of(old, morning, evening).forEach(ledger()::enter);
        assertEquals(List.of(evening), ledger().since(NOON));
        assertEquals(List.of(old, morning, evening), ledger().since(old.ended()));
        assertEquals(2, files().size());
    }

    @Test
    void aLineThatACrashCutOffSpoilsNoneButItself() throws IOException {
        PastRun first = run(1, NOON, PastRun.Outcome.DONE);
        PastRun last = run(2, NOON, PastRun.Outcome.CANCELLED);
        ledger().enter(first);
        Files.writeString(files().get(0), "1 12345678 {\"policy\": \"ni", StandardOpenOption.APPEND);
        assertEquals(List.of(first), ledger().since(Instant.EPOCH));
        ledger().enter(last);
        assertEquals(List.of(first, last), ledger().since(Instant.EPOCH));
    }

    @Test
    void aFlippedByteIsNeverReadAsARun() throws IOException {
        ledger().enter(run(1, NOON, PastRun.Outcome.DONE));
        byte[] sound = Files.readAllBytes(files().get(0));
        for (int at = 0; at < sound.length - 1; at++) {
            byte[] flipped = sound.clone();
            flipped[at] ^= (byte) 0x81;
            Files.write(files().get(0), flipped);
            assertEquals(List.of(), ledger().since(Instant.EPOCH), "byte " + at);
        }
    }

    @Test
    void manyMayEnterAtTheSameTime() throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (int thread = 0; thread < 4; thread++) {
            int first = thread * 50;
            threads.add(new Thread(() -> IntStream.range(first, first + 50)
                    .forEach(number -> ledger().enter(run(number, NOON, PastRun.Outcome.DONE)))));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        Set<Long> seen = ledger().since(Instant.EPOCH).stream()
                .map(run -> run.id().orElseThrow().value().getLeastSignificantBits())
                .collect(Collectors.toSet());
        assertEquals(200, seen.size());
    }

    private RunLedger ledger() {
        return new RunLedger(scratch.resolve("state/acme"));
    }

    private List<Path> files() {
        try (Stream<Path> listed = Files.list(scratch.resolve("state/acme"))) {
            return listed.filter(file -> file.getFileName().toString().endsWith(".log"))
                    .sorted()
                    .toList();
        } catch (IOException trouble) {
            throw new AssertionError(trouble);
        }
    }

    private static PastRun run(long number, Instant ended, PastRun.Outcome outcome) {
        return new PastRun(
                "nightly",
                "east",
                new DatabaseName("acme", "test"),
                HotCopyType.JOURNAL,
                Optional.empty(),
                HotCopyType.JOURNAL,
                Optional.of(new ElementId(new UUID(0, number))),
                ended.minusSeconds(1),
                ended,
                outcome,
                new ByteSize(number),
                outcome == PastRun.Outcome.DONE ? "" : "the disk \"is\" full\nindeed");
    }
}
