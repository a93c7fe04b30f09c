package io.hotcopy.simulate

import static io.hotcopy.simulate.Simulated.policy
import static io.hotcopy.simulate.Simulated.rpo

import io.hotcopy.term.HotCopyType
import spock.lang.Specification

import java.time.Duration
import java.time.Instant

/** Runs that meet one another although nothing fails: the schedule looks fine, and drifts. */
class OverlapsSpec extends Specification {
    static final String ONE = "backupGroup 'east', archives: [0]\n"
    static final String LARGE = 'expect size: 36.GB, changesPerDay: 1440.MB, journalPerDay: 1440.MB\ncopyRate 1.MB'

    def 'M25 - a full that runs is in hand: the incrementals that come meanwhile are taken beside it'() {
        when: 'a full of ten hours, and incrementals every hour'
        def proof = policy("$ONE full at: 'Sun 00:30'\n incremental every: 1.hour", data: LARGE).prove()

        then: 'an hour, and the minute that an incremental takes'
        rpo(proof.scenarios().first()) == Duration.ofMinutes(61)
        proof.overlaps() == []
    }

    def 'M23 - so are journal hot copies: #what'() {
        when:
        def proof = policy("$ONE full at: 'Sun $at'\n journal every: 15.minutes", data: LARGE,
                failures: [AssumedFailure.of(new Failure.None())]).prove()

        then:
        rpo(proof.scenarios().first()) == Duration.parse(worst)
        proof.overlaps() == []

        where:
        what                                               | at      || worst
        'a quarter of an hour, and the time that one takes' | '00:20' || 'PT15M15S'
        'one that comes with the full is taken by it'      | '00:30' || 'PT30M30S'
    }

    def 'M21 - a full of ten hours that is to begin every eight runs into the next one: #reaction'() {
        when:
        def proof = policy("$ONE full every: 8.hours\n onOverlap $reaction", data: LARGE,
                failures: [AssumedFailure.of(new Failure.None())]).prove()

        then: 'it is found, without any failure'
        with(proof.overlaps().first()) { Overlap overlap ->
            [overlap.backupGroup(), overlap.type(), overlap.running()] == ['east', HotCopyType.FULL, HotCopyType.FULL]
            overlap.reaction() == reaction
            overlap.first() == Instant.parse(first)
            overlap.times() >= times
        }
        proof.overlaps().size() == 1
        rpo(proof.scenarios().first()) == Duration.parse(worst)

        where: 'what waits begins as soon as the other ends; else every other one is taken'
        reaction || first                  | times | worst
        'wait'   || '2026-06-01T00:00:00Z' | 34    | 'PT10H'
        'skip'   || '2026-06-01T08:00:00Z' | 21    | 'PT16H'
        'fail'   || '2026-06-01T08:00:00Z' | 21    | 'PT16H'
    }
}
