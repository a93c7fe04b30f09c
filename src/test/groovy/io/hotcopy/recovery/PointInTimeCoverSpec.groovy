package io.hotcopy.recovery

import static io.hotcopy.recovery.CopiedHistory.commit
import static io.hotcopy.recovery.CopiedHistory.steps

import io.hotcopy.recovery.RestoreRefusedException.Reason
import io.hotcopy.recovery.RestoreTarget.Latest
import io.hotcopy.recovery.RestoreTarget.ToElement
import spock.lang.Specification

class PointInTimeCoverSpec extends Specification {

    def history = new CopiedHistory(0: ['SG1'])

    def "M14: an incremental carries the full to its cut, and to no commit before that"() {
        given:
        history.full(90, 100, 0)
        history.incremental(100, 200, 0)
        history.incremental(200, 300, 0)

        expect:
        steps(history.plan(200), 0) == ['2.inc of 0: SG1 UNPARTITIONED (100, 200]']
        steps(history.plan(300), 0) ==
                ['2.inc of 0: SG1 UNPARTITIONED (100, 200]', '3.inc of 0: SG1 UNPARTITIONED (200, 300]']
        history.whole() == ['commits 90 to 100', 'commit 200', 'commit 300']

        when:
        history.plan(250)

        then:
        def refusal = thrown(RestoreRefusedException)
        refusal.reason() == Reason.UNREACHABLE
        refusal.message == 'cannot restore commit 250: storage groups SG1, UNPARTITIONED are missing after commit 200'
        refusal.hints()[0] ==
                'Needed: journals or incrementals that cover storage group SG1 from commit 201 on, of archive 0.'
    }

    def "M15: journals give every commit that they hold"() {
        given:
        history.full(90, 100, 0)
        history.journal(90, 120, 0)
        history.journal(120, 150, 0)

        expect:
        steps(history.plan(110), 0) == ['2.jnl of 0: SG1 UNPARTITIONED (100, 110]']
        steps(history.plan(150), 0) ==
                ['2.jnl of 0: SG1 UNPARTITIONED (100, 120]', '3.jnl of 0: SG1 UNPARTITIONED (120, 150]']
        history.whole() == ['commits 90 to 150']
        !history.plan(110).isAtCut()
        history.plan(120).isAtCut()
    }

    def "M20: when both exist, incrementals are used first, and journals from where they end"() {
        given:
        history.full(90, 100, 0)
        [[90, 140], [140, 190], [190, 240], [240, 290]].each { history.journal(it[0], it[1], 0) }
        history.incremental(100, 150, 0)
        history.incremental(150, 200, 0)

        expect:
        steps(history.plan(260), 0) == [
            '6.inc of 0: SG1 UNPARTITIONED (100, 150]',
            '7.inc of 0: SG1 UNPARTITIONED (150, 200]',
            '4.jnl of 0: SG1 UNPARTITIONED (200, 240]',
            '5.jnl of 0: SG1 UNPARTITIONED (240, 260]'
        ]
        steps(history.plan(160), 0) ==
                ['6.inc of 0: SG1 UNPARTITIONED (100, 150]', '3.jnl of 0: SG1 UNPARTITIONED (150, 160]']
        history.plan(new Latest()).target() == commit(290)
    }

    def "an incremental is used after a journal only where nothing else bridges the hole"() {
        given: 'an incremental that begins at a commit no incremental ends at, and no journal after it'
        history.full(90, 100, 0)
        history.journal(100, 140, 0)
        history.incremental(120, 200, 0)

        expect:
        steps(history.plan(200), 0) ==
                ['2.jnl of 0: SG1 UNPARTITIONED (100, 120]', '3.inc of 0: SG1 UNPARTITIONED (120, 200]']
        history.whole() == ['commits 90 to 140', 'commit 200']
    }

    def "M26: journals go to the newest set; a commit between the old set's last and the new one's initialisation"() {
        given: 'the chain goes on in the new set while its full runs'
        history.full(90, 100, 0)
        history.journal(90, 200, 0)
        def next = history.failedFull(0)
        history.journal(200, 260, 0)

        expect:
        steps(history.plan(230), 0) ==
                ['2.jnl of 0: SG1 UNPARTITIONED (100, 200]', '4.jnl of 0: SG1 UNPARTITIONED (200, 230]']
        history.whole() == ['commits 90 to 260']
        history.plan(230).archives()[0].steps()[1].set().collection() == next
    }

