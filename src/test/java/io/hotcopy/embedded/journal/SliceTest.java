package io.hotcopy.embedded.journal;

import static io.hotcopy.embedded.journal.SampleJournal.commit;
import static io.hotcopy.embedded.journal.SampleJournal.number;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotcopy.embedded.journal.JournalScan.End;
import io.hotcopy.embedded.journal.SampleJournal.Told;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A slice holds exactly what a reader needs from one commit through what was durable, while the journal goes on. */
class SliceTest {

    private static final JournalSettings SETTINGS = new JournalSettings(64 << 10, 1 << 30);

    @TempDir
    Path archive;

    private Path directory;
    private Leases leases;
    private final Told told = new Told();

    @BeforeEach
    void nameDirectory() {
        directory = archive.resolve("journal");
        leases = Leases.open(archive.resolve("leases.yaml"));
    }

    @Test
    void sliceBeginsWithTheSegmentOfTheFirstCommitAndEndsWithWhatIsSynced() {
        JournalSettings fewCommits = new JournalSettings(28 << 10, 1 << 30);
        try (Journal journal = SampleJournal.open(directory, fewCommits, leases, told, 1)) {
            for (long number = 1; number <= 8; number++) {
                journal.append(commit(10 * number, 5000));
                journal.sync();
            }

            assertEquals(List.of("1+28672", "2+28672", "3+20480"), lengths(journal.slice(number(0))));
            assertEquals(List.of("1+28672", "2+28672", "3+20480"), lengths(journal.slice(number(29))));
            assertEquals(List.of("2+28672", "3+20480"), lengths(journal.slice(number(30))));
            assertEquals(List.of("3+20480"), lengths(journal.slice(number(80))));
            assertEquals(number(80), journal.slice(number(80)).through());
        }
    }

    private static List<String> lengths(Slice slice) {
        return slice.segments().stream()
                .map(segment -> JournalFiles.number(segment.name()) + "+" + segment.length())
                .toList();
    }

    @Test
    void sliceOfAnEmptyJournalHoldsNothing() {
        try (Journal journal = SampleJournal.open(directory, SETTINGS, leases, told, 1)) {
            Slice slice = journal.slice(number(0));
            List<JournalEntry> found = new ArrayList<>();

            assertEquals(End.CLEAN, JournalReader.scan(slice, found::add).end());
            assertEquals(List.of(), found);
            assertEquals(number(0), slice.through());
        }
    }

    @Test
    void copiesTakenWhileCommitsAndRecyclingGoOnHoldEveryCommitOfTheirRange() throws Exception {
        AtomicBoolean running = new AtomicBoolean(true);
        try (Journal journal = SampleJournal.open(directory, SETTINGS, leases, told, 1)) {
            Thread writer = new Thread(() -> write(journal, running));
            writer.start();
            Random random = new Random(5);
            for (int round = 0; round < 25; round++) {
                copyAndCompare(journal, random, archive.resolve("copy-" + round));
            }
            running.set(false);
            writer.join();
            journal.recycle(number(told.durable.size()));
        }
        assertEquals(List.of(), told.failures);
        assertTrue(JournalReader.scan(directory, entry -> {}).before().isAfter(number(100)), "much was recycled");
    }

    private static void write(Journal journal, AtomicBoolean running) {
        for (long number = 1; running.get(); number++) {
            journal.append(commit(number, (int) (number % 3000)));
            if (number % 50 == 0) {
                journal.sync();
                journal.recycle(number(number));
            }
        }
        journal.sync();
    }

    private void copyAndCompare(Journal journal, Random random, Path copy) throws IOException {
        long after = Math.max(0, told.durable.size() - random.nextInt(200));
        leases.put(new Lease("pin:1", new UUID(1, 1), number(after)));
        if (journal.reachesBackTo().isAfter(number(after))) {
            return;
        }
        Slice slice = journal.slice(number(after));
        Files.createDirectory(copy);
        for (Slice.Segment segment : slice.segments()) {
            try (InputStream source = Files.newInputStream(segment.path())) {
                Files.write(copy.resolve(segment.name()), source.readNBytes((int) segment.length()));
            }
        }

        List<CommitFrame> found = new ArrayList<>();
        JournalScan scan = JournalReader.scan(copy, entry -> found.add((CommitFrame) entry.frame()));
        found.removeIf(commit -> commit.number().value() <= after);
        assertEquals(End.CLEAN, scan.end(), scan.reason());
        assertEquals(slice.through(), scan.highestCommit());
        assertEquals(
                LongStream.rangeClosed(after + 1, slice.through().value())
                        .mapToObj(number -> commit(number, (int) (number % 3000)))
                        .toList(),
                found);
        List<CommitFrame> again = new ArrayList<>();
        JournalReader.scan(slice, entry -> again.add((CommitFrame) entry.frame()));
        again.removeIf(commit -> commit.number().value() <= after);
        assertEquals(found, again, "read in place");
    }
}
