package io.hotcopy.driver;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotcopy.problem.HotCopyException;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.CommitRange;
import io.hotcopy.term.DatabaseName;
import io.hotcopy.term.ElementId;
import io.hotcopy.term.HotCopyType;
import io.hotcopy.term.SetId;
import io.hotcopy.term.StorageGroupName;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/**
 * What the engine relies on in every {@link DomainDriver} whose copies it makes itself. An implementation's test
 * extends this with a running database of at least two archives, all RUNNING.
 */
public abstract class DomainDriverContract {
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private long ids;
    /** The element published last, and its cut. */
    private ElementId lastRun;

    private CommitNumber lastCut;

    protected abstract DomainDriver driver();

    protected abstract DatabaseName database();

    /** Commits so often, each commit touching every storage group; returns when all are answered. */
    protected abstract void commit(int count);

    /** Makes move whatever can move under a copy: flushes, compacts, recycles journal. */
    protected abstract void disturb();

    @Test
    void factsDescribeARunningDatabase() {
        commit(3);
        DatabaseFacts facts = driver().facts(database());

        assertEquals(database(), facts.database());
        assertTrue(facts.running());
        assertTrue(facts.databaseUuid().isPresent() && facts.lineage().isPresent());
        assertTrue(facts.stable().value() >= 3, "stable " + facts.stable());
        assertEquals(
                facts.archives().stream()
                        .sorted(Comparator.comparing(ArchiveFacts::id))
                        .toList(),
                facts.archives());
        for (ArchiveFacts archive : facts.archives()) {
            assertEquals(ArchiveFacts.State.RUNNING, archive.state());
            assertTrue(archive.serves().contains(StorageGroupName.UNPARTITIONED));
            assertTrue(facts.storageGroups().containsAll(archive.serves()));
            assertEquals(List.of(), archive.running());
        }
    }

    @Test
    void unknownDatabaseIsRefused() {
        assertThrows(HotCopyException.class, () -> driver().facts(
                        new DatabaseName(database().domain(), "absent")));
    }

    @Test
    void unknownArchiveIsRefused() {
        assertThrows(HotCopyException.class, () -> copies().begin(new ArchiveId(999), full()));
    }

    @Test
    void copyIsSeenFromItsBeginningToItsClose() {
        CopyRequest request = full();
        ArchiveCopy copy = copies().begin(first(), request);
        assertEquals(List.of(new RunningCopy(request.run(), HotCopyType.FULL, request.set(), false)), untimed(first()));
        assertTrue(running(first()).get(0).began().isPresent());
        copy.initialised();
        assertEquals(List.of(new RunningCopy(request.run(), HotCopyType.FULL, request.set(), true)), untimed(first()));

        copy.close();
        copy.close();

        assertEquals(List.of(), running(first()));
    }

    @Test
    void copyKnowsWhatItCopies() {
        try (ArchiveCopy copy = copies().begin(first(), full());
                ArchiveCopy other = copies().begin(second(), full())) {
            DatabaseFacts facts = driver().facts(database());
            assertEquals(first(), copy.archive());
            assertEquals(facts.databaseUuid(), Optional.of(copy.databaseUuid()));
            assertEquals(facts.lineage(), Optional.of(copy.lineage()));
            assertEquals(facts.archive(first()).orElseThrow().serves(), copy.storageGroups());
            assertEquals(copy.databaseUuid(), other.databaseUuid());
            assertFalse(copy.archiveUuid().equals(other.archiveUuid()));
            assertFalse(copy.kind().isBlank());
        }
    }

    @Test
    void secondFullOfOneArchiveIsRefusedAndLeavesTheFirstAlone() {
        try (ArchiveCopy copy = copies().begin(first(), full())) {
            CopyRefusedException refused =
                    assertThrows(CopyRefusedException.class, () -> copies().begin(first(), full()));
            assertEquals("Only one full hot copy at a time allowed", refused.getMessage());
            assertEquals(1, running(copy.archive()).size());
        }
        copies().begin(first(), full()).close();
    }

