package io.hotcopy.retention;

import io.hotcopy.backupset.ElementFacts;
import io.hotcopy.backupset.ElementFacts.CommitTimes;
import io.hotcopy.backupset.ElementFacts.Member;
import io.hotcopy.backupset.SampleSets;
import io.hotcopy.backupset.SetFacts;
import io.hotcopy.plan.PastRun;
import io.hotcopy.plan.PastRun.Outcome;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.ByteSize;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.CommitRange;
import io.hotcopy.term.ElementId;
import io.hotcopy.term.Fingerprint;
import io.hotcopy.term.HotCopyType;
import io.hotcopy.term.Lineage;
import io.hotcopy.term.StorageGroupName;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.IntPredicate;
import java.util.function.ToLongFunction;

/**
 * A database that lives and is copied by the rules of protocol §4, without data: what would stand in the manifests, and
 * when each commit was really made, as its clock read.
 */
final class LivedDatabase {

    /** One archive and what it knows of its copies; sets by their numbers, zero for none. */
    private static final class Archive {
        private final int number;
        private final SortedSet<StorageGroupName> groups;
        private UUID uuid;
        /** Up to where its journal was copied; empty before the chain is opened, and after a suspension. */
        private OptionalLong chain = OptionalLong.empty();

        private long newest;
        private long newestComplete;
        private long lastChange;

        private Archive(int number, SortedSet<StorageGroupName> groups) {
            this.number = number;
            this.groups = groups;
        }

        private void forget(UUID next) {
            uuid = next;
            chain = OptionalLong.empty();
            newest = 0;
            newestComplete = 0;
        }
    }

    private final List<Archive> archives = new ArrayList<>();
    private final List<List<Integer>> groups;
    private final SortedMap<Long, SetFacts> sets = new TreeMap<>();
    private final List<PastRun> runs = new ArrayList<>();
    private final Map<UUID, List<Instant>> labels = new HashMap<>();
    private final Map<UUID, Lineage> lineages = new LinkedHashMap<>();

    private Lineage lineage = SampleSets.LINEAGE;
    private Instant clock = SampleSets.TIME;
    private long commit;
    private long nextSet = 1;
    private long nextRun = 1;
    private long nextUuid = 100_000;

    /**
     * @param serves per archive the storage groups
     * @param groups the backup groups, by the numbers of their archives
     */
    LivedDatabase(List<List<String>> serves, List<List<Integer>> groups) {
        this.groups = groups;
        for (List<String> names : serves) {
            SortedSet<StorageGroupName> all = SampleSets.groups(names.toArray(String[]::new));
            all.add(StorageGroupName.UNPARTITIONED);
            Archive archive = new Archive(archives.size(), all);
            archive.forget(SampleSets.uuid(nextUuid++));
            archives.add(archive);
        }
        begin(lineage);
    }

    private void begin(Lineage life) {
        lineage = life;
        lineages.put(life.id(), life);
        labels.put(life.id(), new ArrayList<>());
    }

    // ---- time

    Instant now() {
        return clock;
    }

    /** So many commits are made while the time passes, evenly. */
    void pass(Duration time, int commits) {
        for (int made = 1; made <= commits; made++) {
            labels.get(lineage.id()).add(clock.plus(time.multipliedBy(made).dividedBy(commits + 1)));
            commit++;
        }
        clock = clock.plus(time);
    }

    /** The clock is set. */
    void step(Duration by) {
        clock = clock.plus(by);
    }

    long commit() {
        return commit;
    }

    /** When a commit of a lineage was made, by the clock; only of those made in it. */
    Instant label(Lineage of, long number) {
        return labels.get(of.id()).get((int) (number - of.fork().value() - 1));
    }

    /** The commits made in a lineage: from the one after the first to the second. */
    CommitRange made(Lineage of) {
        return new CommitRange(
                of.fork(),
                new CommitNumber(of.fork().value() + labels.get(of.id()).size()));
    }

