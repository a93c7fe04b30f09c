package io.hotcopy.plan

import static io.hotcopy.plan.World.every
import static io.hotcopy.term.HotCopyType.FULL
import static io.hotcopy.term.HotCopyType.INCREMENTAL
import static io.hotcopy.term.HotCopyType.JOURNAL

import io.hotcopy.model.OnOverlap
import io.hotcopy.model.Schedule
import io.hotcopy.problem.Problem
import io.hotcopy.term.ByteSize
import java.time.Duration
import spock.lang.Specification

/** Each archive of the world holds two of three storage groups: two thirds of what is expected of the database. */
class OverlappingRunsSpec extends Specification {
    static final long GB = 1_000_000_000

    def 'accepts runs that are expected to end before the next ones begin'() {
        expect:
        findings((FULL): every(Duration.ofDays(1)), (JOURNAL): every(Duration.ofMinutes(5))) == []
    }

    def 'accepts all where nobody said how much there is to copy'() {
        expect:
        new World(policies: [World.policy(lines: World.lines((FULL): every(Duration.ofMinutes(1))))])
                .findings(new OverlappingRuns()) == []
    }

    def 'warns of a run that is expected to meet the next one of its type (M21), and says what will happen then'() {
        when:
        List<Problem> problems = findings((FULL): every(Duration.ofHours(1)), onOverlap)

        then:
        problems*.error == [false]
        problems*.message() == ['a full hot copy of backup group "east" takes about 1 h 51 min 7 s, and the next one ' +
                'begins after 1 h']
        problems.first().hints() == ["onOverlap ${onOverlap.word()}: $then.".toString(),
                'Let them begin less often; or declare a greater copyRate, if copies are faster.']
        problems.first().span().get().file() == 'full'

        where:
        onOverlap      | then
        OnOverlap.WAIT | 'full hot copies wait for one another, and fewer are taken than the schedule says'
        OnOverlap.SKIP | 'full hot copies are left out while one is running'
        OnOverlap.FAIL | 'full hot copies fail while one is running'
    }

    def 'a full, an incremental and a journal copy may run beside one another (M23 to M25)'() {
        expect:
        findings((FULL): every(Duration.ofDays(1)), (INCREMENTAL): every(Duration.ofHours(1)),
                (JOURNAL): every(Duration.ofMinutes(1))) == []
    }

    def 'the shortest time between two runs counts'() {
        expect:
        findings((FULL): new Schedule.Cron('0 0,1 * * *'))*.message() == ['a full hot copy of backup group "east" ' +
                'takes about 1 h 51 min 7 s, and the next one begins after 1 h']
    }

    private static List<Problem> findings(Map schedules, OnOverlap onOverlap = OnOverlap.WAIT) {
        new World(copyRate: Optional.of(ByteSize.ofMegabytes(60)),
                policies: [World.policy(lines: World.lines(schedules), onOverlap: onOverlap)])
                .expecting(600 * GB, 24 * GB, 24 * GB).findings(new OverlappingRuns())
    }
}
