package io.hotcopy.timetable

import static io.hotcopy.term.HotCopyType.FULL
import static io.hotcopy.term.HotCopyType.INCREMENTAL
import static io.hotcopy.term.HotCopyType.JOURNAL
import static io.hotcopy.timetable.Policies.at
import static io.hotcopy.timetable.Policies.cron
import static io.hotcopy.timetable.Policies.every
import static io.hotcopy.timetable.Policies.instants

import io.hotcopy.model.BackupPolicy
import io.hotcopy.model.RunLine
import java.time.Duration
import java.time.Instant
import spock.lang.Specification

/** When the runs of a policy are to begin. */
class TimetableSpec extends Specification {

    def 'the occurrences of all lines in order of time, at one instant the bigger type first'() {
        given:
        Timetable timetable = Timetable.of(Policies.of(
                [(JOURNAL): every('PT6H'), (INCREMENTAL): cron('0 */12 * * *'), (FULL): at('SUNDAY 01:00')]))

        expect:
        timetable.between(Instant.parse('2026-03-07T12:00:00Z'), Instant.parse('2026-03-08T06:00:00Z')) == [
                new Occurrence(Instant.parse('2026-03-07T18:00:00Z'), JOURNAL, 'east'),
                new Occurrence(Instant.parse('2026-03-08T00:00:00Z'), INCREMENTAL, 'east'),
                new Occurrence(Instant.parse('2026-03-08T00:00:00Z'), JOURNAL, 'east'),
                new Occurrence(Instant.parse('2026-03-08T01:00:00Z'), FULL, 'east'),
                new Occurrence(Instant.parse('2026-03-08T06:00:00Z'), JOURNAL, 'east')]
    }

    def 'a line without a schedule never occurs'() {
        given:
        BackupPolicy policy = Policies.of([(FULL): null])
        Timetable timetable = Timetable.of(policy)
        RunLine line = policy.runs().first()

        expect:
        timetable.between(Instant.EPOCH, Instant.parse('2026-01-01T00:00:00Z')) == []
        timetable.next(line, policy.backupGroups().first(), Instant.EPOCH).empty
        timetable.last(line, policy.backupGroups().first(), Instant.EPOCH).empty
        timetable.longestGap(line, policy.backupGroups().first()).empty
    }

    def 'every counts elapsed time from the midnight of 1970 in the zone: #interval in #zone'() {
        expect:
        instants(every(interval), zone, '2026-01-01T00:00:00Z', '2026-01-01T12:00:00Z') == times

        where:
        interval | zone               || times
        'PT5H'   | 'UTC'              || ['2026-01-01T04:00:00Z', '2026-01-01T09:00:00Z']
        'PT5H'   | 'America/New_York' || ['2026-01-01T04:00:00Z', '2026-01-01T09:00:00Z']
        'PT6H'   | 'Asia/Kolkata'     || ['2026-01-01T00:30:00Z', '2026-01-01T06:30:00Z']
        'PT4H'   | 'Europe/Berlin'    || ['2026-01-01T03:00:00Z', '2026-01-01T07:00:00Z', '2026-01-01T11:00:00Z']
    }

    def 'interleaved, the groups take turns, and together they keep the interval (M33)'() {
        given:
        BackupPolicy policy = Policies.of([(INCREMENTAL): every('PT1H', true)], 'UTC', ['east', 'west', 'north'])

        expect:
        Timetable.of(policy).between(Instant.parse('2025-12-31T23:00:00Z'), Instant.parse('2026-01-01T05:00:00Z'))
                .collect { "${it.at()} ${it.backupGroup()}".toString() } == [
                '2026-01-01T00:00:00Z east', '2026-01-01T01:00:00Z west', '2026-01-01T02:00:00Z north',
                '2026-01-01T03:00:00Z east', '2026-01-01T04:00:00Z west', '2026-01-01T05:00:00Z north']
    }

    def 'without interleaved every group runs every time'() {
        given:
        BackupPolicy policy = Policies.of([(INCREMENTAL): every('PT1H')], 'UTC', ['east', 'west'])

        expect:
        Timetable.of(policy).between(Instant.EPOCH, Instant.EPOCH.plusSeconds(3600))*.backupGroup() == ['east', 'west']
    }

