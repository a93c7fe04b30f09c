package io.hotcopy.recovery

import static io.hotcopy.backupset.SampleSets.uuid
import static io.hotcopy.recovery.CopiedHistory.commit
import static io.hotcopy.recovery.CopiedHistory.steps

import io.hotcopy.backupset.SampleSets
import io.hotcopy.recovery.RestoreRefusedException.Reason
import io.hotcopy.recovery.RestoreTarget.Latest
import io.hotcopy.recovery.RestoreTarget.ToElement
import spock.lang.Specification

/** The database ran to 1500, was restored to 1000 and went on from there. */
class LineageTargetsSpec extends Specification {

    static final OLD = SampleSets.LINEAGE
    static final NEW = OLD.forkedAt(commit(1000), uuid(77))

    def history = new CopiedHistory(0: [])
    def oldFull = history.full(890, 900, 0)
    def oldJournal = history.journal(890, 1500, 0)

    def newLife() {
        history.lineage = NEW
        history
    }

    def "a base of the old life, carried up to the fork, serves the new life, and no more of it"() {
        given: 'the full of the new life failed, its journals are there'
        newLife().failedFull(0)
        history.journal(1000, 1200, 0, later: 9000)

        when:
        def plan = history.plan(new Latest())

        then:
        plan.lineage() == NEW
        plan.target() == commit(1200)
        steps(plan, 0) == ['2.jnl of 0: UNPARTITIONED (900, 1000]', '4.jnl of 0: UNPARTITIONED (1000, 1200]']

        and: 'the old life is still there, told of as its own'
        RecoveryPlanner.coverage(history.sets()).lineages().collectEntries { [it.lineage(), it.whole()*.toString()] } ==
                [(OLD): ['commits 890 to 1500'], (NEW): ['commits 1001 to 1200']]
    }

    def "above the fork a number means a commit in each life: both are restored by element, a number is refused"() {
        given:
        newLife().failedFull(0)
        def newJournal = history.journal(1000, 1200, 0)

        when:
        history.plan(1200)

        then:
        def refusal = thrown(RestoreRefusedException)
        refusal.reason() == Reason.AMBIGUOUS
        refusal.hints().tail() == [
            "Restorable: commit 1200 of lineage 00000000, from element $oldFull of archive 0.",
            "Restorable: commit 1200 of lineage 00000000, from element $oldFull of archive 0."
        ]

        expect:
        history.plan(new ToElement(oldJournal)).lineage() == OLD
        history.plan(new ToElement(oldJournal)).target() == commit(1500)
        history.plan(new ToElement(newJournal)).lineage() == NEW
        history.plan(1300).lineage() == OLD
        history.plan(1000).target() == commit(1000)
    }

    def "an incremental that goes beyond the fork is of no use to the new life"() {
        given:
        def other = new CopiedHistory(0: [])
        other.full(890, 900, 0)
        other.incremental(900, 1100, 0)
        other.lineage = NEW
        other.failedFull(0)
        other.journal(1000, 1200, 0, later: 9000)

        expect: 'nothing leads from 900 to the fork'
        other.plan(new Latest()).target() == commit(900)
        other.plan(1100).lineage() == OLD

        when:
        other.plan(1150)

        then:
        def refusal = thrown(RestoreRefusedException)
        refusal.message == 'cannot restore commit 1150: storage group UNPARTITIONED is missing after commit 900'
    }

    def "a full of the new life is its own base, and gives the fork, which both lives share"() {
        given:
        newLife().full(1000, 1100, 0, later: 9000)
        history.journal(1000, 1150, 0, later: 9000)

        expect:
        history.plan(new Latest()).lineage() == NEW
        history.plan(new Latest()).target() == commit(1150)
        history.plan(new Latest()).archives()[0].base().lineage() == NEW
        history.plan(1000).target() == commit(1000)
    }

    def "the newest state is one of the life that goes on, though the old one counted further"() {
        given:
        newLife().full(1000, 1001, 0, later: 9000)

        expect:
        history.plan(new Latest()).lineage() == NEW
        history.plan(new Latest()).target() == commit(1001)
    }
}