    Collection<Lineage> lineages() {
        return lineages.values();
    }

    // ---- the database

    /** It is restored to a commit, and lives on from there. */
    void restore(long fork) {
        begin(lineage.forkedAt(new CommitNumber(fork), SampleSets.uuid(nextUuid++)));
        commit = fork;
        archives.forEach(archive -> archive.forget(SampleSets.uuid(nextUuid++)));
    }

    /** A SYNC: no journal of this archive is copied before the next full or incremental. */
    void suspend(int archive) {
        archives.get(archive).chain = OptionalLong.empty();
    }

    // ---- copies

    /** A full on its way. */
    record Begun(int group, ElementId run, List<Member> members, long pin, Instant began) {}

    /**
     * The sets are there, and are the newest; the files are pinned.
     *
     * @param behind by how many commits the files lag behind, which the journal beside them makes up for
     */
    Begun beginFull(int group, long behind) {
        ElementId run = SampleSets.run(nextRun++);
        List<Member> members = new ArrayList<>();
        for (int number : groups.get(group)) {
            Archive archive = archives.get(number);
            Member member = new Member(new ArchiveId(number), SampleSets.setId(nextSet), archive.groups);
            members.add(member);
            archive.newest = nextSet;
            sets.put(nextSet, identity(archive, member, run));
            nextSet++;
        }
        return new Begun(group, run, members, Math.max(lineage.fork().value(), commit - behind), clock);
    }

    private SetFacts identity(Archive archive, Member member, ElementId run) {
        return new SetFacts(
                Path.of("set-" + nextSet),
                "test",
                member.set(),
                lineage,
                SampleSets.NAME,
                SampleSets.DATABASE,
                member.archive(),
                archive.uuid,
                member.storageGroups(),
                run,
                clock,
                List.of());
    }

    /** It was not published, or of some archives only. */
    void failFull(Begun full, IntPredicate published) {
        publish(full.run(), HotCopyType.FULL, full.members(), published, full.began(), archive -> full.pin());
        ledger(full.group(), HotCopyType.FULL, full.run(), full.began(), Outcome.FAILED);
    }

    void cancelFull(Begun full) {
        ledger(full.group(), HotCopyType.FULL, full.run(), full.began(), Outcome.CANCELLED);
    }

    void finishFull(Begun full) {
        publish(full.run(), HotCopyType.FULL, full.members(), archive -> true, full.began(), archive -> full.pin());
        for (Member member : full.members()) {
            Archive archive = archives.get(member.archive().value());
            archive.newestComplete = number(member);
            archive.lastChange = commit;
            reopen(archive);
        }
        ledger(full.group(), HotCopyType.FULL, full.run(), full.began(), Outcome.DONE);
    }

    private void reopen(Archive archive) {
        if (archive.chain.isEmpty()) {
            archive.chain = OptionalLong.of(commit);
        }
    }

    /** Does nothing where there is no base. */
    boolean incremental(int group, IntPredicate published) {
        List<Archive> copied = groups.get(group).stream().map(archives::get).toList();
        boolean based = copied.stream().allMatch(archive -> sets.containsKey(archive.newestComplete))
                && copied.stream()
                                .map(archive -> sets.get(archive.newestComplete).collection())
                                .distinct()
                                .count()
                        == 1;
        return based && further(group, HotCopyType.INCREMENTAL, published, archive -> archive.newestComplete);
    }

    /** Does nothing where the chain of an archive is not open. */
    boolean journal(int group, IntPredicate published) {
        boolean open = groups.get(group).stream()
                .map(archives::get)
                .allMatch(archive -> archive.chain.isPresent() && sets.containsKey(archive.newest));
        return open && further(group, HotCopyType.JOURNAL, published, archive -> archive.newest);
    }

