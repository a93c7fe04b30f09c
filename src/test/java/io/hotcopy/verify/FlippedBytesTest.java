package io.hotcopy.verify;

import static io.hotcopy.backupset.SampleSets.member;
import static io.hotcopy.backupset.SampleSets.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotcopy.backupset.BackupSet;
import io.hotcopy.backupset.DamagedSetException;
import io.hotcopy.backupset.ElementFacts.Member;
import io.hotcopy.backupset.SetFacts;
import io.hotcopy.faults.InMemory;
import io.hotcopy.progress.ProgressListener;
import io.hotcopy.recovery.RecoveryPlanner;
import io.hotcopy.recovery.RestorePlan;
import io.hotcopy.recovery.RestoreTarget;
import io.hotcopy.restore.ArchiveFormats;
import io.hotcopy.restore.Restorer;
import io.hotcopy.restore.TextArchiveFormat;
import io.hotcopy.restore.TextDatabase;
import io.hotcopy.restore.Workers;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every byte of a small collection with an incremental and a journal is damaged in turn: restore refuses before it
 * writes, verification says so.
 */
class FlippedBytesTest {
    private static final long SEED = 20211218;
    private static final List<Member> MEMBERS = List.of(member(0, 1, "SG1"), member(1, 2, "SG1", "SG2"));

    private final ArchiveFormats formats = new ArchiveFormats(List.of(new TextArchiveFormat()));
    private final Workers workers = new Workers(1);
    private final Random random = new Random(SEED);

    @TempDir(factory = InMemory.class)
    private Path directory;

    private List<SetFacts> sets;
    private RestorePlan plan;
    private Path target;

    @BeforeEach
    void takeFull() throws IOException {
        Path backups = Files.createDirectory(directory.resolve("backups"));
        TextDatabase database = new TextDatabase("SG1", "SG2");
        database.full(backups, run(1), MEMBERS, List.of(8L, 9L), 10);
        database.incremental(backups, run(2), 1, MEMBERS, 10, 14);
        database.journal(backups, run(3), 1, MEMBERS, 10, 18);
        sets = Stream.of("archive-0", "archive-1")
                .map(name -> BackupSet.open(backups.resolve(name)).facts())
                .toList();
        plan = RecoveryPlanner.plan(sets, new RestoreTarget.Latest());
        target = Files.createDirectory(directory.resolve("restores")).resolve("restored");
    }

    @Test
    void theUndamagedCollectionIsValidAndRestores() {
        assertEquals(Outcome.VALID, verify(Depth.DRILL).outcome());
        new Restorer(formats, random, workers).restore(plan, target, ProgressListener.NONE);
    }

    @Test
    void everyFlippedByteIsFound() throws IOException {
        int flips = 0;
        for (Path file : files()) {
            byte[] whole = Files.readAllBytes(file);
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                for (int at = 0; at < whole.length; at++) {
                    put(channel, at, (byte) (whole[at] ^ 1 << random.nextInt(8)));
                    requireRefused("byte " + at + " of " + file + ", seed " + SEED);
                    put(channel, at, whole[at]);
                    flips++;
                }
            }
        }
        theUndamagedCollectionIsValidAndRestores();
        assertTrue(flips > 7000, "only " + flips + " flips");
    }

    @Test
    void everyTruncationIsFound() throws IOException {
        for (Path file : files()) {
            byte[] whole = Files.readAllBytes(file);
            for (int length = 0; length < whole.length; length += 1 + random.nextInt(40)) {
                requireFound(file, Arrays.copyOf(whole, length), file + " cut to " + length + ", seed " + SEED);
            }
            Files.write(file, whole);
        }
    }

    @Test
    void everyMissingFileIsFound() throws IOException {
        for (Path file : files()) {
            byte[] whole = Files.readAllBytes(file);
            Files.delete(file);
            requireRefused("without " + file);
            Files.write(file, whole);
        }
    }

    @Test
    void everyFileTooMuchIsFound() throws IOException {
        IntFunction<Path> places = set -> sets.get(set).location().resolve("full");
        for (Path extra : List.of(
                places.apply(0).resolve("data/extra"),
                places.apply(1).resolve("data/journal/2.txt"),
                places.apply(1).resolve("control/extra"),
                places.apply(0).resolve("extra"),
                sets.get(0).location().resolve("1.inc/data/extra"),
                sets.get(1).location().resolve("1.jnl/control/extra"))) {
            Files.writeString(extra, "");
            requireRefused("with " + extra);
            Files.delete(extra);
        }
    }

    @Test
    void aLinkInPlaceOfAFileIsFound() throws IOException {
        Path file = sets.get(0).location().resolve("full/data/journal/1.txt");
        Path moved = Files.move(file, directory.resolve("moved.txt"));
        Files.createSymbolicLink(file, moved);

        requireRefused("a link");
    }

    /** In its place: some file systems bring a file to the disk that is written anew, which takes most of the time. */
    private static void put(FileChannel channel, int at, byte value) throws IOException {
        channel.write(ByteBuffer.wrap(new byte[] {value}), at);
    }

    private void requireFound(Path file, byte[] damaged, String what) throws IOException {
        Files.write(file, damaged);
        requireRefused(what);
    }

    /** Damaged at the least depth that reads it, and never valid. */
    private void requireRefused(String what) throws IOException {
        Restorer restorer = new Restorer(formats, random, workers);
        assertThrows(DamagedSetException.class, () -> restorer.restore(plan, target, ProgressListener.NONE), what);
        try (Stream<Path> written = Files.list(target.getParent())) {
            assertEquals(List.of(), written.toList(), what);
        }
        Verdict verdict = verify(Depth.CHECKSUMS);
        assertEquals(Outcome.DAMAGED, verdict.outcome(), what);
        assertFalse(verdict.sets().stream().allMatch(set -> set.findings().isEmpty()), what);
    }

    private Verdict verify(Depth depth) {
        List<Path> locations = sets.stream().map(SetFacts::location).toList();
        VerifyRequest request = new VerifyRequest(
                locations, depth, new RestoreTarget.Latest(), Optional.of(directory.resolve("scratch")));
        return new Verifier(formats, random, workers).verify(request, ProgressListener.NONE);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(directory.resolve("backups"))) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
