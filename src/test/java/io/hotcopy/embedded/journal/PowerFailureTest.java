package io.hotcopy.embedded.journal;

import static io.hotcopy.embedded.journal.SampleJournal.commit;
import static io.hotcopy.embedded.journal.SampleJournal.number;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotcopy.embedded.journal.JournalScan.End;
import io.hotcopy.embedded.journal.SampleJournal.Told;
import io.hotcopy.faults.FaultyStorage;
import io.hotcopy.faults.InMemory;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.term.CommitNumber;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The power fails, the disk fills up or fails at every single operation of a small run: what was reported durable is
 * there, and the journal goes on behind it. Red when a sync is left out (protocol §8).
 */
class PowerFailureTest {

    private static final JournalSettings SMALL = new JournalSettings(16 << 10, 1 << 20);
    private static final int SEEDS = 3;
    private static final CommitNumber KEEP_ALL = CommitNumber.ZERO;

    @TempDir(factory = InMemory.class)
    Path disks;

    private final Told told = new Told();
    private HotCopyException lastTrouble;

    @Test
    void nothingReportedDurableIsLostWhereverThePowerFails() throws IOException {
        for (long seed = 0; seed < SEEDS; seed++) {
            boolean failed = true;
            for (long operation = 1; failed; operation++) {
                failed = powerFails(seed, operation);
            }
        }
    }

    /** Says whether the power failed during the run and not after it. */
    private boolean powerFails(long seed, long operation) throws IOException {
        String where = "seed " + seed + ", operation " + operation;
        told.durable.clear();
        FaultyStorage storage = new FaultyStorage(Files.createTempDirectory(disks, "disk"), seed);
        storage.crashAt(operation);
        boolean failed = !run(storage.root(), 1);
        storage.crash();
        long durable = requireDurable(storage.reopened(), where);

        Path renamed = disks.resolve("after-" + seed + "-" + operation);
        FaultyStorage restarted = new FaultyStorage(Files.move(storage.reopened(), renamed), seed);
        assertTrue(run(restarted.root(), durable + 1), () -> where + ": " + lastTrouble + told.failures);
        restarted.crash();
        requireDurable(restarted.reopened(), where + ", after another run");
        return failed;
    }

    /** Runs a journal; says whether it got through. */
    private boolean run(Path archive, long first) {
        return run(archive, first, number(first + 2));
    }

    private boolean run(Path archive, long first, CommitNumber persistedApplied) {
        try (Journal journal = SampleJournal.open(archive.resolve("journal"), SMALL, told)) {
            for (long number = first; number < first + 6; number += 2) {
                journal.append(commit(number, bytes(number)));
                journal.append(commit(number + 1, bytes(number + 1)));
                journal.sync();
                journal.stable(number(number + 1));
            }
            journal.recycle(persistedApplied);
        } catch (HotCopyException trouble) {
            lastTrouble = trouble;
            return false;
        }
        return told.failures.isEmpty();
    }

    /** A short one and one of two blocks by turns. */
    private static int bytes(long number) {
        return number % 2 == 1 ? 10 : 6000;
    }

    /** Says through which commit the journal reaches. */
    private long requireDurable(Path archive, String where) {
        told.failures.clear();
        List<CommitFrame> found = new ArrayList<>();
        JournalScan scan = JournalReader.scan(archive.resolve("journal"), entry -> {
            if (entry.frame() instanceof CommitFrame commit) {
                found.add(commit);
            }
        });
        long last = scan.highestCommit().value();
        assertNotEquals(End.DAMAGED, scan.end(), where + ": " + scan.reason());
        assertEquals(
                LongStream.rangeClosed(scan.before().value() + 1, last)
                        .mapToObj(number -> commit(number, bytes(number)))
                        .toList(),
                found,
                where);
        for (CommitNumber reported : told.durable) {
            assertTrue(reported.value() <= last, where + ": " + reported + " was reported, found up to " + last);
        }
        return last;
    }

    @Test
    void whatARestartFoundIsStillThereWhenThePowerFailsLater() throws IOException {
        long operations = operationsOfARun(KEEP_ALL);
        for (long seed = 0; seed < SEEDS; seed++) {
            for (long operation = 1; operation <= operations; operation++) {
                String where = "seed " + seed + ", failed operation " + operation;
                told.durable.clear();
                FaultyStorage storage = new FaultyStorage(Files.createTempDirectory(disks, "disk"), seed);
                run(storage.failAt(operation).root(), 1, KEEP_ALL);
                storage.failNoMore(); // a run has an operation more or less, as its two threads happen to meet
                long found = requireDurable(storage.root(), where + ", before the restart");
                assertTrue(run(storage.root(), found + 1, KEEP_ALL), where);
                storage.crash();
                requireDurable(storage.reopened(), where);
            }
        }
    }

    private long operationsOfARun(CommitNumber persistedApplied) throws IOException {
        FaultyStorage storage = new FaultyStorage(Files.createTempDirectory(disks, "disk"), 1);
        assertTrue(run(storage.root(), 1, persistedApplied));
        return storage.operations();
    }

    @Test
    void fullDiskIsToldOnceAndNothingIsReportedDurableAfterIt() throws IOException {
        boolean full = true;
        for (long room = 0; full; room += 3000) {
            full = fails(new FaultyStorage(Files.createTempDirectory(disks, "disk"), room).room(room), "room " + room);
        }
    }

    @Test
    void failedOperationIsToldOnceAndNothingIsReportedDurableAfterIt() throws IOException {
        long operations = operationsOfARun(number(3));
        for (long operation = 1; operation <= operations; operation++) {
            FaultyStorage storage = new FaultyStorage(Files.createTempDirectory(disks, "disk"), operation);
            fails(storage.failAt(operation), "operation " + operation);
        }
    }

    /** Says whether the journal failed. */
    private boolean fails(FaultyStorage storage, String where) throws IOException {
        told.durable.clear();
        told.failures.clear();
        boolean failed = !run(storage.root(), 1);
        assertTrue(told.failures.size() <= 1, where + ": " + told.failures);
        assertEquals(0, told.durableAfterFailure, where);
        storage.crash();
        requireDurable(storage.reopened(), where);
        return failed;
    }
}
