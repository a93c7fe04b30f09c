package io.hotcopy.plan

import static io.hotcopy.plan.World.every
import static io.hotcopy.term.HotCopyType.FULL
import static io.hotcopy.term.HotCopyType.INCREMENTAL
import static io.hotcopy.term.HotCopyType.JOURNAL

import io.hotcopy.model.Retention
import io.hotcopy.model.Schedule
import io.hotcopy.term.ByteSize
import java.time.Duration
import java.time.Instant
import java.time.LocalTime
import spock.lang.Specification

/** What an edit adds, moves and removes in the days to come. The world's policy has two groups of two archives. */
class PlanDiffSpec extends Specification {
    static final Instant MONDAY = Instant.parse('2024-01-01T00:30:00Z')
    static final long GB = 1_000_000_000

    def 'equal policies differ in nothing'() {
        expect:
        diff([lines: World.lines((FULL): at(1))], [lines: World.lines((FULL): at(1))]).isNone()
    }

    def 'a full an hour later is moved, with the sets that it begins'() {
        when:
        PlanDiff diff = diff([lines: World.lines((FULL): at(1))], [lines: World.lines((FULL): at(2))])

        then:
        diff.lines() == [line('full', 'daily 01:00', 'daily 02:00')]
        diff.runs().collect { [it.what(), it.before(), it.after(), it.added(), it.moved(), it.removed()] } == [
                ['full of "east"', 14, 14, 0, 14, 0], ['full of "west"', 14, 14, 0, 14, 0]]
        diff.runs()*.firstBefore()*.get().unique() == [Instant.parse('2024-01-01T01:00:00Z')]
        diff.runs()*.firstAfter()*.get().unique() == [Instant.parse('2024-01-01T02:00:00Z')]
        diff.sets().collect { [it.what(), it.moved()] } ==
                [0, 1, 3, 4].collect { ["archive $it".toString(), 14] }
    }

    def 'more runs are added, fewer are removed, and those at the same time are neither'() {
        when:
        PlanDiff diff = diff([lines: hourly(2)], [lines: hourly(1)])

        then: 'a set is begun by a full only'
        diff.runs().collect { [it.before(), it.after(), it.added(), it.moved(), it.removed()] }.unique() ==
                [[168, 336, 168, 0, 0]]
        diff.runs()*.firstBefore() == [Optional.empty()] * 2
        diff.sets() == []

        and:
        this.diff([lines: hourly(1)], [lines: hourly(2)]).runs()*.removed() == [168, 168]
    }

    def 'taking turns halves the runs of each group: one keeps its times, and so does the other'() {
        when:
        PlanDiff diff = diff([lines: World.lines((FULL): null, (INCREMENTAL): every(Duration.ofHours(1)))],
                [lines: World.lines((FULL): null, (INCREMENTAL): every(Duration.ofHours(1), true))])

        then:
        diff.runs().collect { [it.what(), it.removed(), it.moved(), it.added()] } ==
                [['incremental of "east"', 168, 0, 0], ['incremental of "west"', 168, 0, 0]]
        diff.lines() == [line('incremental', 'every 1 hour', 'every 1 hour, the groups in turn')]
    }

    def 'an archive in another group, a new group, a new name and other words are seen'() {
        when:
        PlanDiff diff = diff([lines: World.lines((FULL): at(1)), groups: [east: [0, 1]]],
                [name: 'daily', lines: World.lines((FULL): at(1)), groups: [east: [0, 1], west: [3, 4]], retain:
                        new Retention(Optional.of(Duration.ofDays(14)), 2, 0, 0, 0), directory: '{date}-{archive}'])

        then:
        diff.lines()*.word() == ['directory', 'backupGroup west', 'retain']
        diff.lines()*.policy().unique() == ['daily']
        diff.lines().last().after().get() == 'recoveryWindow 14.days, minimum 2'
        diff.runs().collect { [it.what(), it.added()] } == [['full of "west"', 14]]
        diff.sets().collect { [it.what(), it.added()] } == [['archive 3', 14], ['archive 4', 14]]
    }

    def 'a policy that is gone takes its runs with it'() {
        given:
        World before = new World(policies: ['a', 'b'].collect {
            World.policy(name: it, lines: World.lines((FULL): at(1)))
        })
        World after = new World(policies: [before.policies[0], World.policy(name: 'c')])

        when:
        PlanDiff diff = PlanDiff.of(side(before), side(after), MONDAY, 7)

        then:
        diff.runs().collect { [it.policy(), it.what(), it.removed()] } ==
                [['b', 'full of "east"', 7], ['b', 'full of "west"', 7]]
        diff.lines()*.policy().unique() == ['b', 'c']
    }

    def 'the change in disk use is told when it is declared how much there is'() {
        given:
        Map week = [lines: World.lines((FULL): every(Duration.ofDays(7)), (JOURNAL): every(Duration.ofHours(1))),
                retain: new Retention(Optional.of(Duration.ofDays(14)), 1, 0, 0, 0)]
        Map day = week + [lines: World.lines((FULL): every(Duration.ofDays(1)), (JOURNAL): every(Duration.ofHours(1)))]

        when: 'each of four archives holds two thirds of 300 GB and writes two thirds of 36 GB a day'
        PlanDiff diff = diff(week, day, 14) { it.expecting(300 * GB, GB, 36 * GB) }

        then:
        diff.written().before().get() == new ByteSize(4 * (2 * 200 + 14 * 24) * GB)
        diff.written().after().get() == new ByteSize(4 * (14 * 200 + 14 * 24) * GB)
        diff.kept().before().get() == new ByteSize(4 * 4 * (200 + 7 * 24) * GB)
        diff.kept().after().get() == new ByteSize(16 * 4 * (200 + 24) * GB)
        this.diff(week, day).written() == new PlanDiff.Change(Optional.empty(), Optional.empty())
    }

    def 'many runs are counted, not kept'() {
        expect:
        diff([lines: World.lines((JOURNAL): every(Duration.ofSeconds(1)))],
                [lines: World.lines((JOURNAL): every(Duration.ofSeconds(2)))], 1).runs()*.removed() == [43_200, 43_200]
    }

    private static List hourly(int hours) {
        World.lines((FULL): null, (INCREMENTAL): every(Duration.ofHours(hours)))
    }

    private static Schedule at(int hour) {
        Schedule.At.daily(LocalTime.of(hour, 0))
    }

    private static PlanDiff.Line line(String word, String before, String after) {
        new PlanDiff.Line('nightly', word, Optional.of(before), Optional.of(after))
    }

    private static PlanDiff diff(Map before, Map after, int days = 14, Closure<World> expecting = { it }) {
        def (one, other) = [before, after].collect { expecting.call(new World(policies: [World.policy(it)])) }
        PlanDiff.of(side(one as World), side(other as World), MONDAY, days)
    }

    private static PlanDiff.Side side(World world) {
        new PlanDiff.Side(world.declarations(), world.policies*.name())
    }
}
