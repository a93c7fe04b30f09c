package io.hotcopy.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hotcopy.backupset.ElementFacts;
import io.hotcopy.backupset.SetFacts;
import io.hotcopy.driver.SourceFile;
import io.hotcopy.embedded.journal.CommitFrame;
import io.hotcopy.embedded.journal.FingerprintDifference;
import io.hotcopy.embedded.journal.Journal;
import io.hotcopy.embedded.journal.Operation;
import io.hotcopy.embedded.journal.View;
import io.hotcopy.embedded.journal.ViewFrame;
import io.hotcopy.embedded.store.ArchiveStore;
import io.hotcopy.embedded.store.ContentHash;
import io.hotcopy.embedded.store.PinnedFiles;
import io.hotcopy.embedded.store.StoreBatch;
import io.hotcopy.embedded.store.StoreMemory;
import io.hotcopy.embedded.store.TableInGroup;
import io.hotcopy.embedded.store.TableKeys;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.ByteSize;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.CommitRange;
import io.hotcopy.term.DatabaseName;
import io.hotcopy.term.ElementId;
import io.hotcopy.term.Fingerprint;
import io.hotcopy.term.HotCopyType;
import io.hotcopy.term.Lineage;
import io.hotcopy.term.SetId;
import io.hotcopy.term.StorageGroupName;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/**
 * A small database with a few archives as the transaction engine would leave them, and beside it, in plain memory, what
 * it holds at every commit. Everything comes from a seed.
 */
final class RecordedLife implements AutoCloseable {

    static final StorageGroupName ALL = StorageGroupName.UNPARTITIONED;
    static final DatabaseName DATABASE = new DatabaseName("acme", "test");
    private static final Instant TIME = Instant.parse("2026-11-22T10:00:00Z");

    final Lineage lineage;
    final UUID databaseUuid;
    final SortedMap<ArchiveId, Member> members = new TreeMap<>();

    private final Random random;
    private final StoreMemory memory = new StoreMemory(ByteSize.ofMegabytes(16), ByteSize.ofMegabytes(4));
    private final ContentHash hash = new ContentHash();
    private final SortedMap<StorageGroupName, SortedMap<byte[], byte[]>> content = new TreeMap<>();
    private final SortedMap<TableInGroup, Fingerprint> running = new TreeMap<>();
    private final SortedMap<CommitNumber, SortedMap<StorageGroupName, Fingerprint>> contentAt = new TreeMap<>();
    private final SortedMap<CommitNumber, SortedMap<TableInGroup, Fingerprint>> runningAt = new TreeMap<>();
    private final List<CommitFrame> history = new ArrayList<>();
    private Schema schema = Schema.EMPTY;
    private long view = 1;
    private CommitNumber last = CommitNumber.ZERO;

    /** One archive. */
    record Member(
            ArchiveId id,
            UUID uuid,
            SortedSet<StorageGroupName> groups,
            Path directory,
            ArchiveStore store,
            Journal journal) {}

    /** @param serving per archive the names of its groups, without UNPARTITIONED */
    RecordedLife(Path home, long seed, Map<Integer, List<String>> serving) throws IOException {
        random = new Random(seed);
        lineage = Lineage.created(uuid());
        databaseUuid = uuid();
        SortedMap<ArchiveId, SortedSet<StorageGroupName>> served = new TreeMap<>();
        for (Map.Entry<Integer, List<String>> archive : new TreeMap<>(serving).entrySet()) {
            SortedSet<StorageGroupName> groups = groups(archive.getValue());
            served.put(new ArchiveId(archive.getKey()), groups);
            groups.forEach(group -> content.put(group, new TreeMap<>(Arrays::compareUnsigned)));
            Path directory = Files.createDirectories(home.resolve("archive-" + archive.getKey()));
            open(new ArchiveId(archive.getKey()), uuid(), groups, directory);
        }
        contentAt.put(last, content());
        runningAt.put(last, new TreeMap<>());
        members.values().forEach(member -> member.journal().append(viewFrame(View.NOTHING_VOID)));
        change(Schema.created(new TreeSet<>(content.keySet()), served));
    }

