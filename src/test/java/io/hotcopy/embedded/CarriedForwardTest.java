package io.hotcopy.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotcopy.backupset.ElementFacts;
import io.hotcopy.embedded.store.ArchiveStore;
import io.hotcopy.embedded.store.DamagedArchiveException;
import io.hotcopy.embedded.store.StoreMemory;
import io.hotcopy.embedded.store.TableInGroup;
import io.hotcopy.embedded.store.TableKeys;
import io.hotcopy.faults.InMemory;
import io.hotcopy.progress.ProgressListener;
import io.hotcopy.restore.RestoredState;
import io.hotcopy.restore.SourceStep;
import io.hotcopy.term.ByteSize;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.CommitRange;
import io.hotcopy.term.ElementId;
import io.hotcopy.term.HotCopyType;
import io.hotcopy.term.StorageGroupName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A base, incrementals and journals together give any commit they reach, compared with a model in plain memory. */
class CarriedForwardTest {

    private static final UUID NEW = new UUID(7, 7);
    private static final ElementId RUN = new ElementId(new UUID(8, 8));

    private final EmbeddedArchiveFormat format = new EmbeddedArchiveFormat();

    @TempDir(factory = InMemory.class)
    private Path directory;

    private RecordedLife life;
    private SampleSteps sample;
    private RecordedLife.Member member;
    private Path base;
    private ElementFacts full;

    @BeforeEach
    void begin() throws IOException {
        begin(42);
    }

    private void begin(long seed) throws IOException {
        life = new RecordedLife(
                directory.resolve("home-" + seed),
                seed,
                Map.of(0, List.of("SG1", "SG2"), 1, List.of("SG1", "SG3"), 2, List.of("SG2", "SG3")));
        sample = new SampleSteps(life, directory.resolve("steps-" + seed));
        member = life.member(0);
    }

    @AfterEach
    void end() {
        life.close();
    }

    /** One seeded life: where its elements begin and end, and which archive gives what. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void anyBaseIncrementalsAndJournalsGiveAnyCommit(long seed) throws IOException {
        life.close();
        begin(seed);
        Random random = new Random(seed);
        takeFull(random);
        List<CommitNumber> cuts = new ArrayList<>(List.of(full.cut()));
        List<SourceStep> incrementals = new ArrayList<>();
        List<List<SourceStep>> journals = new ArrayList<>();
        int rounds = 2 + random.nextInt(4);
        for (int round = 0; round < rounds; round++) {
            livePossiblyWithAVoidCommit(random);
            CommitNumber before = cuts.get(cuts.size() - 1);
            CommitNumber cut = life.last();
            cuts.add(cut);
            incrementals.add(sample.incremental(member, new CommitRange(before, cut)));
            List<SourceStep> ofRound = new ArrayList<>();
            for (RecordedLife.Member each : life.members.values()) {
                ofRound.add(sample.journal(each, new CommitRange(before, cut)));
            }
            journals.add(ofRound);
            life.live(random.nextInt(3));
        }
        for (int sampleNumber = 0; sampleNumber < 12; sampleNumber++) {
            int incrementalRounds = random.nextInt(rounds + 1);
            CommitNumber from = cuts.get(incrementalRounds);
            long span = cuts.get(rounds).value() - from.value();
            CommitNumber target = new CommitNumber(from.value() + (span == 0 ? 0 : random.nextLong(span + 1)));
            List<SourceStep> steps = new ArrayList<>(incrementals.subList(0, incrementalRounds));
            steps.addAll(journalSteps(journals, cuts, from, target, random));
            Path restored = restore(steps, target, "seed-" + sampleNumber);
            assertExact(
                    restored,
                    target,
                    "seed " + seed + ", base " + full.cut() + ", " + incrementalRounds + " incrementals of cuts " + cuts
                            + ", to " + target);
        }
    }

    private void livePossiblyWithAVoidCommit(Random random) {
        life.live(1 + random.nextInt(25));
        if (random.nextInt(3) == 0) {
            life.voidOneCommit();
            life.live(1 + random.nextInt(5));
        }
    }

    /** Each group takes each piece from the journal of any archive that serves it. */
    private List<SourceStep> journalSteps(
            List<List<SourceStep>> journals,
            List<CommitNumber> cuts,
            CommitNumber from,
            CommitNumber target,
            Random random) {
        List<SourceStep> steps = new ArrayList<>();
        for (int round = 0; round < journals.size(); round++) {
            CommitNumber start = CommitNumber.max(from, cuts.get(round));
            CommitNumber end = CommitNumber.min(target, cuts.get(round + 1));
            if (start.isAfter(end) || start.equals(end)) {
                continue;
            }
            Map<SourceStep, SortedMap<StorageGroupName, CommitRange>> takes = new LinkedHashMap<>();
            for (StorageGroupName group : member.groups()) {
                List<SourceStep> able = journals.get(round).stream()
                        .filter(step -> step.takes().containsKey(group))
                        .toList();
                takes.computeIfAbsent(able.get(random.nextInt(able.size())), absent -> new TreeMap<>())
                        .put(group, new CommitRange(start, end));
            }
            takes.forEach((step, taken) -> steps.add(new SourceStep(step.data(), step.element(), taken)));
        }
        return steps;
    }

