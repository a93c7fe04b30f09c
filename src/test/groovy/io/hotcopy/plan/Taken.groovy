package io.hotcopy.plan

import io.hotcopy.backupset.ElementFacts
import io.hotcopy.backupset.ElementFacts.Member
import io.hotcopy.backupset.SetFacts
import io.hotcopy.term.ArchiveId
import io.hotcopy.term.ByteSize
import io.hotcopy.term.CommitNumber
import io.hotcopy.term.CommitRange
import io.hotcopy.term.ElementId
import io.hotcopy.term.HotCopyType
import io.hotcopy.term.Lineage
import io.hotcopy.term.SetId
import io.hotcopy.term.StorageGroupName

import java.nio.file.Path
import java.time.Instant

/**
 * Hot copies of the world's archives that have been taken. Run n has the id that begins with n; its set of archive a is
 * {@code sets/n-a}, whose id begins with n and a.
 */
class Taken {
    static final UUID UUID_OF_DATABASE = new UUID(7, 7)
    static final Lineage LIFE = Lineage.created(new UUID(8, 8))
    static final Instant TIME = Instant.parse('2021-12-17T01:30:00Z')

    Map<Integer, List<String>> serves = [
            0: ['SG1', 'SG2'], 1: ['SG1', 'SG3'], 2: ['SG2', 'SG3'],
            3: ['SG1', 'SG2'], 4: ['SG1', 'SG3'], 5: ['SG2', 'SG3']]
    Lineage life = LIFE
    private final Map<String, SetFacts> sets = [:]
    private final Map<Integer, String> newest = [:]
    private final Map<Integer, String> complete = [:]
    private final Map<String, SetId> lost = [:]

    static ElementId run(int number) {
        new ElementId(new UUID((long) number << 32, number))
    }

    static SetId set(int run, int archive) {
        new SetId(new UUID((long) (run * 16 + archive) << 32, 1))
    }

    static Path place(int run, int archive) {
        Path.of("sets/$run-$archive")
    }

    List<SetFacts> sets() {
        sets.values().toList()
    }

    /** What the database says is the newest set of an archive. */
    Optional<SetId> newest(int archive) {
        Optional.ofNullable(newest[archive]).map { sets[it]?.id() ?: lost[it] }
    }

    /** A full whose sets have been initialised and no more. */
    Taken begun(int run, List<Integer> archives) {
        archives.each { archive ->
            String key = "$run-$archive"
            sets[key] = new SetFacts(place(run, archive), 'test', set(run, archive), life, World.DATABASE,
                    UUID_OF_DATABASE, new ArchiveId(archive), new UUID(9, archive), groups(archive), Taken.run(run),
                    TIME, [])
            newest[archive] = key
        }
        this
    }

    Taken full(int run, long cut, List<Integer> archives, long size = 1000) {
        begun(run, archives)
        archives.each { complete[it] = newest[it] }
        publish(HotCopyType.FULL, run, cut, archives, archives.collectEntries { [it, newest[it]] }, size)
    }

    /** Into the sets of each archive's latest full. */
    Taken incremental(int run, long cut, List<Integer> archives, long size = 10) {
        publish(HotCopyType.INCREMENTAL, run, cut, archives, complete.subMap(archives), size)
    }

    /** Into the newest set of each archive. */
    Taken journal(int run, long cut, List<Integer> archives, long size = 5) {
        publish(HotCopyType.JOURNAL, run, cut, archives, newest.subMap(archives), size)
    }

    /** A full of these archives of which only some have published their elements. */
    Taken halfPublished(int run, long cut, List<Integer> archives, List<Integer> published) {
        begun(run, archives)
        Map<Integer, String> keys = archives.collectEntries { [it, newest[it]] }
        published.each { complete[it] = newest[it] }
        published.each { add(HotCopyType.FULL, run, cut, keys, it, 1000) }
        this
    }

    /** A set that has been deleted, or moved elsewhere. */
    Taken without(int run, int archive) {
        lost["$run-$archive".toString()] = sets.remove("$run-$archive".toString()).id()
        this
    }

    private Taken publish(HotCopyType type, int run, long cut, List<Integer> archives, Map<Integer, String> into,
            long size) {
        archives.each { add(type, run, cut, into, it, size) }
        this
    }

    private void add(HotCopyType type, int run, long cut, Map<Integer, String> into, int archive, long size) {
        SetFacts set = sets[into[archive]]
        List<Member> members = into.collect { id, key -> new Member(new ArchiveId(id), sets[key].id(), groups(id)) }
        int number = set.elements().count { it.type() == type } + 1
        String directory = type == HotCopyType.FULL ? 'full' : "$number.${type == HotCopyType.JOURNAL ? 'jnl' : 'inc'}"
        CommitNumber from = set.elements().empty ? CommitNumber.ZERO : set.elements().last().cut()
        CommitNumber through = new CommitNumber(cut)
        ElementFacts element = new ElementFacts(Taken.run(run), type, directory, Optional.empty(), life,
                new ArchiveId(archive), new UUID(9, archive), members, from, through,
                groups(archive).collectEntries { [it, new CommitRange(from, through)] } as TreeMap,
                new ElementFacts.CommitTimes(Optional.empty(), Optional.empty(), TIME), new TreeMap(), TIME,
                TIME.plusSeconds(cut), new ByteSize(size))
        sets[into[archive]] = new SetFacts(set.location(), set.kind(), set.id(), set.lineage(), set.database(),
                set.databaseUuid(), set.archive(), set.archiveUuid(), set.storageGroups(), set.collection(),
                set.created(), set.elements() + element)
    }

    private SortedSet<StorageGroupName> groups(int archive) {
        (serves[archive] + 'UNPARTITIONED').collect { new StorageGroupName(it) } as TreeSet<StorageGroupName>
    }
}
