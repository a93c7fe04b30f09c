package io.hotcopy.simulate

import static io.hotcopy.simulate.Simulated.policy
import static io.hotcopy.simulate.Simulated.rpo
import static io.hotcopy.simulate.Simulated.rto
import static io.hotcopy.simulate.Simulated.told

import io.hotcopy.term.HotCopyType
import spock.lang.Specification

import java.time.Duration
import java.time.Instant

/** One run takes its time and leaves nothing behind: the one that hurts most. */
class RunFailedSpec extends Specification {
    static final Failure JOURNAL = new Failure.RunFailed(HotCopyType.JOURNAL)
    static final Failure FULL = new Failure.RunFailed(HotCopyType.FULL)
    static final String ONE = "backupGroup 'east', archives: [0]\nfull at: 'Sun 01:07'\n"
    static final Duration WORKDAYS = Duration.ofDays(5)

    def 'a journal hot copy that fails is made up for by the next one, or by a retry: #reaction'() {
        expect: 'the next one brings both, so it takes 30 seconds; with the retry, 20 minutes and a quarter'
        rpo(policy("$ONE journal every: 15.minutes\nonFailure $reaction", horizon: WORKDAYS).under(JOURNAL)) ==
                Duration.parse(worst)

        where:
        reaction                            || worst
        'fail'                              || 'PT30M30S'
        'retry, times: 1, after: 5.minutes' || 'PT20M36S'
        'retry, times: 3, after: 1.minute'  || 'PT16M32S'
    }

    def 'a full that fails is taken at the next run of the policy, instead of the incremental that comes then'() {
        given:
        def simulated = policy("$ONE incremental every: 6.hours")

        expect: 'without the failure an incremental of six minutes, with it the full of ten'
        rpo(simulated.under(new Failure.None())) == Duration.parse('PT6H6M')
        rpo(simulated.under(FULL)) == Duration.parse('PT6H10M')
    }

    def 'when the full of a day fails, restores are longer until the next day'() {
        given: 'nothing runs in between that could make up for it'
        def simulated = policy("backupGroup 'east', archives: [0]\nfull at: '01:07'\njournal at: '01:06'")

        expect: 'the journal of another day'
        rto(simulated.under(FULL)) - rto(simulated.under(new Failure.None())) == Duration.ofDays(1).dividedBy(60)
    }

    def 'a line that the policy does not have cannot fail'() {
        expect:
        policy("$ONE journal every: 15.minutes").prove().scenario(new Failure.RunFailed(HotCopyType.INCREMENTAL)).empty
    }

    def 'the counterexample is told in order, and the worst is its end'() {
        when:
        def proof = policy("objectives rpo: 20.minutes\n$ONE journal every: 15.minutes\nonFailure fail",
                horizon: WORKDAYS).under(JOURNAL)

        then:
        !proof.rpoHolds() && proof.rtoHolds()
        told(proof) == [
                published('2026-05-31T23:30:15Z', 'Sun 2026-05-31 23:30:00'),
                published('2026-05-31T23:45:15Z', 'Sun 2026-05-31 23:45:00'),
                published('2026-06-01T00:00:15Z', 'Mon 2026-06-01 00:00:00'),
                '2026-06-01T00:15:00Z BEGUN east: journal hot copy begins',
                '2026-06-01T00:15:15Z FAILED east: journal hot copy fails',
                '2026-06-01T00:30:00Z BEGUN east: journal hot copy begins',
                published('2026-06-01T00:30:30Z', 'Mon 2026-06-01 00:30:00'),
                '2026-06-01T00:30:30Z WORST: restorable through Mon 2026-06-01 00:00:00; just then the journal hot ' +
                        'copy of "east" begun Mon 2026-06-01 00:30:00 is published']
        proof.begins().get() == Instant.parse('2026-06-01T00:15:00Z')
    }

    private static String published(String at, String through) {
        "$at PUBLISHED east: journal hot copy published, restorable through $through"
    }
}