    /** Values in memory and in sorted files, or left where they lie, or the longer ones left. */
    @ParameterizedTest
    @ValueSource(ints = {Integer.MAX_VALUE, 0, 5})
    void aSmallMemorySpillsAndGivesTheSame(int leftFrom) throws IOException {
        takeFull(new Random(1));
        life.live(60);
        CommitRange first = new CommitRange(full.cut(), life.last());
        SourceStep incremental = sample.incremental(member, first);
        life.live(200);
        CommitRange second = new CommitRange(first.through(), life.last());
        SourceStep journal = sample.journal(member, second);
        for (long memoryBytes : new long[] {1, 2_000, 20_000}) {
            Path restored = directory.resolve("spilled-" + memoryBytes);
            copy(base, restored);
            finish(restored, List.of(), full.cut());
            try (StoreMemory memory = memory();
                    ArchiveStore store = ArchiveStore.open(ArchiveLayout.rocks(restored), new TreeSet<>(), memory)) {
                List<SourceStep> steps = List.of(incremental, journal);
                StepProgress progress = new StepProgress("fold", steps, ProgressListener.NONE);
                Path work = restored.resolve("folding");
                FoldLimits limits = new FoldLimits(memoryBytes, leftFrom);
                new StepsRedo(work, store, memory, steps, second.through(), limits, progress).run();
                assertTrue(Files.notExists(work));
            }
            assertExact(restored, second.through(), memoryBytes + " bytes");
        }
    }

    @Test
    void aTableDroppedAfterTheBaseLeavesNoRecordBehind() throws IOException {
        life.createTable("gone", 4, "SG1", "SG2");
        life.put("gone", "k1", "v");
        takeFullNow(member.store().persistedMark());
        life.put("gone", "k2", "v");
        life.createTable("short", 4, "SG1", "SG2");
        life.put("short", "k", "v");
        life.dropTable("gone");
        life.dropTable("short");
        CommitRange range = new CommitRange(full.cut(), life.last());
        for (SourceStep step : List.of(sample.incremental(member, range), sample.journal(member, range))) {
            String what = step.element().directory();
            Path restored = restore(List.of(step), range.through(), what);
            assertExact(restored, range.through(), what);
            try (StoreMemory memory = memory();
                    ArchiveStore store = ArchiveStore.openReadOnly(ArchiveLayout.rocks(restored), memory)) {
                Schema schema = SchemaRecords.read(store);
                byte[] everything = {};
                for (StorageGroupName group : store.groups()) {
                    store.scan(group, everything, everything, (key, value) -> {
                        assertTrue(schema.isLive(TableKeys.table(key)), what);
                        return true;
                    });
                }
            }
        }
    }

    @Test
    void aJournalThatLacksACommitIsRefusedAlsoWhenItComesAfterTheTarget() throws IOException {
        takeFull(new Random(1));
        life.live(100);
        CommitNumber target = life.last();
        life.live(100);
        SourceStep journal = sample.journal(member, new CommitRange(full.cut(), life.last()));
        List<Path> segments = segments(journal.data());
        Files.delete(segments.get(segments.size() - 1));
        SortedMap<StorageGroupName, CommitRange> takes = new TreeMap<>();
        member.groups().forEach(group -> takes.put(group, new CommitRange(full.cut(), target)));
        SourceStep step = new SourceStep(journal.data(), journal.element(), takes);
        DamagedArchiveException refused =
                assertThrows(DamagedArchiveException.class, () -> restore(List.of(step), target, "short"));
        assertTrue(refused.getMessage().contains("does not lead to the content"), refused.getMessage());
    }

    @Test
    void aJournalThatBeginsTooLateIsRefused() throws IOException {
        takeFull(new Random(1));
        life.live(200);
        SourceStep journal = sample.journal(member, new CommitRange(full.cut(), life.last()));
        Files.delete(segments(journal.data()).get(0));
        DamagedArchiveException refused =
                assertThrows(DamagedArchiveException.class, () -> restore(List.of(journal), life.last(), "late"));
        assertTrue(refused.getMessage().contains("commits are missing"), refused.getMessage());
    }

