package io.hotcopy.recovery

import static io.hotcopy.backupset.SampleSets.full
import static io.hotcopy.backupset.SampleSets.groups
import static io.hotcopy.backupset.SampleSets.holding
import static io.hotcopy.backupset.SampleSets.identity
import static io.hotcopy.backupset.SampleSets.member
import static io.hotcopy.backupset.SampleSets.run
import static io.hotcopy.backupset.SampleSets.uuid
import static io.hotcopy.backupset.SampleSets.withFingerprints

import io.hotcopy.backupset.SampleSets
import io.hotcopy.backupset.SetFacts
import io.hotcopy.recovery.RestoreRefusedException.Reason
import io.hotcopy.recovery.RestoreTarget.BeforeCommit
import io.hotcopy.recovery.RestoreTarget.Latest
import io.hotcopy.recovery.RestoreTarget.ToCommit
import io.hotcopy.recovery.RestoreTarget.ToElement
import io.hotcopy.term.CommitNumber
import io.hotcopy.term.DatabaseName
import io.hotcopy.term.Fingerprint
import io.hotcopy.term.Lineage
import java.nio.file.Path
import spock.lang.Specification

class RecoveryPlannerSpec extends Specification {

    static final Lineage FIRST = SampleSets.LINEAGE
    static final Lineage SECOND = FIRST.forkedAt(new CommitNumber(1000), uuid(77))

    def sunday = collection(1, 80, 90, 100)
    def monday = collection(2, 180, 170, 200)

    def "M36: a collection is restored to its one cut, each member to an archive of its own"() {
        when:
        def plan = RecoveryPlanner.plan(sunday, new Latest())

        then:
        plan.target() == commit(100)
        plan.isAtCut()
        plan.run() == run(1)
        plan.archives()*.archive()*.value() == [0, 1]
        plan.archives()*.base()*.cut() == [commit(100)] * 2
        plan.storageGroups() == groups('UNPARTITIONED', 'SG1', 'SG2', 'SG3')
        plan.fingerprints().get().keySet() == plan.storageGroups()
        !plan.isPartial()
    }

    def "the newest complete collection is the latest, in whatever order the sets are given"() {
        expect:
        RecoveryPlanner.plan(sets, new Latest()).run() == run(2)

        where:
        sets << [collection(1, 80, 90, 100) + collection(2, 180, 170, 200)].collectMany { [it, it.reverse()] }
    }

    def "M16: a full gives every commit from the latest pin point of its members to the cut, and no other"() {
        expect:
        RecoveryPlanner.plan(sunday, new ToCommit(commit(90))).target() == commit(90)
        RecoveryPlanner.plan(sunday, new ToCommit(commit(99))).target() == commit(99)
        !RecoveryPlanner.plan(sunday, new ToCommit(commit(99))).isAtCut()
        RecoveryPlanner.plan(sunday, new BeforeCommit(commit(91))).target() == commit(90)

        when:
        RecoveryPlanner.plan(sunday, target)

        then:
        def refusal = thrown(RestoreRefusedException)
        refusal.reason() == Reason.UNREACHABLE
        refusal.message == "cannot restore $words: no element reaches it"
        refusal.hints() == ['Restorable: commits 90 to 100 of lineage 00000000.']

        where:
        target                        | words
        new ToCommit(commit(89))      | 'commit 89'
        new ToCommit(commit(101))     | 'commit 101'
        new BeforeCommit(commit(90))  | 'the state before commit 90'
        new BeforeCommit(commit(102)) | 'the state before commit 102'
        new ToElement(run(5))         | "element ${run(5)}"
    }

    def "a target that is a cut is taken from the collection cut there; else from the one with the least redo"() {
        given:
        def later = collection(3, 95, 96, 110)

        expect:
        RecoveryPlanner.plan(sunday + later, new ToCommit(commit(number))).run() == run(chosen)

        where:
        number | chosen
        100    | 1
        99     | 3
        95     | 1
        110    | 3
    }