    @Test
    void ofTwoClientsThatRaceOneIsRefused() throws Exception {
        for (int round = 0; round < 20; round++) {
            CyclicBarrier barrier = new CyclicBarrier(2);
            List<Optional<ArchiveCopy>> begun = inParallel(2, () -> {
                barrier.await();
                try {
                    return Optional.of(copies().begin(first(), full()));
                } catch (CopyRefusedException refused) {
                    return Optional.empty();
                }
            });
            begun.forEach(copy -> copy.ifPresent(ArchiveCopy::close));
            assertEquals(1, begun.stream().filter(Optional::isPresent).count());
        }
    }

    @Test
    void newestSetIsTheOneThatWasInitialisedLastPublishedOrNot() {
        CopyRequest request = full();
        try (ArchiveCopy copy = copies().begin(first(), request)) {
            assertEquals(Optional.empty(), newestSet());
            copy.initialised();
            assertEquals(request.set(), newestSet());
        }
        assertEquals(request.set(), newestSet());
    }

    @Test
    void pinnedFilesStayAsTheyAreWhileTheDatabaseGoesOn() throws Exception {
        commit(200);
        disturb();
        commit(50);
        try (ArchiveCopy copy = begun(first())) {
            Pin pin = copy.pin();
            List<SourceFile> files = pin.files();
            Map<String, byte[]> before = contents(files);
            for (int round = 0; round < 3; round++) {
                commit(100);
                disturb();
            }
            Map<String, byte[]> after = contents(files);
            assertEquals(before.keySet(), after.keySet());
            before.forEach((name, bytes) -> assertArrayEquals(bytes, after.get(name), name));
        }
    }

    @Test
    void filesMayBeReadBySeveralThreads() throws Exception {
        commit(100);
        disturb();
        try (ArchiveCopy copy = begun(first())) {
            List<SourceFile> files = copy.pin().files();
            Map<String, byte[]> once = contents(files);
            for (Map<String, byte[]> again : inParallel(3, () -> contents(files))) {
                once.forEach((name, bytes) -> assertArrayEquals(bytes, again.get(name), name));
            }
        }
    }

    @Test
    void cutHoldsEveryAnsweredCommitAndTheContentOfEveryGroup() {
        commit(10);
        try (ArchiveCopy one = begun(first());
                ArchiveCopy other = begun(second())) {
            List<Pin> pins = List.of(one.pin(), other.pin());
            commit(10);
            CommitNumber answered = driver().facts(database()).stable();

            Cut cut = copies().cut(List.of(one, other), PATIENCE);

            assertFalse(answered.isAfter(cut.number()), answered + " was answered, but the cut is " + cut.number());
            assertEquals(
                    driver().facts(database()).storageGroups(),
                    cut.fingerprints().keySet());
            for (Pin pin : pins) {
                assertFalse(pin.pinPoint().isAfter(cut.number()));
                JournalSlice journal = pin.journal(cut);
                assertFalse(journal.range().from().isAfter(pin.pinPoint()), journal.range() + " begins too late");
                assertFalse(cut.number().isAfter(journal.range().through()), journal.range() + " ends too early");
            }
        }
    }

    @Test
    void fingerprintsChangeWithEveryCommitAndOnlyThen() {
        commit(1);
        try (ArchiveCopy copy = begun(first())) {
            copy.pin();
            Cut cut = copies().cut(List.of(copy), PATIENCE);
            assertEquals(
                    cut.fingerprints(), copies().cut(List.of(copy), PATIENCE).fingerprints());
            commit(1);
            Cut later = copies().cut(List.of(copy), PATIENCE);
            assertTrue(later.number().isAfter(cut.number()));
            cut.fingerprints().keySet().stream()
                    .filter(group -> !group.equals(StorageGroupName.UNPARTITIONED))
                    .forEach(group -> assertFalse(cut.fingerprints()
                            .get(group)
                            .equals(later.fingerprints().get(group))));
        }
    }

