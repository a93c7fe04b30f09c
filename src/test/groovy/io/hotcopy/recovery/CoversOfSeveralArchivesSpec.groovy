package io.hotcopy.recovery

import static io.hotcopy.backupset.SampleSets.groups
import static io.hotcopy.recovery.CopiedHistory.commit
import static io.hotcopy.recovery.CopiedHistory.steps

import io.hotcopy.recovery.RestoreRefusedException.Reason
import io.hotcopy.recovery.RestoreTarget.Latest
import io.hotcopy.recovery.RestoreTarget.ToCommit
import io.hotcopy.recovery.RestoreTarget.ToElement
import io.hotcopy.term.Fingerprint
import spock.lang.Specification

class CoversOfSeveralArchivesSpec extends Specification {

    def "protocol 4: journals of an archive that lacks a group leave it uncovered; another archive's make it exact"() {
        given:
        def history = new CopiedHistory(0: ['SG1', 'SG2'], 1: ['SG1', 'SG3'], 2: ['SG2'])
        history.full(90, 100, 0)
        history.failedFull(1, 2)
        history.journal(100, 200, 1)

        when:
        history.plan(150)

        then:
        def refusal = thrown(RestoreRefusedException)
        refusal.reason() == Reason.UNREACHABLE
        refusal.message == 'cannot restore commit 150: storage group SG2 is missing after commit 100'
        refusal.hints() == [
            'Needed: journals or incrementals that cover storage group SG2 from commit 101 on, of archives 0, 2.',
            'Restorable: commits 90 to 100 of lineage 00000000.'
        ]
        history.ranges('SG1') == ['commits 90 to 200']
        history.ranges('SG2') == ['commits 90 to 100']

        when:
        history.journal(100, 180, 2)

        then:
        steps(history.plan(150), 0) == [
            '3.jnl of 1: SG1 UNPARTITIONED (100, 150]',
            '4.jnl of 2: SG2 (100, 150]'
        ]
        history.whole() == ['commits 90 to 180']
    }

    def "M27, M28: while the SM was down there is a hole, and it is shown"() {
        given: 'archive 0 is back after SYNC, suspended until its next incremental, which re-opens the chain at its cut'
        def history = new CopiedHistory(0: [])
        history.full(90, 100, 0)
        history.journal(90, 200, 0)
        history.incremental(100, 300, 0)
        history.journal(300, 400, 0)

        expect:
        history.whole() == ['commits 90 to 200', 'commits 300 to 400']
        Coverage.gaps(RecoveryPlanner.coverage(history.sets()).lineages()[0].whole())*.toString() ==
                ['commits 201 to 299']
        steps(history.plan(350), 0) ==
                ['3.inc of 0: UNPARTITIONED (100, 300]', '4.jnl of 0: UNPARTITIONED (300, 350]']

        when:
        history.plan(250)

        then:
        def refusal = thrown(RestoreRefusedException)
        refusal.message == 'cannot restore commit 250: storage group UNPARTITIONED is missing after commit 200'

        when: 'M27: a second SM was backed up as well'
        def redundant = new CopiedHistory(0: [], 2: [])
        redundant.full(90, 100, 0)
        redundant.journal(90, 200, 0)
        redundant.full(95, 105, 2)
        redundant.journal(95, 320, 2)
        redundant.incremental(100, 300, 0)
        redundant.journal(300, 400, 0)

        then:
        redundant.whole() == ['commits 90 to 400']
        redundant.plan(250).archives().size() == 1
    }

    def "M33: staggered journals of two archives compose, though neither alone has them all"() {
        given:
        def history = new CopiedHistory(0: [], 2: [])
        history.full(90, 100, 0)
        history.failedFull(2)
        (100..<200).step(20) { history.journal(it, it + 12, it % 40 == 20 ? 0 : 2) }
        (110..<200).step(20) { history.journal(it, it + 12, it % 40 == 30 ? 0 : 2) }

        expect:
        history.whole() == ['commits 90 to 202']
        history.plan(200).archives()[0].steps()*.element()*.archive()*.value().toSet() == [0, 2] as Set
    }

