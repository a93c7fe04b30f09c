package io.hotcopy.testkit

import static io.hotcopy.term.HotCopyType.FULL
import static io.hotcopy.term.HotCopyType.INCREMENTAL
import static io.hotcopy.term.HotCopyType.JOURNAL
import static io.hotcopy.testkit.Parts.during
import static io.hotcopy.testkit.Parts.nothing
import static io.hotcopy.testkit.Parts.region
import static io.hotcopy.testkit.Parts.run
import static io.hotcopy.testkit.Parts.storageManager

import io.hotcopy.problem.HotCopyException
import spock.lang.Specification

import java.time.Duration
import java.time.Instant

/** What a proof tells, of proofs that are made by hand. */
class ProofSpec extends Specification {

    def proof = Proofs.oneThatFails()

    def 'it compares with durations'() {
        expect:
        proof.rpo('SG1') <= 25.minutes
        proof.rpo('SG1') < 1.hour
        proof.rpo('SG1') > 24.minutes
        proof.rpo('SG1') == 25.minutes
        proof.rpo('SG1') != 26.minutes
        !(proof.rpo('SG1') <= 20.minutes)
        proof.rto('SG2') == 12.minutes
        proof.rpo() == 25.minutes
        proof.rto() > 365.days

        and: 'with one another'
        proof.rpo('SG2') < proof.rpo('SG1')
        proof.rpo('SG1') == proof.rpo()
        proof.rpo('SG1').equals(proof.rpo())
        proof.rpo('SG1').hashCode() == proof.rpo().hashCode()
        !proof.rpo('SG1').equals(proof.rto())

        and: 'the names of storage groups are those of the database, in whatever case'
        proof.rpo('sg1') == 25.minutes
    }

    def 'what cannot be restored at all is worse than any time'() {
        given:
        def lost = proof.scenario(region('east')).rto('SG1')

        expect:
        lost > Duration.ofSeconds(Long.MAX_VALUE)
        !(lost <= 365.days)
        lost.time.empty
        lost > proof.rto('SG2')
        lost.toString().startsWith('unbounded to restore SG1 at ')
    }

    def 'comparing with what is no time is a mistake of the specification'() {
        when:
        proof.rpo('SG1') <= 15

        then:
        def wrong = thrown(Exception)
        [wrong.message, wrong.cause?.message].any { it?.contains('a duration such as 15.minutes, not with 15') }
    }

    def 'it tells where and when the worst happens'() {
        when:
        def worst = proof.rpo('SG1')

        then:
        worst.time.get() == 25.minutes
        worst.at == Instant.parse('2026-01-06T02:40:00Z')
        worst.failure == storageManager(0)
        worst.because == 'the newest commit that can be restored is of 03:15'
        worst.toString() == '25 min of SG1 lost at 2026-01-06T03:40:00+01:00, storage manager of archive 0 down from ' +
                '2026-01-06T03:00:00+01:00 to 2026-01-07T03:00:00+01:00: ' +
                'the newest commit that can be restored is of 03:15'
    }

    def 'a failure is survived when the database goes on and every promise holds'() {
        expect:
        proof.survives(nothing())
        !proof.survives(storageManager(0))
        !proof.survives(region('east'))
        proof.survives(run(JOURNAL))
        !proof.holds
        Proofs.oneThatHolds().holds

        and: 'a database that stops loses nothing, but it is not there'
        proof.scenario(region('west')).holds
        !proof.scenario(region('west')).survived
        !proof.survives(region('west'))
        proof.survives(region('west')).toString() ==
                'no: region west lost                    rpo 15 min       rto 12 min\n' +
                '  the database stops: 5 of 10 processes are left, not more than half'
    }

    def 'a scenario has figures of its own'() {
        when:
        def scenario = proof.scenario(storageManager(0))

        then:
        scenario.rpo('SG1') == 25.minutes
        scenario.rpo() == 25.minutes
        scenario.rpo == scenario.rpo()
        scenario.rto <= 1.hour
        !scenario.holds
        scenario.stops.empty
        scenario.begins.get() == Instant.parse('2026-01-06T02:00:00Z')
        scenario.ends.get() == Instant.parse('2026-01-07T02:00:00Z')
        scenario.failure == storageManager(0)
        proof.scenarios*.failure == [nothing(), storageManager(0), region('east'), region('west'), run(JOURNAL)]
    }

    def 'what was not looked at is no answer: #what'() {
        when:
        ask(proof)

        then:
        def refused = thrown(HotCopyException)
        refused.message.startsWith(message)

        where:
        what            | ask                                || message
        'failure'       | { it.survives(storageManager(7)) } || 'the proof of policy "nightly" has not looked at: ' +
                'storage manager of archive 7 down; it has looked at: no failure; storage manager of archive 0 down; '
        'storage group' | { it.rpo('SG7') }                  || 'the proof knows no storage group "SG7"; it knows SG1, '
    }

    def 'the whole, as a failed condition shows it'() {
        given:
        def down = 'storage manager of archive 0 down from 2026-01-06T03:00:00+01:00 to 2026-01-07T03:00:00+01:00'

        expect:
        proof.toString().lines().toList() == [
                'policy "nightly" of shop/orders does not keep rpo 20 min and rto 1 h, ' +
                        'from 2026-01-01T01:00:00+01:00 through 2026-01-31T01:00:00+01:00',
                'no failure                          rpo 15 min       rto 12 min',
                'storage manager of archive 0 down   rpo 25 min       rto 40 min',
                "  rpo not kept: 25 min of the whole database lost at 2026-01-06T03:40:00+01:00, $down: " +
                        'the newest commit that can be restored is of 03:15',
                'region east lost                    rpo 15 min       rto unbounded',
                '  rto not kept: unbounded to restore the whole database at 2026-01-06T03:40:00+01:00, ' +
                        'region east lost from 2026-01-06T03:00:00+01:00: no full is left',
                'region west lost                    rpo 15 min       rto 12 min',
                '  the database stops: 5 of 10 processes are left, not more than half',
                'one journal hot copy failed         rpo 15 min       rto 12 min',
                'overlap: incremental of backup group east meets a running full, ' +
                        'first at 2026-01-04T02:00:00+01:00, 4 times: wait',
                'assumed: copies go at 200 MB/s',
        ]

        and:
        proof.overlaps*.type() == [INCREMENTAL]
        proof.overlaps*.running() == [FULL]
        proof.assumptions == ['copies go at 200 MB/s']
    }

    def 'a policy that promises nothing keeps that'() {
        expect:
        Proofs.ofNoPromise().toString().startsWith(
                'policy "nightly" of shop/orders keeps what it promises, which is nothing, from ')
    }

    def 'a failure can be given its time'() {
        when:
        def assumed = during(storageManager(0), '2026-01-06T02:00+01:00', '2026-01-06T05:00+01:00')

        then:
        assumed.failure() == storageManager(0)
        assumed.from().get() == Instant.parse('2026-01-06T01:00:00Z')
        assumed.to().get() == Instant.parse('2026-01-06T04:00:00Z')
    }
}
