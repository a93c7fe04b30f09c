package io.hotcopy.backupset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotcopy.backupset.ElementFacts.Member;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.term.HotCopyType;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a full hot copy does with backup sets, and how far one can be found to have come. */
final class SetLife {

    static final Member MEMBER = SampleSets.member(0, 1, "UNPARTITIONED", "SG1");
    static final Member OTHER = SampleSets.member(1, 2, "UNPARTITIONED", "SG2");
    static final Map<String, String> FILES = new TreeMap<>(
            Map.of("rocks/000012.sst", "sorted ".repeat(300), "journal/0000000000000001.seg", "frames", "CURRENT", ""));

    /** How a set looks to a reader. */
    enum Seen {
        ABSENT,
        HALF_MADE,
        COMPLETE
    }

    private SetLife() {}

    /** A set made from its beginning to its end. */
    static void make(Path set) {
        BackupSetWriter writer = initialise(set, MEMBER);
        fill(writer, List.of(MEMBER)).publish();
    }

    /** As the engine does it: what fails is abandoned. */
    static void makeOrAbandon(Path set) {
        BackupSetWriter writer = initialise(set, MEMBER);
        ElementWriter element = writer.beginElement(SampleSets.run(1), HotCopyType.FULL);
        try {
            FILES.forEach((name, text) -> SampleSets.write(element, name, text));
            element.seal(SampleSets.full(
                    writer.set(), SampleSets.run(1), List.of(MEMBER), 90, 100, element.finishedBytes()));
            element.publish();
        } catch (HotCopyException trouble) {
            abandon(element, trouble);
            throw trouble;
        }
    }

    /** Two sets of one collection: both sealed, then both published. */
    static void makeTogether(Path one, Path two) {
        List<Member> members = List.of(MEMBER, OTHER);
        BackupSetWriter first = initialise(one, MEMBER);
        BackupSetWriter second = initialise(two, OTHER);
        ElementWriter firstFull = fill(first, members);
        ElementWriter secondFull = fill(second, members);
        firstFull.publish();
        secondFull.publish();
    }

    /** A full that is cancelled while one of its files is being written. */
    static void cancel(Path set) {
        ElementWriter element = initialise(set, MEMBER).beginElement(SampleSets.run(1), HotCopyType.FULL);
        SampleSets.write(element, "rocks/000012.sst", "sorted");
        try (ElementFileWriter unfinished = element.create("rocks/000013.sst")) {
            unfinished.write(ByteBuffer.allocate(700));
        }
        element.abandon();
    }

    /** Opens a set as any reader would, and demands that it is sound; of a complete one every byte. */
    static Seen look(Path set) throws IOException {
        if (Files.notExists(set) || SyncedFiles.isEmpty(set)) {
            return Seen.ABSENT;
        }
        if (BackupSet.isBarelyBegun(set)) {
            return Seen.HALF_MADE;
        }
        BackupSet found = BackupSet.open(set);
        if (found.state() == BackupSet.State.HALF_MADE) {
            assertEquals(List.of(), found.elements());
            return Seen.HALF_MADE;
        }
        requireWhole(found);
        return Seen.COMPLETE;
    }

    private static void requireWhole(BackupSet found) throws IOException {
        SealedElement full = found.elements().get(0);
        assertEquals(List.of(), ElementCheck.present(full));
        Map<String, String> read = new TreeMap<>();
        for (DataFile file : full.files()) {
            assertEquals(Optional.empty(), ElementCheck.checksum(full, file, ByteBuffer.allocate(512), bytes -> {}));
            read.put(file.name(), Files.readString(full.path(file)));
        }
        assertEquals(FILES, read);
        assertTrue(found.unpublished().isEmpty(), "left in tmp: " + found.unpublished());
    }

    private static BackupSetWriter initialise(Path set, Member member) {
        return BackupSetWriter.initialise(SampleSets.identity(set, member, SampleSets.run(1)));
    }

    private static ElementWriter fill(BackupSetWriter writer, List<Member> members) {
        return SampleSets.sealed(writer, SampleSets.run(1), members, 90, 100, FILES);
    }

    private static void abandon(ElementWriter element, HotCopyException trouble) {
        try {
            element.abandon();
        } catch (HotCopyException alsoFailed) {
            trouble.addSuppressed(alsoFailed);
        }
    }
}
