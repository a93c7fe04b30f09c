package io.hotcopy.plan

import static io.hotcopy.plan.World.every
import static io.hotcopy.term.HotCopyType.FULL
import static io.hotcopy.term.HotCopyType.INCREMENTAL

import io.hotcopy.model.Retention
import io.hotcopy.model.Schedule
import io.hotcopy.problem.Problem
import java.time.DayOfWeek
import java.time.Duration
import java.time.LocalTime
import spock.lang.Specification

class UnsafeRetentionSpec extends Specification {
    static final WEEKLY = Schedule.At.on([DayOfWeek.SUNDAY] as Set, LocalTime.of(1, 0))

    def 'accepts a window as long as it is from one full to the next, also where clocks are put back'() {
        expect:
        findings([lines: World.lines((FULL): WEEKLY)], window(7)) == []
        findings([:], window(1)) == []
    }

    def 'refuses a window that is shorter'() {
        when:
        List<Problem> problems = findings([lines: World.lines((FULL): WEEKLY)], window(2))

        then:
        problems*.error == [true]
        problems*.message() == ['the recovery window of 2 d is shorter than the 7 d from one full hot copy of ' +
                'backup group "east" to the next']
        problems*.hints() == [['Write recoveryWindow: 7.days or more, or take full hot copies more often.']]
        problems*.span()*.get()*.file() == ['retain']
    }

    def 'the fulls of one group count, when the groups take turns'() {
        expect:
        findings([lines: World.lines((FULL): every(Duration.ofDays(4), true))], window(7))*.message() ==
                ['the recovery window of 7 d is shorter than the 8 d from one full hot copy of backup group "east" ' +
                'to the next']
    }

    def 'warns when nothing can ever be let go, since no full is taken by itself'() {
        when:
        List<Problem> problems = findings(
                [lines: World.lines((FULL): null, (INCREMENTAL): every(Duration.ofHours(1)))], window(7))

        then:
        problems*.error == [false]
        problems*.message() == ['policy "nightly" takes full hot copies only when it is asked to: until then nothing ' +
                'that it appends to a set can be let go']
    }

    def 'warns when a single collection stays'() {
        when:
        List<Problem> problems = findings([lines: World.lines((FULL): WEEKLY)],
                new Retention(Optional.empty(), 1, 0, 0, 0))

        then:
        problems*.error == [false]
        problems*.message() == ['only one collection of each backup group is kept: when it turns out to be damaged, ' +
                'nothing is left']
        findings([lines: World.lines((FULL): WEEKLY)], retention) == []

        where:
        retention << [new Retention(Optional.empty(), 2, 0, 0, 0), new Retention(Optional.empty(), 1, 7, 0, 0)]
    }

    def 'accepts a policy that lets nothing go'() {
        expect:
        new World().findings(new UnsafeRetention()) == []
    }

    private static Retention window(int days) {
        new Retention(Optional.of(Duration.ofDays(days)), 1, 0, 0, 0)
    }

    private static List<Problem> findings(Map said, Retention retention) {
        new World(policies: [World.policy(said + [retain: retention])]).findings(new UnsafeRetention())
    }
}
