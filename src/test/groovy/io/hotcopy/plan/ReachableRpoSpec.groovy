package io.hotcopy.plan

import static io.hotcopy.plan.World.every
import static io.hotcopy.term.HotCopyType.FULL
import static io.hotcopy.term.HotCopyType.INCREMENTAL
import static io.hotcopy.term.HotCopyType.JOURNAL

import io.hotcopy.model.Objectives
import io.hotcopy.model.OnArchiveDown
import io.hotcopy.model.Schedule
import io.hotcopy.problem.Problem
import io.hotcopy.term.ByteSize
import java.time.Duration
import java.time.LocalTime
import spock.lang.Specification

/** Protocol §7: the time from one run to the next, and that which a run takes, is what may be lost. */
class ReachableRpoSpec extends Specification {
    static final Map ONE = [east: [0, 1]]

    def 'accepts an rpo of the interval and what a run takes'() {
        expect:
        findings([(JOURNAL): every(Duration.ofMinutes(15))], '15 min 40 s', ONE) == []
    }

    def 'refuses a shorter one, and shows the arithmetic'() {
        when:
        List<Problem> problems = findings([(JOURNAL): every(Duration.ofMinutes(15))], '10 min', ONE)

        then:
        problems*.error == [true]
        problems*.message() == ['journal hot copies of backup group "east" begin every 15 min and take about 40 s: ' +
                'rpo 10.minutes cannot hold (15 min 40 s)']
        problems*.hints() == [['Let journal hot copies of backup group "east" begin at most 9 min 20 s apart, or ' +
                'declare a longer rpo.']]
        problems*.span()*.get()*.file() == ['objectives']
    }

    def 'where nobody said how much there is to copy, the interval alone counts'() {
        expect:
        new World(policies: [policy([(JOURNAL): every(Duration.ofMinutes(15))], '10 min', ONE)])
                .findings(new ReachableRpo())*.message() ==
                ['journal hot copies of backup group "east" begin every 15 min: rpo 10.minutes cannot hold (15 min)']
    }

    def 'both groups at the same time are as good as one: the loss of one changes nothing'() {
        expect:
        findings([(JOURNAL): every(Duration.ofMinutes(5))], '10 min') == []
    }

    def 'groups that take turns do it together, but not the one that is left when the other is down'() {
        when:
        List<Problem> problems = findings([(JOURNAL): every(Duration.ofMinutes(6), true)], '10 min')

        then:
        problems*.error == [false, false]
        problems*.message() == [
                'while backup group "east" is down, which may be for 1 d, journal hot copies of backup group "west" ' +
                'begin every 12 min and take about 32 s: rpo 10.minutes cannot hold (12 min 32 s)',
                'while backup group "west" is down, which may be for 1 d, journal hot copies of backup group "east" ' +
                'begin every 12 min and take about 32 s: rpo 10.minutes cannot hold (12 min 32 s)']
    }

    def 'a group that takes over the runs of one that is down keeps their times, but nobody takes over its own'() {
        when:
        World world = new World(policies: [policy([(JOURNAL): every(Duration.ofMinutes(6), true)], '10 min', null,
                new OnArchiveDown.Instead('west'))])

        then:
        world.findings(new ReachableRpo())*.message()*.take(33) == ['while backup group "west" is down,'.take(33)]
        world.findings(new ReachableRpo()).first().hints().last() == 'Or write onArchiveDown \'east\': it takes over ' +
                'the runs of a group that is down, if it covers the same storage groups.'
    }

    def 'the interval of groups that take turns is that of all together (M33)'() {
        when:
        List<Problem> problems = findings([(JOURNAL): every(Duration.ofMinutes(15), true)], '10 min')

        then:
        problems*.error == [true]
        problems*.message() == ['journal hot copies of backup groups "east" and "west" together begin every 15 min ' +
                '(each group\'s every 30 min) and take about 1 min 20 s: rpo 10.minutes cannot hold (16 min 20 s)']
    }

    def 'the loss of one of three groups that take turns leaves a gap of two intervals'() {
        given:
        World world = new World(managers: [0: ['e1'], 1: ['e2'], 2: ['w1']], storageGroups: [],
                policies: [policy(
                        [(JOURNAL): every(Duration.ofMinutes(10), true)], '15 min', [a: [0], b: [1], c: [2]])])

        expect:
        world.findings(new ReachableRpo())*.message()[0] == 'while backup group "a" is down, which may be for 1 d, ' +
                'journal hot copies of backup groups "b" and "c" together begin every 20 min (each group\'s every ' +
                '30 min): rpo 15.minutes cannot hold (20 min)'
    }

    def 'the line that does best counts; lines that do it only together count together'() {
        expect:
        findings([(FULL): at(1), (INCREMENTAL): every(Duration.ofHours(1))], '90 min', ONE) == []
        findings([(FULL): at(1), (INCREMENTAL): at(13)], '13 h', ONE) == []
        findings([(FULL): at(1), (INCREMENTAL): at(13)], '12 h', ONE)*.message() == [
                'the hot copies of backup group "east" begin up to 12 h apart and take about 44 min 27 s: ' +
                'rpo 12.hours cannot hold (12 h 44 min 27 s)']
    }

    def 'says nothing where no rpo is promised, or nothing is scheduled'() {
        expect:
        new World().findings(new ReachableRpo()) == []
        findings([(FULL): null], '1 min') == []
    }

    private static Schedule at(int hour) {
        Schedule.At.daily(LocalTime.of(hour, 0))
    }

    private static policy(Map schedules, String rpo, Map groups, OnArchiveDown down = null) {
        World.policy(lines: World.lines(schedules), groups: groups, onArchiveDown: down,
                objectives: new Objectives(Optional.of(time(rpo)), Optional.empty()))
    }

    /** 288 GB a day are 3 GB of journal in 15 minutes, two thirds of it on each archive. */
    private static List<Problem> findings(Map schedules, String rpo, Map groups = null) {
        new World(copyRate: Optional.of(ByteSize.ofMegabytes(50)),
                policies: [policy(schedules, rpo, groups)])
                .expecting(200_000_000_000, 288_000_000_000, 288_000_000_000)
                .findings(new ReachableRpo())
    }

    private static Duration time(String words) {
        Duration.parse('PT' + words.replace(' ', '').replace('min', 'm'))
    }
}
