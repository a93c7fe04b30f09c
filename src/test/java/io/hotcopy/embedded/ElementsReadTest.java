package io.hotcopy.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotcopy.embedded.journal.CommitFrame;
import io.hotcopy.embedded.store.DamagedArchiveException;
import io.hotcopy.embedded.store.DirectoryTree;
import io.hotcopy.progress.ProgressListener;
import io.hotcopy.restore.JournalHit;
import io.hotcopy.restore.JournalQuestion;
import io.hotcopy.restore.JournalSource;
import io.hotcopy.restore.SourceStep;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.CommitRange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Incremental and journal elements, read and searched where they lie. */
class ElementsReadTest {

    private final EmbeddedArchiveFormat format = new EmbeddedArchiveFormat();

    @TempDir
    private Path directory;

    private RecordedLife life;
    private SampleSteps sample;
    private RecordedLife.Member member;

    @BeforeEach
    void begin() throws IOException {
        life = new RecordedLife(
                directory.resolve("home"), 7, Map.of(0, List.of("SG1", "SG2"), 1, List.of("SG1", "SG3")));
        sample = new SampleSteps(life, directory.resolve("steps"));
        member = life.member(0);
        life.live(60);
    }

    @AfterEach
    void end() {
        life.close();
    }

    @Test
    void soundElementsAreReadAndNothingIsWritten() throws IOException {
        CommitNumber middle = life.last();
        life.live(60);
        for (SourceStep step : both(new CommitRange(middle, life.last()))) {
            Map<String, Long> before = DirectoryTree.of(step.data());
            assertEquals(life.last(), read(step));
            assertEquals(before, DirectoryTree.of(step.data()));
        }
    }

    @Test
    void aFlippedByteAnywhereInChangesIsFound() throws IOException {
        SourceStep incremental = sample.incremental(member, new CommitRange(CommitNumber.ZERO, life.last()));
        requireEveryFlipFound(incremental, 40);
    }

    /** What follows the last frame is padding and means nothing; only what the reader looks at is flipped. */
    @Test
    void aFlippedByteInAJournalsFramesIsFound() throws IOException {
        life.live(300);
        SourceStep journal = sample.journal(member, new CommitRange(CommitNumber.ZERO, life.last()));
        List<Path> segments = files(journal.data());
        assertTrue(segments.size() > 2, "only " + segments);
        for (Path segment : segments.subList(0, segments.size() - 1)) {
            byte[] whole = Files.readAllBytes(segment);
            for (int at : new int[] {3, 100, 4096 + 8, 4096 + 60}) {
                byte[] flipped = whole.clone();
                flipped[at] ^= 0x10;
                Files.write(segment, flipped);
                assertThrows(DamagedArchiveException.class, () -> read(journal), segment + ", byte " + at);
            }
            Files.write(segment, whole);
        }
        assertEquals(life.last(), read(journal));
    }

    @Test
    void aMissingFileOfChangesIsFound() throws IOException {
        SourceStep incremental = sample.incremental(member, new CommitRange(CommitNumber.ZERO, life.last()));
        for (Path file : files(incremental.data())) {
            byte[] whole = Files.readAllBytes(file);
            Files.delete(file);
            assertThrows(RuntimeException.class, () -> read(incremental), file.toString());
            Files.write(file, whole);
        }
    }

    @Test
    void timesAreThoseOfEveryCommitThatHappenedAndIsCovered() throws IOException {
        CommitNumber middle = life.last();
        life.live(10);
        life.voidOneCommit();
        life.live(10);
        CommitRange range = new CommitRange(middle, life.last());
        SourceStep journal = sample.journal(member, range);
        List<CommitNumber> found = new ArrayList<>();
        format.commitTimes(List.of(source(journal)), (commit, time) -> found.add(commit));
        assertEquals(touching(member, range), found);
    }

    @Test
    void aHistoryOverBothArchivesTellsEachCommitOnceAndNoneThatNeverHappened() throws IOException {
        life.createTable("t", 4, "SG1", "SG2", "SG3");
        CommitNumber before = life.last();
        life.put("t", "k1", "a");
        life.put("t", "k2", "b");
        life.voidOneCommit();
        life.put("t", "k1", null);
        life.dropTable("t");
        CommitRange range = new CommitRange(CommitNumber.ZERO, life.last());
        List<JournalSource> sources =
                List.of(source(sample.journal(member, range)), source(sample.journal(life.member(1), range)));

        List<JournalHit> all = history(sources, Optional.empty(), 100);
        assertEquals(
                List.of("TABLE_DROPPED", "DELETE", "PUT", "PUT", "TABLE_CREATED"),
                all.stream().map(hit -> hit.action().name()).toList());
        assertEquals(before, all.get(4).commit());
        assertEquals(
                List.of("TABLE_DROPPED", "DELETE", "PUT", "TABLE_CREATED"),
                history(sources, Optional.of("k1".getBytes()), 100).stream()
                        .map(hit -> hit.action().name())
                        .toList());
        assertEquals(2, history(sources, Optional.empty(), 2).size());
    }

    private List<JournalHit> history(List<JournalSource> sources, Optional<byte[]> key, int limit) {
        return format.history(sources, new JournalQuestion("t", key, limit), ProgressListener.NONE);
    }

    private List<CommitNumber> touching(RecordedLife.Member archive, CommitRange range) {
        return life.history().stream()
                .filter(commit -> range.contains(commit.number()))
                .filter(commit -> commit.touched().stream().anyMatch(archive.groups()::contains))
                .map(CommitFrame::number)
                .toList();
    }

    private List<SourceStep> both(CommitRange range) throws IOException {
        return List.of(sample.incremental(member, range), sample.journal(member, range));
    }

    private static JournalSource source(SourceStep step) {
        return new JournalSource(step.data(), step.element());
    }

    private CommitNumber read(SourceStep step) {
        return format.read(step.data(), step.element(), ProgressListener.NONE);
    }

    private void requireEveryFlipFound(SourceStep step, int flips) throws IOException {
        Random random = new Random(9);
        for (Path file : files(step.data())) {
            byte[] whole = Files.readAllBytes(file);
            for (int flip = 0; flip < flips; flip++) {
                byte[] flipped = whole.clone();
                int at = random.nextInt(whole.length);
                flipped[at] ^= (byte) (1 << random.nextInt(8));
                Files.write(file, flipped);
                assertThrows(RuntimeException.class, () -> read(step), file + ", byte " + at);
            }
            Files.write(file, whole);
        }
    }

    private static List<Path> files(Path data) throws IOException {
        try (Stream<Path> all = Files.walk(data)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