    @Test
    void journalFromThePinThroughTheCutIsKeptThoughTheDatabaseRecycles() throws Exception {
        commit(50);
        try (ArchiveCopy copy = begun(first())) {
            Pin pin = copy.pin();
            for (int round = 0; round < 5; round++) {
                commit(100);
                disturb();
            }
            JournalSlice journal = pin.journal(copies().cut(List.of(copy), PATIENCE));
            assertTrue(journal.earliest().isPresent() && journal.latest().isPresent());
            Map<String, byte[]> before = contents(journal.files());
            commit(100);
            disturb();
            Map<String, byte[]> after = contents(journal.files());
            before.forEach((name, bytes) -> assertArrayEquals(bytes, after.get(name), name));
        }
    }

    @Test
    void copyOfADatabaseThatDoesNothingIsPossible() throws Exception {
        try (ArchiveCopy copy = begun(first())) {
            Pin pin = copy.pin();
            contents(pin.files());
            Cut cut = copies().cut(List.of(copy), PATIENCE);
            contents(pin.journal(cut).files());
            copy.published(cut.number());
        }
    }

    @Test
    void namesAreDistinctRelativeAndWithSlashes() {
        commit(100);
        disturb();
        commit(10);
        try (ArchiveCopy copy = begun(first())) {
            Pin pin = copy.pin();
            List<SourceFile> files = new ArrayList<>(pin.files());
            files.addAll(pin.journal(copies().cut(List.of(copy), PATIENCE)).files());
            assertEquals(
                    files.size(),
                    files.stream().map(SourceFile::name).distinct().count());
            files.forEach(file ->
                    assertFalse(file.name().startsWith("/") || file.name().contains("\\"), file.name()));
        }
    }

    @Test
    void anIncrementalHoldsWhatCameAfterTheElementBefore() throws IOException {
        SetId set = published(full());
        commit(20);
        Continuation first = new Continuation(lastRun, lastCut);
        try (ArchiveCopy copy = copies().begin(first(), further(HotCopyType.INCREMENTAL, set))) {
            Continuation from = copy.continuation(Optional.of(first));
            assertEquals(first, from);
            Cut cut = copies().cut(List.of(copy), PATIENCE);
            Changes changes = copy.changes(from, cut);
            assertEquals(new CommitRange(from.after(), cut.number()), changes.range());
            assertTrue(changes.earliest().isPresent() && changes.latest().isPresent());
            for (ProducedFile file : changes.files()) {
                assertFalse(file.name().startsWith("/") || file.name().contains("\\"), file.name());
                file.writeTo(Channels.newChannel(new ByteArrayOutputStream()));
            }
            copy.published(cut.number());
        }
    }

    @Test
    void theJournalChainGoesOnFromElementToElementAndWhatOnlyTheSetShowsCounts() throws IOException {
        SetId set = published(full());
        Continuation opening = new Continuation(lastRun, lastCut);
        commit(20);
        assertEquals(opening, published(further(HotCopyType.JOURNAL, set), Optional.empty()));
        Continuation first = new Continuation(lastRun, lastCut);
        commit(20);
        try (ArchiveCopy untold = copies().begin(first(), further(HotCopyType.JOURNAL, set))) {
            assertEquals(first, untold.continuation(Optional.of(first)));
        }
        Continuation shown = new Continuation(
                new ElementId(new UUID(6, 6)), driver().facts(database()).stable());
        commit(20);
        assertEquals(shown, published(further(HotCopyType.JOURNAL, set), Optional.of(shown)));
    }

    @Test
    void aSetThatLacksTheElementBeforeIsRefused() throws IOException {
        SetId set = published(full());
        Continuation full = new Continuation(lastRun, lastCut);
        commit(5);
        published(further(HotCopyType.INCREMENTAL, set), Optional.of(full));
        published(further(HotCopyType.JOURNAL, set), Optional.empty());
        commit(5);
        for (HotCopyType type : List.of(HotCopyType.INCREMENTAL, HotCopyType.JOURNAL)) {
            try (ArchiveCopy copy = copies().begin(first(), further(type, set))) {
                Optional<Continuation> lacking = type == HotCopyType.JOURNAL ? Optional.empty() : Optional.of(full);
                assertThrows(CopyRefusedException.class, () -> copy.continuation(lacking), type.toString());
            }
        }
    }

