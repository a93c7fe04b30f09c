package io.hotcopy.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotcopy.backupset.SampleSets;
import io.hotcopy.backupset.SetFacts;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.term.DatabaseName;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The index on disk: what is entered is read again, by whomever and after whatever. */
class CatalogIndexTest {

    @TempDir
    private Path scratch;

    @Test
    void aSetIsReadAsItWasEntered() {
        SetFacts set = set(1, 3);
        assertTrue(index().enter(set));
        assertEquals(List.of(KnownSet.of(set)), index().content().sets());
        assertEquals(List.of(KnownSet.of(set)), index().content("acme").sets());
        assertEquals(List.of(), index().content("other").sets());
    }

    @Test
    void anEmptyHomeKnowsNothingAndIsNotMade() {
        assertEquals(List.of(), index().content().sets());
        assertFalse(index().remove(SampleSets.setId(1)));
        assertFalse(Files.exists(home()));
    }

    @Test
    void enteringAnElementTwiceDoesNothing() throws IOException {
        index().enter(set(1, 3));
        byte[] before = Files.readAllBytes(entry(1));
        assertFalse(index().enter(set(1, 3)));
        assertFalse(index().enter(set(1, 2)));
        assertEquals(new String(before, StandardCharsets.UTF_8), Files.readString(entry(1)));
    }

    @Test
    void elementsThatWereSeenEarlierStayKnown() {
        SetFacts all = set(1, 4);
        index().enter(all.withElements(all.elements().subList(2, 4)));
        index().enter(all.withElements(all.elements().subList(0, 3)));
        assertEquals(List.of(KnownSet.of(all)), index().content().sets());
    }

    @Test
    void aSetThatWasMovedIsKnownWhereItLiesNow() {
        index().enter(set(1, 2));
        SetFacts moved = set(1, 2).at(scratch.resolve("elsewhere/archive-1"));
        assertTrue(index().enter(moved));
        assertEquals(List.of(moved.location()), index().content().locations());
    }

    @Test
    void removingForgetsASetAndNoOther() {
        index().enter(set(1, 2));
        index().enter(set(2, 2));
        assertTrue(index().remove(SampleSets.setId(1)));
        assertFalse(index().remove(SampleSets.setId(1)));
        assertEquals(List.of(KnownSet.of(set(2, 2))), index().content().sets());
    }

    @Test
    void rootsAreKeptWithSpacesAndAll() {
        Path root = scratch.resolve("back ups ");
        assertTrue(index().enterRoot(SampleSets.NAME, root));
        assertFalse(index().enterRoot(SampleSets.NAME, root));
        assertEquals(List.of(root), List.copyOf(index().content().roots()));
    }

    @Test
    void aFlippedByteIsNeverReadAsASet() throws IOException {
        index().enter(set(1, 2));
        index().enter(set(2, 1));
        byte[] sound = Files.readAllBytes(entry(1));
        for (int at = 0; at < sound.length; at++) {
            byte[] flipped = sound.clone();
            flipped[at] ^= (byte) 0x01;
            Files.write(entry(1), flipped);
            IndexContent content = index().content();
            assertEquals(List.of(KnownSet.of(set(2, 1))), content.sets(), "byte " + at);
            assertTrue(content.unread().get(entry(1)).startsWith("damaged catalog entry: "), "byte " + at);
        }
    }

    @Test
    void anEntryCutOffAnywhereIsDamagedAndEnteringItsSetMendsIt() throws IOException {
        index().enter(set(1, 2));
        byte[] sound = Files.readAllBytes(entry(1));
        for (int length = 0; length < sound.length; length++) {
            Files.write(entry(1), Arrays.copyOf(sound, length));
            assertEquals(1, index().content().unread().size(), length + " bytes");
            if (length % 150 == 0) {
                assertTrue(index().enter(set(1, 2)), length + " bytes");
                assertEquals(List.of(KnownSet.of(set(1, 2))), index().content().sets(), length + " bytes");
            }
        }
    }

