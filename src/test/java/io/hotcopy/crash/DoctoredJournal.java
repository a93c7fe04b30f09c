package io.hotcopy.crash;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotcopy.driver.ArchiveCopy;
import io.hotcopy.driver.JournalSlice;
import io.hotcopy.driver.SourceFile;
import io.hotcopy.embedded.journal.CommitFrame;
import io.hotcopy.embedded.journal.Frame;
import io.hotcopy.embedded.journal.Journal;
import io.hotcopy.embedded.journal.JournalIdentity;
import io.hotcopy.embedded.journal.JournalListener;
import io.hotcopy.embedded.journal.JournalReader;
import io.hotcopy.embedded.journal.JournalSettings;
import io.hotcopy.embedded.journal.Lease;
import io.hotcopy.embedded.journal.Leases;
import io.hotcopy.embedded.journal.Operation;
import io.hotcopy.embedded.journal.Slice;
import io.hotcopy.embedded.journal.ViewFrame;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.term.CommitNumber;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;

/**
 * The journal that an archive gives, written anew by the real journal with one commit doctored: every checksum right.
 */
final class DoctoredJournal {

    private static final JournalListener UNHEARD = new JournalListener() {
        @Override
        public void durable(List<CommitNumber> commits) {}

        @Override
        public void failed(HotCopyException cause) {
            throw cause;
        }

        @Override
        public void quota(long usedBytes, long quotaBytes, Optional<Lease> dropped) {}
    };

    private final Path aside;
    private final ArchiveCopy archive;

    /** @param aside does not exist yet, and is filled */
    DoctoredJournal(Path aside, ArchiveCopy archive) {
        this.aside = aside;
        this.archive = archive;
    }

    /**
     * @param doctor gives what becomes of an operation, empty for nothing; the first that it changes is the only one
     */
    JournalSlice of(JournalSlice honest, Function<Operation, Optional<Operation>> doctor) {
        Path from = aside.resolve("honest");
        honest.files().forEach(file -> layAside(file, from));
        List<Frame> frames = new ArrayList<>();
        JournalReader.scan(from.resolve("journal"), entry -> frames.add(entry.frame()));
        Path to = aside.resolve("journal");
        try (Journal journal = Journal.open(
                to,
                new JournalIdentity(
                        archive.databaseUuid(), archive.lineage(), archive.archive(), archive.archiveUuid()),
                JournalSettings.DEFAULT,
                JournalReader.scan(to, entry -> {}),
                Leases.open(aside.resolve("leases.yaml")),
                UNHEARD,
                new SplittableRandom(1),
                Clock.systemUTC())) {
            write(frames, honest.range().from(), doctor, journal);
            return new JournalSlice(
                    honest.range(),
                    journal.slice(honest.range().from()).segments().stream()
                            .map(DoctoredJournal::inMemory)
                            .toList(),
                    honest.earliest(),
                    honest.latest());
        }
    }

    private static void write(
            List<Frame> frames, CommitNumber after, Function<Operation, Optional<Operation>> doctor, Journal journal) {
        boolean planted = false;
        for (Frame frame : frames) {
            if (frame instanceof CommitFrame commit) {
                CommitFrame written = planted || !commit.number().isAfter(after) ? commit : doctored(commit, doctor);
                planted |= !written.operations().equals(commit.operations());
                journal.append(written);
            } else if (frame instanceof ViewFrame view) {
                journal.append(view);
            }
        }
        journal.sync();
        assertTrue(planted, "there was nothing to spoil");
    }

    private static CommitFrame doctored(CommitFrame commit, Function<Operation, Optional<Operation>> doctor) {
        List<Operation> operations = new ArrayList<>();
        boolean planted = false;
        for (Operation operation : commit.operations()) {
            Optional<Operation> becomes = planted ? Optional.of(operation) : doctor.apply(operation);
            planted |= !becomes.equals(Optional.of(operation));
            becomes.ifPresent(operations::add);
        }
        return new CommitFrame(
                commit.number(),
                commit.view(),
                commit.time(),
                commit.participants(),
                commit.touched(),
                commit.differences(),
                operations);
    }

    private static void layAside(SourceFile file, Path directory) {
        try {
            Path target = directory.resolve(file.name());
            Files.createDirectories(target.getParent());
            Files.write(target, FileInMemory.of(file).bytes());
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    private static SourceFile inMemory(Slice.Segment segment) {
        try {
            byte[] whole = Files.readAllBytes(segment.path());
            byte[] synced = new byte[Math.toIntExact(segment.length())];
            System.arraycopy(whole, 0, synced, 0, synced.length);
            return new FileInMemory("journal/" + segment.name(), synced);
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }
}