    def "an incomplete collection is refused, and the missing archive is named"() {
        when:
        RecoveryPlanner.plan([sunday[0]], new Latest())

        then:
        def refusal = thrown(RestoreRefusedException)
        refusal.reason() == Reason.INCOMPLETE
        refusal.message ==
                "cannot restore the newest state: backup collection ${run(1)} is incomplete: archive 1 is missing"
        refusal.hints() == [
            "Set ${sunday[1].id()} of archive 1 is not among those given.".toString(),
            "To restore only archive 0, name the element: --element ${run(1)}.".toString()
        ]
    }

    def "a half-published collection is reported, never used: the one before it is"() {
        given:
        def halfMade = holding(monday[1])
        def sets = sunday + [monday[0], halfMade]

        when:
        def plan = RecoveryPlanner.plan(sets, new Latest())

        then:
        plan.run() == run(1)
        plan.passedOver()*.id() == [run(2)]
        plan.passedOver()[0].missing()*.archive()*.value() == [1]

        expect: 'it is only told where it would have been of use'
        RecoveryPlanner.plan(sets, new ToCommit(commit(95))).passedOver().isEmpty()
        RecoveryPlanner.plan(sets, new ToElement(run(1))).passedOver().isEmpty()
        RecoveryPlanner.plan(monday + [sunday[0]], new Latest()).passedOver().isEmpty()

        when:
        RecoveryPlanner.plan(sets, new ToCommit(commit(190)))

        then:
        def refusal = thrown(RestoreRefusedException)
        refusal.reason() == Reason.INCOMPLETE
        refusal.hints()[0] == "Set \"${halfMade.location()}\" of archive 1 holds no published element of this run."
        refusal.hints().last().startsWith('Restorable: commits 90 to 100')
    }

    def "an incomplete collection is restored in part when it is asked for by name"() {
        when:
        def plan = RecoveryPlanner.plan([sunday[1]], new ToElement(run(1)))

        then:
        plan.isPartial()
        plan.missing()*.archive()*.value() == [0]
        plan.archives()*.archive()*.value() == [1]
        plan.target() == commit(100)
    }

    def "parts of one run with different cuts are never put together"() {
        given:
        def torn = [sunday[0], collection(1, 80, 90, 101)[1]]

        when:
        RecoveryPlanner.plan(torn, target)

        then:
        def refusal = thrown(RestoreRefusedException)
        refusal.reason() == reason

        where:
        target                | reason
        new Latest()          | Reason.INCOMPLETE
        new ToElement(run(1)) | Reason.CONTRADICTION
    }

    def "M37: a group that was copied twice is a check: unequal copies are damage, even when asked for by name"() {
        given:
        def wrong = new TreeMap(sunday[1].elements()[0].fingerprints())
        wrong[groups('SG1').first()] = new Fingerprint(6, 6)
        def sets = [sunday[0], holding(sunday[1], withFingerprints(sunday[1].elements()[0], wrong))]

        when:
        RecoveryPlanner.plan(sets, target)

        then:
        def refusal = thrown(RestoreRefusedException)
        refusal.reason() == Reason.CONTRADICTION
        refusal.message.endsWith(
                'damaged backup collection: storage group SG1 differs between archive 0 and archive 1 at commit 100')

        where:
        target << [new Latest(), new ToElement(run(1)), new ToCommit(commit(95))]
    }

    def "one set lying in two places is one set; two versions of it are damage"() {
        given:
        def copy = at(sunday[0], Path.of('elsewhere'))

        expect:
        RecoveryPlanner.plan(sunday + copy, new Latest()).archives().size() == 2

        when:
        def other = at(collection(1, 81, 90, 100)[0], Path.of('elsewhere'))
        RecoveryPlanner.plan(sunday + other, new Latest())

        then:
        def refusal = thrown(RestoreRefusedException)
        refusal.reason() == Reason.CONTRADICTION
        refusal.message.endsWith("set ${sunday[0].id()} lies in \"${sunday[0].location()}\" and in \"elsewhere\","
                + ' and they differ')
    }