    def 'the last one at or before and the first one after: #schedule at #now'() {
        given:
        BackupPolicy policy = Policies.of([(FULL): schedule], 'Europe/Berlin')
        Timetable timetable = Timetable.of(policy)

        expect:
        def group = policy.backupGroups().first()
        timetable.last(policy.runs().first(), group, Instant.parse(now)).get().at() == Instant.parse(last)
        timetable.next(policy.runs().first(), group, Instant.parse(now)).get().at() == Instant.parse(next)

        where:
        schedule                    | now                        || last                   | next
        at('SUNDAY 01:00')          | '2026-01-04T00:00:00Z'     || '2026-01-04T00:00:00Z' | '2026-01-11T00:00:00Z'
        at('SUNDAY 01:00')          | '2026-01-03T23:59:59.999Z' || '2025-12-28T00:00:00Z' | '2026-01-04T00:00:00Z'
        at('01:00')                 | '2026-01-04T12:00:00Z'     || '2026-01-04T00:00:00Z' | '2026-01-05T00:00:00Z'
        cron('*/15 9-17 * * 1-5')   | '2026-01-04T12:00:00Z'     || '2026-01-02T16:45:00Z' | '2026-01-05T08:00:00Z'
        cron('0 0 29 2 *')          | '2026-01-04T12:00:00Z'     || '2024-02-28T23:00:00Z' | '2028-02-28T23:00:00Z'
        cron('30 6 13 * 5')         | '2026-01-04T12:00:00Z'     || '2026-01-02T05:30:00Z' | '2026-01-09T05:30:00Z'
        cron('0 12 1,15 JAN,JUL *') | '2026-01-04T12:00:00Z'     || '2026-01-01T11:00:00Z' | '2026-01-15T11:00:00Z'
        every('PT1H30M')            | '2026-01-04T12:00:00Z'     || '2026-01-04T11:00:00Z' | '2026-01-04T12:30:00Z'
    }

    def 'the longest time between two: #schedule'() {
        given:
        BackupPolicy policy = Policies.of([(FULL): schedule], 'Europe/Berlin', ['east', 'west'])

        expect:
        Timetable.of(policy).longestGap(policy.runs().first(), policy.backupGroups().last()).get() == gap

        where:
        schedule                     || gap
        at('SUNDAY 01:00')           || Duration.ofDays(7)
        at('MONDAY,THURSDAY 01:00')  || Duration.ofDays(4)
        at('01:00')                  || Duration.ofDays(1)
        every('PT1H')                || Duration.ofHours(1)
        every('PT1H', true)          || Duration.ofHours(2)
        cron('*/5 * * * *')          || Duration.ofMinutes(5)
        cron('*/7 * * * *')          || Duration.ofMinutes(7)
        cron('0 */5 * * *')          || Duration.ofHours(5)
        cron('*/5 8-18 * * 1-5')     || Duration.ofHours(48 + 13).plusMinutes(5)
        cron('0 0 1 * *')            || Duration.ofDays(31)
        cron('0 0 29 2 *')           || Duration.ofDays(1461)
    }

    def 'in words: #schedule'() {
        expect:
        Timetable.words(schedule) == words

        where:
        schedule                              || words
        every('PT1H', true)                   || 'every 1 hour, the groups in turn'
        every('PT5M')                         || 'every 5 minutes'
        every('P1DT1H1M1S')                   || 'every 1 day 1 hour 1 minute 1 second'
        at('SUNDAY 01:00')                    || 'Sun 01:00'
        at('01:30')                           || 'daily 01:30'
        at('MONDAY,THURSDAY 01:00')           || 'Mon,Thu 01:00'
        at('MONDAY,TUESDAY,WEDNESDAY 01:00')  || 'Mon-Wed 01:00'
        cron('*/5 * * * *')                   || "cron '*/5 * * * *'"
    }

    def 'a long horizon is walked without being kept: 90 days of every 5 minutes in 50 groups'() {
        given:
        Timetable timetable = Timetable.of(
                Policies.of([(JOURNAL): schedule], 'Europe/Berlin', (0..<50).collect { "g$it".toString() }))
        Instant from = Instant.parse('2026-03-01T00:00:00Z')

        expect:
        timetable.stream(from, from + Duration.ofDays(90)).count() == 90L * 288 * 50

        where:
        schedule << [every('PT5M'), cron('*/5 * * * *')]
    }
}
