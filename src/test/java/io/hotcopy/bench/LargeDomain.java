package io.hotcopy.bench;

import io.hotcopy.backupset.ElementFacts;
import io.hotcopy.backupset.SetFacts;
import io.hotcopy.driver.ArchiveFacts;
import io.hotcopy.driver.DatabaseFacts;
import io.hotcopy.model.BackupGroup;
import io.hotcopy.model.BackupPolicy;
import io.hotcopy.model.Declarations;
import io.hotcopy.plan.DeclaredFacts;
import io.hotcopy.plan.PastRun;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.ByteSize;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.CommitRange;
import io.hotcopy.term.DatabaseName;
import io.hotcopy.term.ElementId;
import io.hotcopy.term.HotCopyType;
import io.hotcopy.term.Lineage;
import io.hotcopy.term.SetId;
import io.hotcopy.term.StorageGroupName;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.UUID;

/**
 * A domain of many storage managers, two to a backup group, with what is true of it: of each archive two sets of a full
 * and a handful of incrementals and journals, and the runs of the last day.
 */
final class LargeDomain {
    private static final DatabaseName DATABASE = new DatabaseName("large", "ledger");
    private static final Instant BEGIN = Instant.parse("2026-06-07T01:00:00Z");
    private static final int SETS = 2;
    private static final int APPENDED = 5;
    private static final UUID UUID_OF_DATABASE = new UUID(7, 7);
    private static final Lineage LIFE = Lineage.created(new UUID(8, 8));

    private final BackupPolicy policy;
    private final DatabaseFacts declared;
    private final SplittableRandom random;
    private final Map<ArchiveId, List<SetFacts>> sets = new HashMap<>();
    private final List<PastRun> runs = new ArrayList<>();
    private Instant end = BEGIN;
    private long commit;

    LargeDomain(Declarations declarations, long seed) {
        this.policy = declarations.policies().get(0);
        this.declared = DeclaredFacts.of(
                declarations.domain("large").orElseThrow(),
                declarations.database(DATABASE).orElseThrow());
        this.random = new SplittableRandom(seed);
        for (int set = 0; set < SETS; set++) {
            policy.backupGroups().forEach(group -> copy(group, HotCopyType.FULL));
            for (int number = 1; number <= APPENDED; number++) {
                policy.backupGroups().forEach(group -> copy(group, HotCopyType.INCREMENTAL));
                policy.backupGroups().forEach(group -> copy(group, HotCopyType.JOURNAL));
            }
        }
        for (int quarter = 4 * 24; quarter > 0; quarter--) {
            Instant began = end.minus(Duration.ofMinutes(15L * quarter));
            HotCopyType type = quarter % 4 == 0 ? HotCopyType.INCREMENTAL : HotCopyType.JOURNAL;
            policy.backupGroups().forEach(group -> runs.add(run(group, type, began)));
        }
    }

    /** What declares it. */
    static String text(int managers, boolean interleaved) {
        StringBuilder hosts = new StringBuilder();
        StringBuilder lines = new StringBuilder();
        StringBuilder groups = new StringBuilder();
        for (int archive = 0; archive < managers; archive++) {
            hosts.append(archive == 0 ? "" : ", ").append("'h").append(archive).append('\'');
            lines.append("        storageManager archive: ")
                    .append(archive)
                    .append(", host: 'h")
                    .append(archive);
            lines.append("', serves: ['SG").append(archive % 2 + 1).append("'], journalHotCopy: true\n");
            if (archive % 2 == 1) {
                groups.append("    backupGroup 'g").append(archive / 2).append("', archives: [");
                groups.append(archive - 1).append(", ").append(archive).append("], shared: true\n");
            }
        }
        String turns = interleaved ? ", interleaved" : "";
        return """
                domain('large') {
                    region 'one', hosts: [%s]
                    database('ledger') {
                        storageGroups 'SG1', 'SG2'
                        transactionEngines hosts: ['h0']
                        expect size: 100.GB, changesPerDay: 5.GB, journalPerDay: 10.GB
                        copyRate 200.MB
                %s    }
                }
                policy('often') {
                    protects 'large/ledger'
                    objectives rpo: 30.minutes, rto: 4.hours
                %s    full at: 'Sun 01:00'
                    incremental every: 1.hour
                    journal every: 15.minutes%s
                    onNoBaseSet full
                    onJournalSuspended incremental
                    directory 'backups/{date}T{time}-archive-{archive}'
                    retain recoveryWindow: 2.weeks, minimum: 2
                }
                """.formatted(hosts, lines, groups, turns);
    }

