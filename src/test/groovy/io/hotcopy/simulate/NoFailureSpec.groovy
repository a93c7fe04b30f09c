package io.hotcopy.simulate

import static io.hotcopy.simulate.Simulated.policy
import static io.hotcopy.simulate.Simulated.rpo
import static io.hotcopy.simulate.Simulated.rto

import io.hotcopy.plan.PastRun
import io.hotcopy.term.ByteSize
import io.hotcopy.term.DatabaseName
import io.hotcopy.term.HotCopyType
import io.hotcopy.term.StorageGroupName
import spock.lang.Specification

import java.time.Duration
import java.time.Instant

/** What a schedule keeps of its promises when nothing fails: it still takes time to copy. */
class NoFailureSpec extends Specification {
    static final Failure NONE = new Failure.None()
    static final String ONE = "backupGroup 'east', archives: [0]\n"
    static final Duration WORKDAYS = Duration.ofDays(5)
    static final String BOTH = "backupGroup 'east', archives: [0]\nbackupGroup 'west', archives: [1]\n"

    def 'M17 - the most that is lost is the interval and the time that a copy takes: every #interval'() {
        when: 'everything is lost just before a copy is published, only the one before is there'
        def proof = policy("$ONE full at: 'Sun 01:07'\n journal every: $interval", horizon: WORKDAYS).under(NONE)

        then:
        rpo(proof) == Duration.parse(worst)
        proof.groups()[StorageGroupName.UNPARTITIONED].rpo() == proof.whole().rpo()
        proof.holds() && proof.survived && proof.begins().empty && proof.story() == []

        where:
        interval     || worst
        '15.minutes' || 'PT15M15S'
        '1.hour'     || 'PT1H1M'
        '4.hours'    || 'PT4H4M'
    }

    def 'the worst instant is told, and what comes too late there'() {
        when:
        def worst = policy("$ONE full at: 'Sun 01:07'\n journal every: 15.minutes", horizon: WORKDAYS)
                .under(NONE).whole().rpo()

        then:
        worst.at() == Instant.parse('2026-06-01T00:00:15Z')
        worst.because() == 'restorable through Sun 2026-05-31 23:45:00; just then the journal hot copy of "east" ' +
                'begun Mon 2026-06-01 00:00:00 is published'
    }

    def 'a journal that comes with a full is not taken: the full holds it, and takes longer'() {
        expect: 'the last one ended at 00:45, the full runs from 01:00 to 01:10'
        with(policy("$ONE full at: 'Sun 01:00'\n journal every: 15.minutes").under(NONE).whole().rpo()) {
            time().get() == Duration.ofMinutes(25)
            at() == Instant.parse('2026-06-07T01:10:00Z')
        }
    }

    def 'M27 - two groups are copied one after the other: the second is a little younger'() {
        expect: 'east is published at :15, and west began only at :15'
        rpo(policy("$BOTH full at: 'Sun 01:07'\n journal every: 15.minutes", horizon: WORKDAYS).under(NONE)) ==
                Duration.ofMinutes(15)
    }

    def 'M33 - interleaved, there is one copy every hour, of which each brings two hours'() {
        expect:
        rpo(policy("$BOTH full at: 'Sun 00:30'\n incremental every: 1.hour, interleaved: true").under(NONE)) ==
                Duration.ofMinutes(62)
    }

    def 'M19 - a restore takes longest just before the next full: the full, and a week of incrementals'() {
        when:
        def worst = policy("$ONE full at: 'Sun 00:30'\n incremental every: 6.hours").under(NONE).whole().rto()

        then: 'a full of 600 s, 28 incrementals; the first after the full brings what changed since 00:40'
        worst.because() == 'archive 0: the full of Sun 2026-05-31 00:30:00, 28 incrementals, 10.6 GB in all'
        worst.time().get() == Duration.ofSeconds(600 + 7 * 24 * 60 - 40)
        worst.at() == Instant.parse('2026-06-07T00:40:00Z')
    }

