package io.hotcopy.verb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotcopy.backupset.BackupSet;
import io.hotcopy.backupset.BackupSetWriter;
import io.hotcopy.backupset.ElementCheck;
import io.hotcopy.backupset.ElementFacts.Member;
import io.hotcopy.backupset.SampleSets;
import io.hotcopy.backupset.SealedElement;
import io.hotcopy.backupset.SetRemoval;
import io.hotcopy.embedded.EmbeddedSettings;
import io.hotcopy.faults.FaultWalk;
import io.hotcopy.faults.FaultWalk.Attempt;
import io.hotcopy.faults.InMemory;
import io.hotcopy.model.BackupGroup;
import io.hotcopy.model.BackupPolicy;
import io.hotcopy.model.Database;
import io.hotcopy.model.Declarations;
import io.hotcopy.model.DirectoryPattern;
import io.hotcopy.model.Domain;
import io.hotcopy.model.Objectives;
import io.hotcopy.model.Reactions;
import io.hotcopy.model.Region;
import io.hotcopy.model.Retention;
import io.hotcopy.model.StorageManager;
import io.hotcopy.progress.ProgressListener;
import io.hotcopy.restore.ArchiveFormats;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.ByteSize;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The power fails, or the disk, at every place of an expire that deletes two collections of two sets each and keeps
 * two: what is kept stays whole, what goes is whole, known to be on its way, or gone; and the next expire ends it.
 */
class ExpireFaultsTest {

    private static final int COLLECTIONS = 4;
    private static final Map<String, String> FILES =
            Map.of("rocks/000012.sst", "sorted ".repeat(200), "journal/0000000000000001.seg", "frames", "CURRENT", "");

    private static final EmbeddedSettings SMALL = new EmbeddedSettings(
            new ByteSize(1 << 20), new ByteSize(64 << 20), ByteSize.ofMegabytes(16), ByteSize.ofMegabytes(8));

    @TempDir(factory = InMemory.class)
    Path scratch;

    @Test
    void whereverThePowerFails() throws IOException {
        long crashes = walk().crashes(2, ExpireFaultsTest::requireSound);
        assertTrue(crashes > 20, "only " + crashes + " crashes");
    }

    @Test
    void whereverTheDiskFailsOnce() throws IOException {
        long errors = walk().errors(ExpireFaultsTest::requireSound);
        assertTrue(errors > 25, "only " + errors + " errors");
    }

    private FaultWalk walk() {
        return new FaultWalk(scratch, ExpireFaultsTest::makeSets, ExpireFaultsTest::expire).every(3);
    }

    private static void makeSets(Path root) throws IOException {
        Path backups = Files.createDirectory(root.resolve("backups"));
        for (int number = 1; number <= COLLECTIONS; number++) {
            int first = 2 * number;
            List<Member> members = List.of(
                    SampleSets.member(0, first, "UNPARTITIONED", "SG1"),
                    SampleSets.member(1, first + 1, "UNPARTITIONED", "SG2"));
            for (Member member : members) {
                Path set = set(backups, number, member.archive().value());
                BackupSetWriter writer =
                        BackupSetWriter.initialise(SampleSets.identity(set, member, SampleSets.run(number)));
                long cut = 3_600L * number;
                SampleSets.sealed(writer, SampleSets.run(number), members, cut - 100, cut, FILES)
                        .publish();
            }
        }
    }

    private static Path set(Path backups, int collection, int archive) {
        return backups.resolve("day-" + collection + "-archive-" + archive);
    }

    /** Five hours after the first: the window begins between the third and the fourth. */
    private static void expire(Path root) {
        Clock clock = Clock.fixed(SampleSets.TIME.plus(Duration.ofHours(5)), ZoneOffset.UTC);
        VerbSurroundings surroundings = new VerbSurroundings(
                clock,
                new Random(7),
                root,
                root.resolve("home"),
                path -> "",
                new ArchiveFormats(List.of()),
                SMALL,
                event -> {});
        try (Session session = new Session(surroundings, false)) {
            session.declare(declared(root));
            new ExpireVerb(session).run(ExpireRequest.byPolicies(), preview -> true, ProgressListener.NONE);
        }
    }

    private static Declarations declared(Path root) {
        List<StorageManager> managers = List.of(
                new StorageManager(new ArchiveId(0), "e1", SampleSets.groups("SG1"), true),
                new StorageManager(new ArchiveId(1), "e2", SampleSets.groups("SG2"), true));
        Database database = Database.of("test", SampleSets.groups("SG1", "SG2"), List.of("e1"), managers);
        Domain domain = new Domain(
                "acme", Optional.empty(), List.of(new Region("east", List.of("e1", "e2"))), List.of(database));
        BackupPolicy policy = new BackupPolicy(
                "nightly",
                SampleSets.NAME,
                ZoneId.of("UTC"),
                Objectives.NONE,
                List.of(BackupGroup.of("all", List.of(new ArchiveId(0), new ArchiveId(1)))),
                List.of(),
                Reactions.DEFAULT,
                BackupPolicy.DEFAULT_OUTAGE,
                new DirectoryPattern(root, "backups/{date}-archive-{archive}"),
                Optional.of(new Retention(Optional.of(Duration.ofMinutes(90)), 1, 0, 0, 0)),
                List.of());
        return new Declarations(List.of(domain), List.of(policy), Map.of());
    }

    private static void requireSound(Path root, Attempt attempt) throws IOException {
        Path backups = root.resolve("backups");
        requireEach(backups, attempt.finished());
        expire(root);
        requireEach(backups, true);
    }

    private static void requireEach(Path backups, boolean gone) throws IOException {
        for (int archive = 0; archive < 2; archive++) {
            requireWhole(set(backups, 4, archive));
            requireWhole(set(backups, 3, archive));
            requireGoing(set(backups, 2, archive), gone);
            requireGoing(set(backups, 1, archive), gone);
        }
    }

    private static void requireGoing(Path set, boolean gone) throws IOException {
        if (isAbsent(set)) {
            return;
        }
        assertTrue(!gone, set + " is still there");
        if (SetRemoval.stage(set).isEmpty()) {
            requireWhole(set);
        }
    }

    private static boolean isAbsent(Path set) throws IOException {
        if (Files.notExists(set)) {
            return true;
        }
        try (DirectoryStream<Path> children = Files.newDirectoryStream(set)) {
            return !children.iterator().hasNext();
        }
    }

    private static void requireWhole(Path set) {
        BackupSet found = BackupSet.open(set);
        assertEquals(BackupSet.State.USABLE, found.state());
        for (SealedElement element : found.elements()) {
            assertEquals(List.of(), ElementCheck.present(element));
            element.files()
                    .forEach(file -> assertEquals(
                            Optional.empty(),
                            ElementCheck.checksum(element, file, ByteBuffer.allocate(512), bytes -> {})));
        }
    }
}