    def "M35: all archives of a collection end at one commit, each carried by its own last element"() {
        given: 'of the second incremental only one member was published'
        def history = new CopiedHistory(0: ['SG1', 'SG2'], 1: ['SG1', 'SG3'])
        history.full(90, 100, 0, 1)
        history.incremental(100, 200, 0, 1)
        def half = history.incremental(200, 300, 0, 1, lost: [1])

        expect: 'its cut is no common cut'
        history.plan(new Latest()).target() == commit(200)
        history.plan(new Latest()).passedOver()*.id() == [half]
        history.whole() == ['commits 90 to 100', 'commit 200']
        history.ranges('SG2') == ['commits 90 to 100', 'commit 200', 'commit 300']

        when:
        history.plan(new ToElement(half))

        then:
        def incomplete = thrown(RestoreRefusedException)
        incomplete.reason() == Reason.INCOMPLETE
        incomplete.message ==
                "cannot restore element $half: incremental hot copy $half is incomplete: archive 1 is missing"

        when: 'the next one begins at what each member has'
        history.incremental(300, 400, 0)
        history.incremental(200, 400, 1)

        then:
        history.plan(400).archives()*.steps()*.last()*.reached() == [commit(400)] * 2
        steps(history.plan(400), 0)*.take(8) == ['2.inc of', '3.inc of', '4.inc of']
        steps(history.plan(400), 1)*.take(8) == ['2.inc of', '5.inc of']
    }

    def "M37: copies of one group that differ at a cut are damage, in elements of every type"() {
        given:
        def history = new CopiedHistory(0: ['SG1'], 1: ['SG1'])
        history.full(90, 100, 0, 1)
        history."$type"(100, 200, 0, 1, content: { archive, facts ->
            facts.fingerprints().collectEntries { [it.key, new Fingerprint(archive, 1)] } as TreeMap
        })

        when:
        history.plan(200)

        then:
        def refusal = thrown(RestoreRefusedException)
        refusal.reason() == Reason.CONTRADICTION
        refusal.message.endsWith('storage group SG1 differs between archive 0 and archive 1 at commit 200')
        history.plan(new Latest()).target() == commit(100)

        where:
        type << ['incremental', 'journal']
    }

    def "protocol 3: a storage group added since the full is missed, until a full holds it"() {
        given:
        def history = new CopiedHistory(0: ['SG1'], 1: ['SG1'])
        history.full(90, 100, 0, 1)
        history.journal(100, 150, 0, 1)
        history.serves(1, ['SG1', 'SG2'])
        history.journal(150, 200, 0, 1)

        expect:
        history.plan(199).target() == commit(199)
        history.whole() == ['commits 90 to 199']

        when:
        history.plan(200)

        then:
        def refusal = thrown(RestoreRefusedException)
        refusal.reason() == Reason.INCOMPLETE
        refusal.message == 'cannot restore commit 200: no full hot copy that reaches it holds storage group SG2'

        when: 'a part is asked for'
        def part = RecoveryPlanner.planPart(history.sets(), new ToCommit(commit(200)))

        then:
        part.isPartial()
        part.missingGroups() == groups('SG2')
        part.target() == commit(200)

        when:
        history.full(210, 220, 0, 1)

        then:
        history.plan(new Latest()).target() == commit(220)
        !history.plan(new Latest()).isPartial()
    }

    def "a copy of one archive is a part of the database where other sets tell of more storage groups"() {
        given:
        def history = new CopiedHistory(0: ['SG1'], 1: ['SG2'])
        history.full(90, 100, 0, 1)
        def single = history.full(190, 200, 0)

        expect:
        history.plan(new Latest()).target() == commit(100)
        history.plan(new ToElement(single)).missingGroups() == groups('SG2')

        and: 'by itself it is what was copied'
        def alone = history.sets().findAll { it.collection() == single }
        !RecoveryPlanner.plan(alone, new Latest()).isPartial()
    }

    def "a group that no archive serves any more is not missed"() {
        given:
        def history = new CopiedHistory(0: ['SG1', 'OLD'])
        history.full(90, 100, 0)
        history.serves(0, ['SG1'])
        history.full(190, 200, 0)

        expect:
        history.plan(new Latest()).target() == commit(200)
        !history.plan(new Latest()).isPartial()
    }
}