    @Test
    void anIncrementalWithoutItsFingerprintsOrWithOnesOfAnotherCutIsRefused() throws IOException {
        takeFull(new Random(1));
        life.live(30);
        CommitNumber middle = life.last();
        life.live(30);
        SourceStep other = sample.incremental(member, new CommitRange(full.cut(), middle));
        SourceStep whole = sample.incremental(member, new CommitRange(full.cut(), life.last()));
        Path fingerprints = whole.data().resolve("changes/fingerprints");
        Files.delete(fingerprints);
        assertThrows(RuntimeException.class, () -> restore(List.of(whole), life.last(), "without"));
        Files.copy(other.data().resolve("changes/fingerprints"), fingerprints);
        DamagedArchiveException refused =
                assertThrows(DamagedArchiveException.class, () -> restore(List.of(whole), life.last(), "other"));
        assertTrue(refused.getMessage().contains("states fingerprints at commit " + middle), refused.getMessage());
    }

    @Test
    void stepsThatLeaveAHoleOrEndElsewhereAreRefused() throws IOException {
        takeFull(new Random(1));
        life.live(30);
        CommitNumber middle = life.last();
        life.live(30);
        SourceStep late = sample.journal(member, new CommitRange(middle, life.last()));
        assertThrows(IllegalArgumentException.class, () -> restore(List.of(late), life.last(), "hole"));
        SourceStep early = sample.journal(member, new CommitRange(full.cut(), middle));
        assertThrows(IllegalArgumentException.class, () -> restore(List.of(early), life.last(), "elsewhere"));
        SourceStep incremental = sample.incremental(member, new CommitRange(full.cut(), life.last()));
        SortedMap<StorageGroupName, CommitRange> inside = new TreeMap<>();
        member.groups().forEach(group -> inside.put(group, new CommitRange(full.cut(), middle)));
        SourceStep cutShort = new SourceStep(incremental.data(), incremental.element(), inside);
        assertThrows(IllegalArgumentException.class, () -> restore(List.of(cutShort), middle, "inside"));
    }

    private void takeFull(Random random) throws IOException {
        life.live(5 + random.nextInt(30));
        if (random.nextBoolean()) {
            member.store().flush();
        }
        CommitNumber pinPoint = member.store().persistedMark();
        life.live(random.nextInt(15));
        takeFullNow(pinPoint);
    }

    private void takeFullNow(CommitNumber pinPoint) throws IOException {
        full = life.element(member, HotCopyType.FULL, "full", new CommitRange(pinPoint, life.last()));
        base = directory.resolve("base-" + full.id());
        life.copy(member, base);
    }

    private Path restore(List<SourceStep> steps, CommitNumber target, String name) throws IOException {
        Path restored = directory.resolve("restored-" + name);
        copy(base, restored);
        finish(restored, steps, target);
        return restored;
    }

    private void finish(Path restored, List<SourceStep> steps, CommitNumber target) {
        RestoredState state =
                new RestoredState(life.set(member, full, directory), steps, NEW, life.lineage, target, RUN);
        format.finish(restored, state, ProgressListener.NONE);
    }

    /** The records by a scan, the running fingerprints and the mark. */
    private void assertExact(Path restored, CommitNumber target, String what) {
        assertEquals(life.contentAt(target, member), format.scan(restored, ProgressListener.NONE), what);
        try (StoreMemory memory = memory();
                ArchiveStore store = ArchiveStore.openReadOnly(ArchiveLayout.rocks(restored), memory)) {
            assertEquals(target, store.persistedMark(), what);
            assertEquals(
                    life.contentAt(target, member),
                    FingerprintFold.byGroup(member.groups(), store.runningFingerprints()),
                    what);
            SortedMap<TableInGroup, ?> running = new TreeMap<>(store.runningFingerprints());
            life.runningAt(target, member)
                    .forEach((part, sum) -> assertEquals(
                            sum.isZero() ? null : sum, sum.isZero() ? null : running.get(part), what + ": " + part));
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.sorted().toList()) {
                Files.copy(path, to.resolve(from.relativize(path).toString()));
            }
        }
    }

    private static List<Path> segments(Path data) throws IOException {
        try (Stream<Path> files = Files.list(ArchiveLayout.journal(data))) {
            return files.sorted().toList();
        }
    }

    private static StoreMemory memory() {
        return new StoreMemory(ByteSize.ofMegabytes(8), ByteSize.ofMegabytes(1));
    }
}