    /** The same declaration, its words called as methods: Groovy's parser reads that with less looking ahead. */
    static String inParentheses(String text) {
        return text.replaceAll("(?m)^( +[a-zA-Z]+) (?!\\{)(.*[^{\\n])$", "$1($2)");
    }

    private void copy(BackupGroup group, HotCopyType type) {
        commit += 1 + random.nextInt(1000);
        end = end.plusMillis(1 + random.nextInt(1000));
        ElementId run = new ElementId(new UUID(random.nextLong(), random.nextLong()));
        if (type == HotCopyType.FULL) {
            group.archives().forEach(archive -> sets.computeIfAbsent(archive, none -> new ArrayList<>())
                    .add(begun(archive, run)));
        }
        List<ElementFacts.Member> members = group.archives().stream()
                .map(archive -> new ElementFacts.Member(archive, newest(archive).id(), serves(archive)))
                .toList();
        group.archives().forEach(archive -> append(archive, type, run, members));
    }

    private SetFacts begun(ArchiveId archive, ElementId run) {
        return new SetFacts(
                Path.of("/backups/" + run + "-" + archive),
                "test",
                new SetId(new UUID(random.nextLong(), random.nextLong())),
                LIFE,
                DATABASE,
                UUID_OF_DATABASE,
                archive,
                new UUID(9, archive.value()),
                serves(archive),
                run,
                end,
                List.of());
    }

    private void append(ArchiveId archive, HotCopyType type, ElementId run, List<ElementFacts.Member> members) {
        SetFacts set = newest(archive);
        List<ElementFacts> elements = new ArrayList<>(set.elements());
        CommitNumber from = elements.isEmpty()
                ? CommitNumber.ZERO
                : elements.get(elements.size() - 1).cut();
        CommitNumber cut = new CommitNumber(commit);
        TreeMap<StorageGroupName, CommitRange> covers = new TreeMap<>();
        serves(archive).forEach(group -> covers.put(group, new CommitRange(from, cut)));
        elements.add(new ElementFacts(
                run,
                type,
                type == HotCopyType.FULL ? "full" : elements.size() + "." + type.word(),
                Optional.empty(),
                LIFE,
                archive,
                new UUID(9, archive.value()),
                members,
                from,
                cut,
                covers,
                new ElementFacts.CommitTimes(Optional.empty(), Optional.empty(), end),
                new TreeMap<>(),
                end,
                end.plusSeconds(10),
                new ByteSize(1 + random.nextInt(1_000_000_000))));
        List<SetFacts> own = sets.get(archive);
        own.set(own.size() - 1, set.withElements(elements));
    }

    private SetFacts newest(ArchiveId archive) {
        List<SetFacts> own = sets.get(archive);
        return own.get(own.size() - 1);
    }

    private SortedSet<StorageGroupName> serves(ArchiveId archive) {
        return declared.archives().get(archive.value()).serves();
    }

    private PastRun run(BackupGroup group, HotCopyType type, Instant began) {
        return new PastRun(
                policy.name(),
                group.name(),
                DATABASE,
                type,
                Optional.of(began),
                type,
                Optional.empty(),
                began,
                began.plusSeconds(1 + random.nextInt(60)),
                PastRun.Outcome.DONE,
                new ByteSize(1 + random.nextInt(1_000_000_000)),
                "");
    }

    /** The instant up to which it was copied. */
    Instant end() {
        return end;
    }

    List<PastRun> runs() {
        return runs;
    }

    List<SetFacts> sets() {
        return sets.values().stream().flatMap(List::stream).toList();
    }

    DatabaseFacts facts() {
        return new DatabaseFacts(
                DATABASE,
                true,
                Optional.of(UUID_OF_DATABASE),
                Optional.of(LIFE),
                new CommitNumber(commit),
                declared.storageGroups(),
                declared.archives().stream().map(this::live).toList());
    }

    private ArchiveFacts live(ArchiveFacts archive) {
        return new ArchiveFacts(
                archive.id(),
                archive.host(),
                archive.region(),
                ArchiveFacts.State.RUNNING,
                archive.serves(),
                archive.journalHotCopy(),
                Optional.empty(),
                Optional.empty(),
                ByteSize.ofMegabytes(100),
                Optional.of(newest(archive.id()).id()),
                List.of());
    }
}
