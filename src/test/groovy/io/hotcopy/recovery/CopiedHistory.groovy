package io.hotcopy.recovery

import io.hotcopy.backupset.ElementFacts
import io.hotcopy.backupset.ElementFacts.CommitTimes
import io.hotcopy.backupset.ElementFacts.Member
import io.hotcopy.backupset.SampleSets
import io.hotcopy.backupset.SetFacts
import io.hotcopy.recovery.RestoreTarget.ToCommit
import io.hotcopy.term.CommitNumber
import io.hotcopy.term.ElementId
import io.hotcopy.term.Lineage
import java.nio.file.Path
import java.time.Instant

/**
 * A database with archives, and the copies taken of it one after another; a second of the clock passes with each commit
 * unless an element is told other times.
 */
class CopiedHistory {

    private final Map<Integer, List<String>> archives
    private final Map<Integer, SetFacts> places = [:]
    private final Map<Integer, Member> members = [:]
    private final Map<Integer, Integer> newest = [:]
    private final Map<Integer, Integer> newestFull = [:]
    private int run = 0
    private int set = 0
    Lineage lineage = SampleSets.LINEAGE

    /** @param archives the storage groups that each serves, besides UNPARTITIONED */
    CopiedHistory(Map<Integer, List<String>> archives) {
        this.archives = new HashMap<>(archives)
    }

    /** From now on an archive serves these. */
    void serves(int archive, List<String> groups) {
        archives[archive] = groups
    }

    /** A full that was published, to a new set an archive; a lost archive's element is not there. */
    ElementId full(Map options = [:], long pin, long cut, int... of) {
        def id = begun(options, of)
        publish(options, id, of as List, newest) { place, together ->
            SampleSets.full(place, id, together, pin, cut, options.size ?: 1000)
        }
        of.each { newestFull[it] = newest[it] }
        id
    }

    /** A full that failed or was cancelled once its sets were initialised. */
    ElementId failedFull(int... of) {
        begun([:], of)
    }

    ElementId incremental(Map options = [:], long from, long cut, int... of) {
        def id = SampleSets.run(++run)
        publish(options, id, of as List, newestFull) { place, together ->
            SampleSets.incremental(place, id, run, together, from, cut, options.size ?: 100)
        }
        id
    }

    /** A journal copy goes to the newest set, whatever became of its full. */
    ElementId journal(Map options = [:], long from, long cut, int... of) {
        def id = SampleSets.run(++run)
        publish(options, id, of as List, newest) { place, together ->
            SampleSets.journal(place, id, run, together, from, cut, options.size ?: 10)
        }
        id
    }

    private ElementId begun(Map options, int... of) {
        def id = SampleSets.run(++run)
        of.each { archive ->
            def member = SampleSets.member(archive, ++set, *(['UNPARTITIONED'] + archives[archive]))
            def identity = SampleSets.identity(Path.of("set-$set"), member, id, lineage)
            places[set] = options.at ? created(identity, options.at) : identity
            members[set] = member
            newest[archive] = set
        }
        id
    }

    private void publish(Map options, ElementId id, List<Integer> of, Map<Integer, Integer> where, Closure element) {
        def together = of.collect { archive ->
            def known = members[where[archive]]
            SampleSets.member(archive, number(known), *(['UNPARTITIONED'] + archives[archive]))
        }
        of.findAll { !(options.lost ?: []).contains(it) }.each { archive ->
            def place = places[where[archive]]
            ElementFacts facts = element(place, together)
            facts = options.times ? SampleSets.timed(facts, times(*options.times)) : facts
            facts = SampleSets.endedAt(facts, facts.ended().plusSeconds(options.later ?: 0))
            facts = options.content ? SampleSets.withFingerprints(facts, options.content(archive, facts)) : facts
            places[where[archive]] = SampleSets.holding(place, *(place.elements() + facts))
        }
    }

    private int number(Member member) {
        members.find { it.value.set() == member.set() }.key
    }

    static CommitTimes times(Integer earliest, Integer latest, int mark) {
        new CommitTimes(
                Optional.ofNullable(earliest).map { at(it) }, Optional.ofNullable(latest).map { at(it) }, at(mark))
    }

    /** Seconds on the clock of the sample database. */
    static Instant at(int second) {
        SampleSets.TIME.plusSeconds(second)
    }

    private static SetFacts created(SetFacts set, Instant created) {
        new SetFacts(set.location(), set.kind(), set.id(), set.lineage(), set.database(), set.databaseUuid(),
                set.archive(), set.archiveUuid(), set.storageGroups(), set.collection(), created, set.elements())
    }

    List<SetFacts> sets() {
        places.values().toList()
    }

    RestorePlan plan(long number) {
        RecoveryPlanner.plan(sets(), new ToCommit(commit(number)))
    }

    RestorePlan plan(RestoreTarget target) {
        RecoveryPlanner.plan(sets(), target)
    }

    /** Whole ranges of the only lineage, as text. */
    List<String> whole() {
        RecoveryPlanner.coverage(sets()).lineages().collectMany { it.whole() }*.toString()
    }

    /** Ranges of a group in the only lineage, as text. */
    List<String> ranges(String group) {
        RecoveryPlanner.coverage(sets()).lineages()
                .collectMany { it.ranges()[SampleSets.groups(group).first()] ?: [] }*.toString()
    }

    /** The steps of an archive as text: {@code "2.jnl of 1: UNPARTITIONED SG1 (100, 120]"}. */
    static List<String> steps(RestorePlan plan, int archive) {
        plan.archives().find { it.archive().value() == archive }.steps().collect { step ->
            def byRange = step.takes().groupBy { it.value.toString() }
            def words = byRange.collect { range, takes -> "${takes.keySet().join(' ')} $range" }.join(' and ')
            "${step.element().directory()} of ${step.element().archive()}: $words".toString()
        }
    }

    static CommitNumber commit(long number) {
        new CommitNumber(number)
    }
}