    def "sets of several databases are refused together, whatever their names"() {
        given:
        def stranger = ofDatabase(monday[0], name, uuid(99))

        when:
        RecoveryPlanner.plan(sunday + stranger, new Latest())

        then:
        def refusal = thrown(RestoreRefusedException)
        refusal.reason() == Reason.AMBIGUOUS
        refusal.message.contains('the sets belong to 2 databases: ')

        where:
        name << [new DatabaseName('acme', 'other'), SampleSets.NAME]
    }

    def "with no set, or no published full, there is nothing to restore from"() {
        when:
        RecoveryPlanner.plan(sets, new Latest())

        then:
        def refusal = thrown(RestoreRefusedException)
        refusal.reason() == Reason.NOTHING
        refusal.message == "cannot restore the newest state: $why"

        where:
        sets                                | why
        []                                  | 'no backup set was given'
        [holding(collection(1, 1, 1, 2)[0])] | 'no full hot copy was ever published in "set-11"'
    }

    def "protocol 1: above the fork a commit number means another commit in each lineage, and must be told apart"() {
        given:
        def oldLife = collection(1, 1100, 1100, 1500, FIRST)
        def newLife = collection(2, 1100, 1100, 1300, SECOND)

        when:
        RecoveryPlanner.plan(oldLife + newLife, new ToCommit(commit(1200)))

        then:
        def refusal = thrown(RestoreRefusedException)
        refusal.reason() == Reason.AMBIGUOUS
        refusal.hints().size() == 3

        expect:
        RecoveryPlanner.plan(oldLife, new ToCommit(commit(1200))).lineage() == FIRST
        RecoveryPlanner.plan(newLife, new ToCommit(commit(1200))).lineage() == SECOND
        RecoveryPlanner.plan(oldLife + newLife, new ToElement(run(1))).lineage() == FIRST
    }

    def "protocol 1: at or below the fork it is one commit, wherever it was copied"() {
        given:
        def oldLife = collection(1, 900, 900, 1500, FIRST)
        def newLife = collection(2, 990, 990, 1300, SECOND)

        expect:
        RecoveryPlanner.plan(oldLife + newLife, new ToCommit(commit(number))).run() == run(chosen)

        where:
        number | chosen
        1000   | 2
        990    | 2
        989    | 1
    }

    def "between lineages the latest is the one that ended last, not the one with the highest number"() {
        given:
        def oldLife = collection(1, 1100, 1100, 1500, FIRST, 0)
        def newLife = collection(2, 1000, 1000, 1001, SECOND, 86_400)

        expect:
        RecoveryPlanner.plan(oldLife + newLife, new Latest()).lineage() == SECOND
    }

    def "within a lineage the latest is the one with the highest cut, whatever the clock said"() {
        given:
        def beforeTheClockStepped = collection(1, 80, 80, 100, FIRST, 86_400)

        expect:
        RecoveryPlanner.plan(beforeTheClockStepped + monday, new Latest()).run() == run(2)
    }

    static List<SetFacts> collection(
            int number, long pin0, long pin1, long cut, Lineage lineage = FIRST, int later = 0) {
        def members = [
            member(0, 10 * number + 1, 'UNPARTITIONED', 'SG1', 'SG2'),
            member(1, 10 * number + 2, 'UNPARTITIONED', 'SG1', 'SG3')
        ]
        [pin0, pin1].withIndex().collect { pin, index ->
            def set = identity(Path.of("set-${10 * number + index + 1}"), members[index], run(number), lineage)
            holding(set, ended(full(set, run(number), members, pin, cut, 1000), later))
        }
    }

    static CommitNumber commit(long number) {
        new CommitNumber(number)
    }

    static SetFacts at(SetFacts set, Path location) {
        new SetFacts(location, set.kind(), set.id(), set.lineage(), set.database(), set.databaseUuid(), set.archive(),
                set.archiveUuid(), set.storageGroups(), set.collection(), set.created(), set.elements())
    }

    static SetFacts ofDatabase(SetFacts set, DatabaseName name, UUID database) {
        new SetFacts(set.location(), set.kind(), set.id(), set.lineage(), name, database, set.archive(),
                set.archiveUuid(), set.storageGroups(), set.collection(), set.created(), set.elements())
    }

    static ended(element, int later) {
        SampleSets.endedAt(element, element.ended().plusSeconds(later))
    }
}