    private void open(ArchiveId id, UUID uuid, SortedSet<StorageGroupName> groups, Path directory) {
        ArchiveStore store = ArchiveStore.open(ArchiveLayout.rocks(directory), groups, memory);
        Journal journal = SmallJournals.open(directory, databaseUuid, lineage, id, uuid);
        members.put(id, new Member(id, uuid, groups, directory, store, journal));
    }

    static SortedSet<StorageGroupName> groups(List<String> names) {
        SortedSet<StorageGroupName> groups = new TreeSet<>(List.of(ALL));
        names.forEach(name -> groups.add(new StorageGroupName(name)));
        return groups;
    }

    Member member(int archive) {
        return members.get(new ArchiveId(archive));
    }

    CommitNumber last() {
        return last;
    }

    /** The content of every group of the database at a commit, computed from the records in plain memory. */
    SortedMap<StorageGroupName, Fingerprint> contentAt(CommitNumber commit) {
        return contentAt.get(contentAt.headMap(commit.next()).lastKey());
    }

    /** Of the groups that one archive serves. */
    SortedMap<StorageGroupName, Fingerprint> contentAt(CommitNumber commit, Member member) {
        SortedMap<StorageGroupName, Fingerprint> its = new TreeMap<>(contentAt(commit));
        its.keySet().retainAll(member.groups());
        return its;
    }

    void createTable(String name, int partitions, String... over) {
        List<StorageGroupName> groups =
                Arrays.stream(over).map(StorageGroupName::new).toList();
        change(schema.withTable(name, partitions, groups));
    }

    void dropTable(String name) {
        change(schema.withoutTable(name));
    }

    private void change(Schema next) {
        List<Operation> operations = SchemaRecords.changes(schema, next).stream()
                .map(change -> new Operation(ALL, change.key(), change.value().orElse(null)))
                .toList();
        schema = next;
        commit(operations);
    }

    void put(String table, String key, String value) {
        commit(List.of(operation(table, key, value)));
    }

    private Operation operation(String table, String key, String value) {
        TableInfo info = schema.table(table).orElseThrow();
        byte[] user = key.getBytes(UTF_8);
        return new Operation(info.groupOf(user), info.rowKey(user), value == null ? null : value.getBytes(UTF_8));
    }

    /** Random transactions over random tables, now and then a table made or dropped; commit numbers with holes. */
    void live(int commits) {
        for (int commit = 0; commit < commits; commit++) {
            int dice = random.nextInt(20);
            List<String> tables =
                    schema.tables().values().stream().map(TableInfo::name).toList();
            if (tables.isEmpty() || dice == 0) {
                List<StorageGroupName> over = new ArrayList<>(schema.groups());
                java.util.Collections.shuffle(over, random);
                change(schema.withTable("t" + schema.nextTable(), 1 + random.nextInt(4), over));
            } else if (dice == 1) {
                dropTable(tables.get(random.nextInt(tables.size())));
            } else {
                commit(randomOperations(tables));
            }
        }
    }

    private List<Operation> randomOperations(List<String> tables) {
        List<Operation> operations = new ArrayList<>();
        for (int count = 1 + random.nextInt(4); count > 0; count--) {
            String value = random.nextInt(4) == 0 ? null : "v" + random.nextInt() + "x".repeat(random.nextInt(300));
            operations.add(operation(tables.get(random.nextInt(tables.size())), "k" + random.nextInt(25), value));
        }
        return operations;
    }

    /** A commit as the engine makes it: frames to the participants first, then applied to their stores. */
    void commit(List<Operation> operations) {
        last = new CommitNumber(last.value() + 1 + random.nextInt(3));
        SortedMap<TableInGroup, Fingerprint> before = new TreeMap<>(running);
        operations.forEach(this::remember);
        List<FingerprintDifference> differences = differences(before);
        SortedSet<StorageGroupName> touched = new TreeSet<>();
        operations.forEach(operation -> touched.add(operation.group()));
        CommitFrame frame = frame(last, view, touched, differences, operations);
        participants(touched).forEach(member -> member.journal().append(served(frame, member)));
        operations.forEach(this::forgetDropped);
        members.values().forEach(member -> apply(frame, member));
        contentAt.put(last, content());
        runningAt.put(last, new TreeMap<>(running));
        history.add(frame);
    }