    @Test
    void whatACrashLeftBesideAnEntryHarmsNothing() throws IOException {
        index().enter(set(1, 1));
        Files.writeString(entry(1).resolveSibling(entry(1).getFileName() + ".tmp"), "hotcopy-cat");
        assertEquals(List.of(KnownSet.of(set(1, 1))), index().content().sets());
        assertTrue(index().enter(set(1, 2)));
        assertEquals(List.of(KnownSet.of(set(1, 2))), index().content().sets());
    }

    @Test
    void anEntryOfANewerProgramIsToldAsSuchAndLeftAlone() throws IOException {
        index().enter(set(1, 1));
        String newer = IndexFile.whole(2, "{\"sets\": \"otherwise\"}");
        Files.writeString(entry(1), newer);
        assertEquals(
                "catalog entry is too new: \"" + entry(1) + "\": expected format version 1 or lower, found version 2",
                index().content().unread().get(entry(1)));
        assertThrows(HotCopyException.class, () -> index().enter(set(1, 2)));
        assertEquals(newer, Files.readString(entry(1)));
    }

    @Test
    void theEntryOfAnotherSetIsDamaged() throws IOException {
        index().enter(set(1, 1));
        Files.copy(entry(1), entry(2));
        assertTrue(index().content().unread().get(entry(2)).contains("found set " + SampleSets.setId(1)));
    }

    @Test
    void theFormatIsThis() throws IOException {
        index().enter(set(1, 1).at(home().getFileSystem().getPath("/backups/a")));
        assertEquals("""
                hotcopy-catalog 1 SUM
                {"location":"/backups/a","kind":"test","id":"00000000-0000-0000-0000-000000002001",\
                "lineage":{"id":"00000000-0000-0000-0000-000000000001","fork":0},"domain":"acme","database":"test",\
                "databaseUuid":"00000000-0000-0000-0000-000000000002","archive":0,\
                "archiveUuid":"00000000-0000-0000-0000-000000003000","storageGroups":["SG1","SG2"],\
                "collection":"00000000-0000-0000-0000-000000001001","created":"2021-12-18T01:00:00Z","elements":[\
                {"id":"00000000-0000-0000-0000-000000001001","type":"FULL","directory":"full","cut":10,\
                "covers":{"SG1":[5,10],"SG2":[5,10]},"began":"2021-12-18T01:00:00Z","ended":"2021-12-18T01:00:12Z",\
                "stableMark":"2021-12-18T01:00:11Z","size":100}]}
                """, Files.readString(entry(1)).replaceFirst("[0-9a-f]{8}\n", "SUM\n"));
    }

    @Test
    void aDomainCannotLeadOutOfOurState() {
        SetFacts set = set(1, 1);
        HotCopyException refusal = assertThrows(
                HotCopyException.class, () -> index().enterRoot(new DatabaseName("../../etc", "x"), set.location()));
        assertEquals("\"../../etc\" cannot be the name of a domain", refusal.getMessage());
        assertFalse(Files.exists(home()));
    }

    @Test
    void threadsAndAnotherProcessEnterTheSameSetsAtTheSameTime() throws IOException, InterruptedException {
        Process other = IndexWriter.start(home(), scratch.resolve("backups"), 0);
        List<Thread> threads = new ArrayList<>();
        for (int thread = 1; thread < 4; thread++) {
            int part = thread;
            threads.add(new Thread(() -> IndexWriter.enter(index(), scratch.resolve("backups"), part)));
        }
        other.getInputStream().read();
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        assertEquals(0, other.waitFor(), () -> output(other));
        IndexContent content = index().content();
        assertEquals(
                IntStream.range(0, IndexWriter.SETS)
                        .mapToObj(number -> KnownSet.of(IndexWriter.whole(scratch.resolve("backups"), number)))
                        .toList(),
                content.sets());
        assertEquals(0, content.unread().size());
    }

    private static String output(Process process) {
        try {
            return new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException trouble) {
            throw new AssertionError(trouble);
        }
    }

    private SetFacts set(int number, int elements) {
        return IndexWriter.set(scratch.resolve("backups"), number, elements);
    }

    private Path home() {
        return scratch.resolve("home");
    }

    private CatalogIndex index() {
        return new CatalogIndex(home());
    }

    private Path entry(int number) {
        return home().resolve("domains/acme/sets/" + SampleSets.setId(number) + ".set");
    }
}