    @Test
    void aFullInitialisesItsSetWhenTheRunningJournalCopyHasEnded() throws Exception {
        SetId set = published(full());
        ExecutorService engine = Executors.newSingleThreadExecutor();
        try (ArchiveCopy full = copies().begin(first(), full())) {
            Future<?> initialised;
            try (ArchiveCopy journal = copies().begin(first(), further(HotCopyType.JOURNAL, set))) {
                initialised = engine.submit(full::initialised);
                assertEquals(Optional.of(set), newestSet());
                assertEquals(
                        HotCopyType.JOURNAL,
                        running(journal.archive()).stream()
                                .map(RunningCopy::type)
                                .filter(type -> type != HotCopyType.FULL)
                                .findFirst()
                                .orElseThrow());
            }
            initialised.get();
            assertFalse(newestSet().equals(Optional.of(set)));
        } finally {
            engine.shutdownNow();
        }
    }

    /** Takes a whole full and gives its set. */
    private SetId published(CopyRequest request) throws IOException {
        try (ArchiveCopy copy = copies().begin(first(), request)) {
            copy.initialised();
            Pin pin = copy.pin();
            contents(pin.files());
            Cut cut = copies().cut(List.of(copy), PATIENCE);
            contents(pin.journal(cut).files());
            copy.published(cut.number());
            lastRun = request.run();
            lastCut = cut.number();
        }
        return request.set().orElseThrow();
    }

    /** Takes a whole incremental or journal copy and gives where it began. */
    private Continuation published(CopyRequest request, Optional<Continuation> inSet) throws IOException {
        try (ArchiveCopy copy = copies().begin(first(), request)) {
            Continuation from = copy.continuation(inSet);
            Cut cut = copies().cut(List.of(copy), PATIENCE);
            if (request.type() == HotCopyType.JOURNAL) {
                JournalSlice journal = copy.journal(from, cut);
                assertEquals(new CommitRange(from.after(), cut.number()), journal.range());
                contents(journal.files());
            } else {
                copy.changes(from, cut);
            }
            copy.published(cut.number());
            lastRun = request.run();
            lastCut = cut.number();
            return from;
        }
    }

    private CopyRequest further(HotCopyType type, SetId set) {
        return new CopyRequest(new ElementId(new UUID(4, ++ids)), type, Optional.of(set));
    }

    private PinnedCopies copies() {
        return driver().copies(database());
    }

    private CopyRequest full() {
        return new CopyRequest(
                new ElementId(new UUID(4, ++ids)), HotCopyType.FULL, Optional.of(new SetId(new UUID(5, ++ids))));
    }

    private ArchiveCopy begun(ArchiveId archive) {
        ArchiveCopy copy = copies().begin(archive, full());
        copy.initialised();
        return copy;
    }

    private ArchiveId first() {
        return driver().facts(database()).archives().get(0).id();
    }

    private ArchiveId second() {
        return driver().facts(database()).archives().get(1).id();
    }

    private List<RunningCopy> running(ArchiveId archive) {
        return driver().facts(database()).archive(archive).orElseThrow().running();
    }

    private List<RunningCopy> untimed(ArchiveId archive) {
        return running(archive).stream().map(RunningCopy::untimed).toList();
    }

    private Optional<SetId> newestSet() {
        return driver().facts(database()).archive(first()).orElseThrow().newestSet();
    }

    private static Map<String, byte[]> contents(List<SourceFile> files) throws IOException {
        Map<String, byte[]> contents = new TreeMap<>();
        for (SourceFile file : files) {
            ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(file.length()));
            try (ReadableByteChannel channel = file.open()) {
                while (bytes.hasRemaining()) {
                    assertTrue(channel.read(bytes) >= 0, file.name() + " ends before " + file.length() + " bytes");
                }
            }
            contents.put(file.name(), bytes.array());
        }
        return contents;
    }

    private static <T> List<T> inParallel(int threads, Callable<T> work) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> result : pool.invokeAll(Collections.nCopies(threads, work))) {
                results.add(result.get());
            }
            return results;
        } finally {
            pool.shutdownNow();
        }
    }
}