    /** Every commit that happened, in order, with all its operations. */
    List<CommitFrame> history() {
        return history;
    }

    /** What an archive's running fingerprints are at a commit. */
    SortedMap<TableInGroup, Fingerprint> runningAt(CommitNumber commit, Member member) {
        SortedMap<TableInGroup, Fingerprint> its =
                new TreeMap<>(runningAt.get(runningAt.headMap(commit.next()).lastKey()));
        its.keySet().removeIf(part -> !member.groups().contains(part.group()));
        return its;
    }

    private void remember(Operation operation) {
        SortedMap<byte[], byte[]> records = content.get(operation.group());
        TableInGroup part = new TableInGroup(operation.group(), TableKeys.table(operation.key()));
        byte[] old = records.remove(operation.key());
        Fingerprint sum = running.getOrDefault(part, Fingerprint.ZERO);
        if (old != null) {
            sum = sum.minus(hash.of(operation.key(), old));
        }
        if (!operation.isTombstone()) {
            records.put(operation.key(), operation.value());
            sum = sum.plus(hash.of(operation.key(), operation.value()));
        }
        running.put(part, sum);
    }

    private void forgetDropped(Operation operation) {
        FingerprintFold.dropped(operation).ifPresent(table -> {
            running.keySet().removeIf(part -> part.table() == table);
            content.values().forEach(records -> records.keySet().removeIf(key -> TableKeys.table(key) == table));
        });
    }

    private List<FingerprintDifference> differences(SortedMap<TableInGroup, Fingerprint> before) {
        List<FingerprintDifference> differences = new ArrayList<>();
        running.forEach((part, sum) -> {
            Fingerprint difference = sum.minus(before.getOrDefault(part, Fingerprint.ZERO));
            if (!difference.isZero()) {
                differences.add(new FingerprintDifference(part.group(), part.table(), difference));
            }
        });
        return differences;
    }

    private List<Member> participants(SortedSet<StorageGroupName> touched) {
        return members.values().stream()
                .filter(member -> member.groups().stream().anyMatch(touched::contains))
                .toList();
    }

    private CommitFrame frame(
            CommitNumber number,
            long under,
            SortedSet<StorageGroupName> touched,
            List<FingerprintDifference> differences,
            List<Operation> operations) {
        return new CommitFrame(number, under, TIME, new TreeSet<>(members.keySet()), touched, differences, operations);
    }

    private CommitFrame served(CommitFrame frame, Member member) {
        List<Operation> operations = frame.operations().stream()
                .filter(operation -> member.groups().contains(operation.group()))
                .toList();
        return frame(frame.number(), frame.view(), frame.touched(), frame.differences(), operations);
    }

    private void apply(CommitFrame frame, Member member) {
        StoreBatch batch = new StoreBatch().applied(frame.number());
        for (Operation operation : served(frame, member).operations()) {
            if (operation.isTombstone()) {
                batch.delete(operation.group(), operation.key());
            } else {
                batch.put(operation.group(), operation.key(), operation.value());
            }
            FingerprintFold.dropped(operation)
                    .ifPresent(table -> member.groups().forEach(group -> batch.dropTable(group, table)));
        }
        running.forEach((part, sum) -> {
            if (member.groups().contains(part.group())) {
                batch.fingerprint(part.group(), part.table(), sum);
            }
        });
        member.store().apply(batch);
    }