    private boolean further(int group, HotCopyType type, IntPredicate published, ToLongFunction<Archive> into) {
        ElementId run = SampleSets.run(nextRun++);
        List<Member> members = groups.get(group).stream()
                .map(archives::get)
                .map(archive -> new Member(
                        new ArchiveId(archive.number), SampleSets.setId(into.applyAsLong(archive)), archive.groups))
                .toList();
        publish(
                run,
                type,
                members,
                published,
                clock,
                archive -> type == HotCopyType.JOURNAL ? archive.chain.orElseThrow() : archive.lastChange);
        boolean all = members.stream()
                .allMatch(member -> published.test(member.archive().value()));
        for (Member member : members) {
            if (published.test(member.archive().value())) {
                published(archives.get(member.archive().value()), type);
            }
        }
        ledger(group, type, run, clock, all ? Outcome.DONE : Outcome.FAILED);
        return true;
    }

    private void published(Archive archive, HotCopyType type) {
        if (type == HotCopyType.JOURNAL) {
            archive.chain = OptionalLong.of(commit);
        } else {
            archive.lastChange = commit;
            reopen(archive);
        }
    }

    private void publish(
            ElementId run,
            HotCopyType type,
            List<Member> members,
            IntPredicate published,
            Instant began,
            ToLongFunction<Archive> from) {
        for (Member member : members) {
            Archive archive = archives.get(member.archive().value());
            if (published.test(archive.number)) {
                SetFacts set = sets.get(number(member));
                List<ElementFacts> elements = new ArrayList<>(set.elements());
                elements.add(element(set, run, type, members, member, from.applyAsLong(archive), began));
                sets.put(number(member), set.withElements(elements));
            }
        }
    }

    private ElementFacts element(
            SetFacts set, ElementId run, HotCopyType type, List<Member> members, Member own, long from, Instant began) {
        SortedMap<StorageGroupName, CommitRange> covers = new TreeMap<>();
        SortedMap<StorageGroupName, Fingerprint> fingerprints = new TreeMap<>();
        for (StorageGroupName group : own.storageGroups()) {
            covers.put(group, new CommitRange(new CommitNumber(from), new CommitNumber(commit)));
            fingerprints.put(group, SampleSets.fingerprint(group, commit));
        }
        List<Instant> readings = new ArrayList<>();
        for (long number = Math.max(from, lineage.fork().value()) + 1; number <= commit; number++) {
            readings.add(label(lineage, number));
        }
        return new ElementFacts(
                run,
                type,
                type == HotCopyType.FULL
                        ? "full"
                        : set.elements().size() + 1 + "." + type.word().substring(0, 3),
                Optional.empty(),
                set.lineage(),
                set.archive(),
                set.archiveUuid(),
                members,
                new CommitNumber(from),
                new CommitNumber(commit),
                covers,
                new CommitTimes(
                        readings.stream().min(Instant::compareTo),
                        readings.stream().max(Instant::compareTo),
                        clock),
                fingerprints,
                began,
                clock,
                new ByteSize(1_000));
    }

    private static long number(Member member) {
        return member.set().value().getLeastSignificantBits() - 0x2000;
    }

    private void ledger(int group, HotCopyType type, ElementId run, Instant began, Outcome outcome) {
        runs.add(new PastRun(
                "nightly",
                "group-" + group,
                SampleSets.NAME,
                type,
                Optional.empty(),
                type,
                Optional.of(run),
                began,
                clock,
                outcome,
                new ByteSize(0),
                ""));
    }

    // ---- what is there

    List<SetFacts> sets() {
        return List.copyOf(sets.values());
    }

    /** How many sets there ever were. */
    int made() {
        return (int) nextSet - 1;
    }

    List<PastRun> runs() {
        return List.copyOf(runs);
    }

    void delete(SetFacts set) {
        sets.values().removeIf(known -> known.id().equals(set.id()));
    }

    /** The sets of the archives of a backup group. */
    static List<SetFacts> of(List<Integer> group, Collection<SetFacts> sets) {
        SortedSet<Integer> numbers = new TreeSet<>(group);
        return sets.stream()
                .filter(set -> numbers.contains(set.archive().value()))
                .toList();
    }
}