    def 'a full is as of its end, so daily ones in #zone lie a day apart: 25 hours when the clock is put back'() {
        expect:
        rpo(policy("$ONE full at: '02:15'", zone: zone, from: Instant.parse(from)).under(NONE)) == Duration.parse(worst)

        where:
        zone            | from                   || worst
        'Europe/Berlin' | '2026-10-20T00:00:00Z' || 'PT25H'
        'Europe/Berlin' | '2026-03-25T00:00:00Z' || 'PT24H'
        'UTC'           | '2026-10-20T00:00:00Z' || 'PT24H'
    }

    def 'what the ledger remembers counts, not what was declared'() {
        given: 'a journal hot copy took two minutes and not 15 seconds'
        def ran = new PastRun('p', 'east', new DatabaseName('d', 'b'), HotCopyType.JOURNAL, Optional.empty(),
                HotCopyType.JOURNAL, Optional.empty(), Instant.parse('2026-05-01T00:00:00Z'),
                Instant.parse('2026-05-01T00:02:00Z'), PastRun.Outcome.DONE, new ByteSize(15_000_000), '')

        expect:
        rpo(policy("$ONE full at: 'Sun 01:07'\n journal every: 15.minutes", past: [ran],
                horizon: WORKDAYS).under(NONE)) ==
                Duration.ofMinutes(17)
    }

    def 'when nobody tells how much there is, that is said, and the time of a restore is not judged'() {
        when:
        def proof = policy("objectives rpo: 20.minutes, rto: 1.second\n $ONE full at: 'Sun 01:07'\n" +
                'journal every: 15.minutes', data: '').prove()

        then: 'each takes a second: more is not known'
        proof.assumptions() == ['nobody told how much data there is (expect size: …): copies and restores are taken' +
                ' to take no time']
        rpo(proof.scenario(NONE).get()) == Duration.parse('PT15M1S')
        proof.scenario(NONE).get().rtoHolds()
    }

    def 'a rate that nobody tells is assumed, and that is said'() {
        expect:
        policy("$ONE full at: 'Sun 01:07'", data: 'expect size: 600.MB, changesPerDay: 1.MB, journalPerDay: 1.MB')
                .prove().assumptions() == ['no copyRate is declared: 200 MB a second are assumed']
    }

    def 'an objective holds to the second: rpo #rpo, rto #rto'() {
        when:
        def proof = policy("objectives rpo: $rpo, rto: $rto\n $ONE full at: '01:07'\n journal every: 15.minutes",
                horizon: Duration.ofHours(1)).under(NONE)

        then: 'a full of 600 s, and whole journal elements from 01:15, two minutes before its end, through 00:45'
        [proof.rpoHolds(), proof.rtoHolds()] == [rpoHolds, rtoHolds]
        proof.holds() == (rpoHolds && rtoHolds)

        where:
        rpo           | rto             || rpoHolds | rtoHolds
        '915.seconds' | '2010.seconds' || true     | true
        '914.seconds' | '2010.seconds' || false    | true
        '915.seconds' | '2009.seconds' || true     | false
    }

    def 'M35, M39 - storage groups that are copied together are restored together'() {
        given: 'archive 0 holds one, archive 1 the other'
        def managers = '''\
                storageManager archive: 0, host: 'e1', serves: ['SG1'], journalHotCopy: true
                storageManager archive: 1, host: 'w1', serves: ['SG2'], journalHotCopy: true
                '''
        def data = '''\
                expect storageGroup: 'SG1', size: 600.MB, changesPerDay: 1440.MB, journalPerDay: 1440.MB
                expect storageGroup: 'SG2', size: 60.MB, changesPerDay: 144.MB, journalPerDay: 144.MB
                copyRate 1.MB'''

        when: 'the larger one decides for both'
        def proof = policy("backupGroup 'all', archives: [0, 1]\n full at: 'Sun 01:07'\n journal every: 15.minutes",
                horizon: WORKDAYS, managers: managers, data: data, groups: "storageGroups 'SG1', 'SG2'").under(NONE)

        then:
        proof.groups().keySet()*.value() == ['SG1', 'SG2', 'UNPARTITIONED']
        (proof.groups().values()*.rpo() + proof.whole().rpo())*.time()*.get().unique() == [Duration.parse('PT15M15S')]

        and: 'each by itself is restored in its own time'
        def restores = proof.groups().collectEntries { [it.key.value(), it.value.rto().time().get()] }
        restores.SG1 == rto(proof)
        restores.SG2 < rto(proof).dividedBy(9)
    }
}