    def "a cancelled and two failed fulls in between leave sets of journals only, which bridge to the next good one"() {
        given:
        history.full(90, 100, 0)
        history.journal(90, 200, 0)
        [[200, 300], [300, 400], [400, 500]].each {
            history.failedFull(0)
            history.journal(it[0], it[1], 0)
        }
        history.full(550, 600, 0)
        history.journal(500, 700, 0)

        expect:
        history.whole() == ['commits 90 to 700']
        history.plan(450).archives()[0].base().cut() == commit(100)
        history.plan(450).archives()[0].steps()*.element()*.cut()*.value() == [200, 300, 400, 500]
        history.plan(650).archives()[0].base().cut() == commit(600)

        when: 'one of these sets is gone'
        def without = history.sets().findAll { set -> !set.elements().any { it.cut() == commit(300) } }
        RecoveryPlanner.plan(without, new RestoreTarget.ToCommit(commit(450)))

        then:
        def refusal = thrown(RestoreRefusedException)
        refusal.message.endsWith('storage groups SG1, UNPARTITIONED are missing after commit 200')
        refusal.hints().containsAll([
            'Restorable: commits 550 to 700 of lineage 00000000.',
            'Restorable: commits 90 to 200 of lineage 00000000.'
        ])
    }

    def "the journal that lies in a full carries an older base, where no journal element does"() {
        given:
        history.full(90, 100, 0)
        history.journal(100, 150, 0)
        history.full(140, 200, 0)

        expect: 'the new full gives 140 to 200 by itself'
        history.plan(170).archives()[0].steps().isEmpty()

        when: 'a member of the new full is lost, so it is no base'
        def both = new CopiedHistory(0: ['SG1'], 1: ['SG2'])
        both.full(90, 100, 0, 1)
        both.journal(100, 150, 0, 1)
        both.full(140, 200, 0, 1, lost: [1])
        both.journal(150, 200, 1)

        then: 'what is there of it is a cover still'
        steps(both.plan(170), 0) == [
            '2.jnl of 0: SG1 UNPARTITIONED (100, 150]',
            'full of 0: SG1 (150, 170]',
            '4.jnl of 1: UNPARTITIONED (150, 170]'
        ]
        both.whole() == ['commits 90 to 200']
    }

    def "of several bases the one with the least to bring in is taken, be it older"() {
        given:
        history.full(90, 100, 0)
        history.full(190, 200, 0)
        history.journal(100, 200, 0, size: 500)
        history.journal(200, 300, 0)

        expect:
        history.plan(250).archives()[0].base().cut() == commit(200)

        when: 'a cheap incremental leads from the old base, a dear one from the new'
        def other = new CopiedHistory(0: [])
        other.full(90, 100, 0)
        other.incremental(100, 300, 0, size: 5)
        other.full(190, 200, 0)
        other.incremental(200, 300, 0, size: 5000)
        other.journal(200, 300, 0, size: 5000)

        then:
        other.plan(300).archives()[0].base().cut() == commit(100)
        other.plan(300).size().bytes() == 1005
        other.plan(299).archives()[0].base().cut() == commit(200)
    }

    def "the newest state includes the journals; the content is known where an element has its cut"() {
        given:
        history.full(90, 100, 0)
        def incremental = history.incremental(100, 150, 0)
        def journal = history.journal(100, 180, 0)

        expect:
        history.plan(new Latest()).target() == commit(180)
        history.plan(new Latest()).fingerprints().get().values()*.low().unique() == [180]
        history.plan(new ToElement(incremental)).target() == commit(150)
        steps(history.plan(new ToElement(incremental)), 0) == ['2.inc of 0: SG1 UNPARTITIONED (100, 150]']
        history.plan(new ToElement(journal)).target() == commit(180)
        history.plan(170).fingerprints().isEmpty()
        history.plan(170).recorded().isEmpty()
    }
}
