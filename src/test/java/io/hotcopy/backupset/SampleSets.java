package io.hotcopy.backupset;

import io.hotcopy.backupset.ElementFacts.CommitTimes;
import io.hotcopy.backupset.ElementFacts.Member;
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
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/** Small sets and facts with readable ids, for tests of every room that reads sets. */
public final class SampleSets {

    /** The first life of the sample database. */
    public static final Lineage LINEAGE = Lineage.created(uuid(1));

    public static final UUID DATABASE = uuid(2);
    public static final DatabaseName NAME = new DatabaseName("acme", "test");
    public static final Instant TIME = Instant.parse("2021-12-18T01:00:00Z");

    private SampleSets() {}

    /** The id 00000000-0000-0000-0000-…n. */
    public static UUID uuid(long number) {
        return new UUID(0, number);
    }

    public static ElementId run(long number) {
        return new ElementId(uuid(0x1000 + number));
    }

    public static SetId setId(long number) {
        return new SetId(uuid(0x2000 + number));
    }

    public static SortedSet<StorageGroupName> groups(String... names) {
        TreeSet<StorageGroupName> groups = new TreeSet<>();
        Arrays.stream(names).map(StorageGroupName::new).forEach(groups::add);
        return groups;
    }

    /** An archive's part in a run, into set {@code number}. */
    public static Member member(int archive, long number, String... groups) {
        return new Member(new ArchiveId(archive), setId(number), groups(groups));
    }

    /** The identity of a member's set. */
    public static SetFacts identity(Path location, Member member, ElementId collection) {
        return identity(location, member, collection, LINEAGE);
    }

    public static SetFacts identity(Path location, Member member, ElementId collection, Lineage lineage) {
        return new SetFacts(
                location,
                "test",
                member.set(),
                lineage,
                NAME,
                DATABASE,
                member.archive(),
                uuid(0x3000 + member.archive().value()),
                member.storageGroups(),
                collection,
                initialised(collection),
                List.of());
    }

    /** An hour apart, run 1 at {@link #TIME}. */
    private static Instant initialised(ElementId run) {
        return TIME.plus(Duration.ofHours(run.value().getLeastSignificantBits() - 0x1001));
    }

    /** Facts of a full; every group of the member has the fingerprint {@link #fingerprint} gives it. */
    public static ElementFacts full(
            SetFacts set, ElementId run, List<Member> members, long pinPoint, long cut, long size) {
        return element(set, run, HotCopyType.FULL, "full", members, pinPoint, cut, size);
    }

    /** Facts of {@code <number>.inc}, which covers every group of the member after commit {@code from}. */
    public static ElementFacts incremental(
            SetFacts set, ElementId run, int number, List<Member> members, long from, long cut, long size) {
        return element(set, run, HotCopyType.INCREMENTAL, number + ".inc", members, from, cut, size);
    }

    /** Facts of {@code <number>.jnl}, which covers every group of the member after commit {@code from}. */
    public static ElementFacts journal(
            SetFacts set, ElementId run, int number, List<Member> members, long from, long cut, long size) {
        return element(set, run, HotCopyType.JOURNAL, number + ".jnl", members, from, cut, size);
    }

    private static ElementFacts element(
            SetFacts set,
            ElementId run,
            HotCopyType type,
            String directory,
            List<Member> members,
            long from,
            long cut,
            long size) {
        Member own = members.stream()
                .filter(member -> member.set().equals(set.id()))
                .findFirst()
                .orElseThrow();
        SortedMap<StorageGroupName, CommitRange> covers = new TreeMap<>();
        SortedMap<StorageGroupName, Fingerprint> fingerprints = new TreeMap<>();
        for (StorageGroupName group : own.storageGroups()) {
            covers.put(group, new CommitRange(new CommitNumber(from), new CommitNumber(cut)));
            fingerprints.put(group, fingerprint(group, cut));
        }
        return new ElementFacts(
                run,
                type,
                directory,
                Optional.empty(),
                set.lineage(),
                set.archive(),
                set.archiveUuid(),
                members,
                new CommitNumber(from),
                new CommitNumber(cut),
                covers,
                new CommitTimes(Optional.of(TIME), Optional.of(TIME.plusSeconds(cut)), TIME.plusSeconds(cut + 1)),
                fingerprints,
                TIME,
                TIME.plusSeconds(cut + 2),
                new ByteSize(size));
    }

    /** The same facts with other fingerprints. */
    public static ElementFacts withFingerprints(
            ElementFacts element, SortedMap<StorageGroupName, Fingerprint> fingerprints) {
        return with(element, fingerprints, element.ended(), element.size());
    }

    /** The same facts with another end. */
    public static ElementFacts endedAt(ElementFacts element, Instant ended) {
        return with(element, element.fingerprints(), ended, element.size());
    }

    /** The same facts with another size. */
    public static ElementFacts withSize(ElementFacts element, ByteSize size) {
        return with(element, element.fingerprints(), element.ended(), size);
    }

    /** The same facts with other covers. */
    public static ElementFacts covering(ElementFacts element, SortedMap<StorageGroupName, CommitRange> covers) {
        return with(element, covers, element.times(), element.fingerprints(), element.ended(), element.size());
    }

    /** The same facts with other clock readings. */
    public static ElementFacts timed(ElementFacts element, CommitTimes times) {
        return with(element, element.covers(), times, element.fingerprints(), element.ended(), element.size());
    }

    private static ElementFacts with(
            ElementFacts element, SortedMap<StorageGroupName, Fingerprint> fingerprints, Instant ended, ByteSize size) {
        return with(element, element.covers(), element.times(), fingerprints, ended, size);
    }

    private static ElementFacts with(
            ElementFacts element,
            SortedMap<StorageGroupName, CommitRange> covers,
            CommitTimes times,
            SortedMap<StorageGroupName, Fingerprint> fingerprints,
            Instant ended,
            ByteSize size) {
        return new ElementFacts(
                element.id(),
                element.type(),
                element.directory(),
                element.previous(),
                element.lineage(),
                element.archive(),
                element.archiveUuid(),
                element.members(),
                element.pinPoint(),
                element.cut(),
                covers,
                times,
                fingerprints,
                element.began(),
                ended,
                size);
    }

    /** The same set with these elements. */
    public static SetFacts holding(SetFacts set, ElementFacts... elements) {
        return set.withElements(List.of(elements));
    }

    /** What the sample database holds in a group at a commit. */
    public static Fingerprint fingerprint(StorageGroupName group, long commit) {
        return new Fingerprint(group.value().hashCode(), commit);
    }

    /** Writes files into an element and seals it, unpublished. */
    public static ElementWriter sealed(
            BackupSetWriter set,
            ElementId run,
            List<Member> members,
            long pinPoint,
            long cut,
            Map<String, String> files) {
        ElementWriter element = set.beginElement(run, HotCopyType.FULL);
        files.forEach((name, text) -> write(element, name, text));
        element.seal(full(set.set(), run, members, pinPoint, cut, element.finishedBytes()));
        return element;
    }

    /** Writes one file of an element. */
    public static DataFile write(ElementWriter element, String name, String text) {
        try (ElementFileWriter file = element.create(name)) {
            file.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
            return file.finish();
        }
    }
}