    /** Writes a commit into the journals that never happened, and then the view that voids it. */
    void voidOneCommit() {
        CommitNumber never = new CommitNumber(last.value() + 2);
        byte[] key = TableKeys.key(Schema.TABLE, "group/NEVER".getBytes(UTF_8));
        CommitFrame frame = frame(
                never,
                view,
                new TreeSet<>(List.of(ALL)),
                List.of(new FingerprintDifference(ALL, Schema.TABLE, new Fingerprint(1, 1))),
                List.of(new Operation(ALL, key, new byte[] {1})));
        members.values().forEach(member -> member.journal().append(frame));
        CommitNumber voidAbove = last;
        last = never;
        view++;
        members.values().forEach(member -> member.journal().append(viewFrame(voidAbove)));
    }

    private ViewFrame viewFrame(CommitNumber voidAbove) {
        return new ViewFrame(new View(view, uuid(), new TreeSet<>(members.keySet()), voidAbove, TIME));
    }

    /** Copies what a full hot copy would: the pinned files, then the whole journal. */
    void copy(Member member, Path target) throws IOException {
        copyRecords(member, target);
        copyJournal(member, target);
    }

    void copyRecords(Member member, Path target) throws IOException {
        try (PinnedFiles pinned = member.store().pinFiles()) {
            for (SourceFile file : pinned.files()) {
                Path copy = target.resolve(file.name());
                Files.createDirectories(copy.getParent());
                try (InputStream stream = Channels.newInputStream(file.open())) {
                    Files.write(copy, stream.readNBytes(Math.toIntExact(file.length())));
                }
            }
        }
    }

    void copyJournal(Member member, Path target) throws IOException {
        member.journal().sync();
        Files.createDirectories(ArchiveLayout.journal(target));
        for (io.hotcopy.embedded.journal.Slice.Segment segment :
                member.journal().slice(CommitNumber.ZERO).segments()) {
            try (InputStream stream = Files.newInputStream(segment.path())) {
                byte[] bytes = stream.readNBytes(Math.toIntExact(segment.length()));
                Files.write(ArchiveLayout.journal(target).resolve(segment.name()), bytes);
            }
        }
    }

    /** What the manifest of a full would say. */
    ElementFacts full(Member member, CommitNumber pinPoint, CommitNumber cut) {
        return element(member, HotCopyType.FULL, "full", new CommitRange(pinPoint, cut));
    }

    /** What the manifest of an element would say that covers this range of all groups of an archive. */
    ElementFacts element(Member member, HotCopyType type, String name, CommitRange range) {
        SortedMap<StorageGroupName, CommitRange> covers = new TreeMap<>();
        member.groups().forEach(group -> covers.put(group, range));
        return new ElementFacts(
                new ElementId(uuid()),
                type,
                name,
                Optional.empty(),
                lineage,
                member.id(),
                member.uuid(),
                List.of(new ElementFacts.Member(member.id(), new SetId(uuid()), member.groups())),
                type == HotCopyType.FULL ? range.from() : range.through(),
                range.through(),
                covers,
                new ElementFacts.CommitTimes(Optional.of(TIME), Optional.of(TIME), TIME),
                contentAt(range.through(), member),
                TIME,
                TIME,
                new ByteSize(1000));
    }

    SetFacts set(Member member, ElementFacts full, Path location) {
        return new SetFacts(
                location,
                EmbeddedArchiveFormat.KIND,
                new SetId(uuid()),
                lineage,
                DATABASE,
                databaseUuid,
                member.id(),
                member.uuid(),
                member.groups(),
                full.id(),
                TIME,
                List.of(full));
    }

    private SortedMap<StorageGroupName, Fingerprint> content() {
        SortedMap<StorageGroupName, Fingerprint> sums = new TreeMap<>();
        content.forEach((group, records) -> sums.put(
                group,
                records.entrySet().stream()
                        .map(record -> hash.of(record.getKey(), record.getValue()))
                        .reduce(Fingerprint.ZERO, Fingerprint::plus)));
        return sums;
    }

    private UUID uuid() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    @Override
    public void close() {
        members.values().forEach(member -> {
            member.journal().close();
            member.store().close();
        });
        memory.close();
    }
}
