package io.hotcopy.plan

import static io.hotcopy.plan.World.every
import static io.hotcopy.term.HotCopyType.FULL
import static io.hotcopy.term.HotCopyType.INCREMENTAL
import static io.hotcopy.term.HotCopyType.JOURNAL

import io.hotcopy.model.OnFailure
import io.hotcopy.model.OnJournalSuspended
import io.hotcopy.model.OnNoBaseSet
import io.hotcopy.model.Schedule
import io.hotcopy.problem.Problem
import java.time.Duration
import java.time.LocalTime
import spock.lang.Specification

class CollidingDirectoriesSpec extends Specification {
    static final DAILY = Schedule.At.daily(LocalTime.of(1, 0))

    def 'accepts the day alone when one full is taken a day, and the day and the time always'() {
        expect:
        findings(directory: '{date}-{archive}', lines: World.lines((FULL): DAILY)) == []
        findings(directory: '{date}T{time}-{archive}', types: [FULL, INCREMENTAL], onNoBaseSet: OnNoBaseSet.FULL) == []
        findings(directory: '{date}/{time}/{archive}', lines: World.lines((FULL): every(Duration.ofHours(6)))) == []
    }

    def 'accepts any pattern for fulls that are taken only when they are asked for'() {
        expect:
        findings(directory: 'copy-{archive}') == []
    }

    def 'refuses a pattern without the time when a full may be taken at any time: #word'() {
        when:
        List<Problem> problems = findings([directory: 'b/{date}-{archive}', types: [FULL, INCREMENTAL, JOURNAL]] + said)

        then:
        problems*.error == [true]
        problems*.message() == ['directory "b/{date}-{archive}" can be the same for two full hot copies: ' +
                "`$word` may take one at any time"]
        problems*.hints() == [["Write {time} into it, such as 'b/{date}T{time}-{archive}'."]]
        problems*.span()*.get()*.file() == ['directory']

        where:
        said                                             | word
        [onNoBaseSet: OnNoBaseSet.FULL]                  | 'onNoBaseSet full'
        [onJournalSuspended: OnJournalSuspended.FULL]    | 'onJournalSuspended full'
        [onFailure: new OnFailure.Retry(1, Duration.ofMinutes(5))] | 'onFailure retry'
    }

    def 'refuses a pattern without the time when fulls are taken several times a day'() {
        expect:
        findings(directory: '{date}-{archive}', lines: World.lines((FULL): schedule))*.message() ==
                ['directory "{date}-{archive}" can be the same for two full hot copies: they are taken ' + words]

        where:
        schedule                         | words
        every(Duration.ofHours(12))      | 'every 12 hours'
        new Schedule.Cron('0 1,13 * * *') | "cron '0 1,13 * * *'"
    }

    def 'refuses a pattern without the day for scheduled fulls'() {
        when:
        List<Problem> problems = findings(directory: 'full-{archive}', lines: World.lines((FULL): DAILY))

        then:
        problems*.message() == ['directory "full-{archive}" can be the same for two full hot copies: ' +
                'they are taken daily 01:00']
        problems*.hints() == [["Write {date} into it, such as '{date}T{time}-full-{archive}'."]]
    }

    private static List<Problem> findings(Map said) {
        new World(policies: [World.policy(said)]).findings(new CollidingDirectories())
    }
}
