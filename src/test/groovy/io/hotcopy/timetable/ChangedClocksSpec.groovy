package io.hotcopy.timetable

import static io.hotcopy.term.HotCopyType.FULL
import static io.hotcopy.timetable.Policies.at
import static io.hotcopy.timetable.Policies.cron
import static io.hotcopy.timetable.Policies.every
import static io.hotcopy.timetable.Policies.instants

import io.hotcopy.model.Schedule
import java.time.DayOfWeek
import java.time.Instant
import java.time.LocalDateTime
import java.time.LocalTime
import java.time.ZoneId
import java.time.ZoneOffset
import java.time.temporal.ChronoUnit
import java.time.zone.ZoneOffsetTransition
import spock.lang.Specification

/** What becomes of times of day when the clocks are changed. */
class ChangedClocksSpec extends Specification {

    def 'a time that is leapt over in spring counts at the first instant after, once: #schedule in #zone'() {
        expect:
        instants(schedule, zone, after, through) == times

        where:
        schedule             | zone                  | after                  | through                || times
        // Berlin: 02:00 became 03:00 at 01:00Z
        at('02:30') | 'Europe/Berlin' | '2026-03-27T12:00:00Z' | '2026-03-30T12:00:00Z' ||
                ['2026-03-28T01:30:00Z', '2026-03-29T01:00:00Z', '2026-03-30T00:30:00Z']
        at('02:00') | 'Europe/Berlin' | '2026-03-28T12:00:00Z' | '2026-03-29T12:00:00Z' || ['2026-03-29T01:00:00Z']
        at('03:00') | 'Europe/Berlin' | '2026-03-28T12:00:00Z' | '2026-03-29T12:00:00Z' || ['2026-03-29T01:00:00Z']
        cron('30 2 * * *') | 'Europe/Berlin' | '2026-03-28T12:00:00Z' | '2026-03-29T12:00:00Z' ||
                ['2026-03-29T01:00:00Z']
        cron('0,30 2 * * *') | 'Europe/Berlin' | '2026-03-28T12:00:00Z' | '2026-03-29T12:00:00Z' ||
                ['2026-03-29T01:00:00Z']
        cron('30 2,3 * * *') | 'Europe/Berlin' | '2026-03-28T12:00:00Z' | '2026-03-29T12:00:00Z' ||
                ['2026-03-29T01:00:00Z', '2026-03-29T01:30:00Z']
        cron('0 * * * *') | 'Europe/Berlin' | '2026-03-28T23:30:00Z' | '2026-03-29T02:30:00Z' ||
                ['2026-03-29T00:00:00Z', '2026-03-29T01:00:00Z', '2026-03-29T02:00:00Z']
        cron('*/30 * * * *') | 'Europe/Berlin' | '2026-03-29T00:15:00Z' | '2026-03-29T01:30:00Z' ||
                ['2026-03-29T00:30:00Z', '2026-03-29T01:00:00Z', '2026-03-29T01:30:00Z']
        // New York: 02:00 became 03:00 at 07:00Z
        at('02:15') | 'America/New_York' | '2026-03-07T12:00:00Z' | '2026-03-09T12:00:00Z' ||
                ['2026-03-08T07:00:00Z', '2026-03-09T06:15:00Z']
        // Lord Howe: 02:00 became 02:30 at 15:30Z
        at('02:15') | 'Australia/Lord_Howe' | '2026-10-02T16:00:00Z' | '2026-10-04T16:00:00Z' ||
                ['2026-10-03T15:30:00Z', '2026-10-04T15:15:00Z']
        at('02:30') | 'Australia/Lord_Howe' | '2026-10-03T12:00:00Z' | '2026-10-04T12:00:00Z' ||
                ['2026-10-03T15:30:00Z']
        // Apia left out the whole 30th of December 2011, at 10:00Z
        at('01:00') | 'Pacific/Apia' | '2011-12-29T00:00:00Z' | '2011-12-31T00:00:00Z' ||
                ['2011-12-29T11:00:00Z', '2011-12-30T10:00:00Z', '2011-12-30T11:00:00Z']
        every('PT1H') | 'Europe/Berlin' | '2026-03-28T23:30:00Z' | '2026-03-29T02:30:00Z' ||
                ['2026-03-29T00:00:00Z', '2026-03-29T01:00:00Z', '2026-03-29T02:00:00Z']
    }

    def 'a time that is shown twice in autumn counts the first time, unless it is one of many: #schedule in #zone'() {
        expect:
        instants(schedule, zone, after, through) == times

        where:
        schedule              | zone                  | after                  | through                || times
        // Berlin: 03:00 became 02:00 at 01:00Z
        at('02:30') | 'Europe/Berlin' | '2026-10-24T12:00:00Z' | '2026-10-26T12:00:00Z' ||
                ['2026-10-25T00:30:00Z', '2026-10-26T01:30:00Z']
        at('03:00') | 'Europe/Berlin' | '2026-10-24T12:00:00Z' | '2026-10-25T12:00:00Z' || ['2026-10-25T02:00:00Z']
        cron('30 2 * * *') | 'Europe/Berlin' | '2026-10-24T12:00:00Z' | '2026-10-25T12:00:00Z' ||
                ['2026-10-25T00:30:00Z']
        cron('30 2 * * *')    | 'Europe/Berlin'       | '2026-10-25T00:45:00Z' | '2026-10-25T12:00:00Z' || []
        cron('0 1,2,3 * * *') | 'Europe/Berlin' | '2026-10-24T12:00:00Z' | '2026-10-25T12:00:00Z' ||
                ['2026-10-24T23:00:00Z', '2026-10-25T00:00:00Z', '2026-10-25T02:00:00Z']
        cron('0 * * * *') | 'Europe/Berlin' | '2026-10-24T22:30:00Z' | '2026-10-25T02:30:00Z' ||
                ['2026-10-24T23:00:00Z', '2026-10-25T00:00:00Z', '2026-10-25T01:00:00Z', '2026-10-25T02:00:00Z']
        cron('*/30 2 * * *') | 'Europe/Berlin' | '2026-10-24T12:00:00Z' | '2026-10-25T12:00:00Z' ||
                ['2026-10-25T00:00:00Z', '2026-10-25T00:30:00Z', '2026-10-25T01:00:00Z', '2026-10-25T01:30:00Z']
        // Lord Howe: 02:00 became 01:30 at 15:00Z
        at('01:45') | 'Australia/Lord_Howe' | '2026-04-03T16:00:00Z' | '2026-04-05T16:00:00Z' ||
                ['2026-04-04T14:45:00Z', '2026-04-05T15:15:00Z']
        cron('*/15 * * * *') | 'Australia/Lord_Howe' | '2026-04-04T14:30:00Z' | '2026-04-04T15:45:00Z' ||
                ['2026-04-04T14:45:00Z', '2026-04-04T15:00:00Z', '2026-04-04T15:15:00Z', '2026-04-04T15:30:00Z',
                '2026-04-04T15:45:00Z']
        every('PT1H') | 'Europe/Berlin' | '2026-10-24T23:30:00Z' | '2026-10-25T02:30:00Z' ||
                ['2026-10-25T00:00:00Z', '2026-10-25T01:00:00Z', '2026-10-25T02:00:00Z']
    }

    def 'leap days exist'() {
        expect:
        instants(schedule, 'UTC', '2028-02-28T00:00:00Z', '2028-03-02T00:00:00Z') == times

        where:
        schedule            || times
        at('12:00')         || ['2028-02-28T12:00:00Z', '2028-02-29T12:00:00Z', '2028-03-01T12:00:00Z']
        at('TUESDAY 12:00') || ['2028-02-29T12:00:00Z']
        cron('0 12 29 2 *') || ['2028-02-29T12:00:00Z']
    }

    static final List<String> ZONES = ['UTC', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe',
                                       'America/St_Johns', 'Asia/Kathmandu', 'Africa/Cairo', 'America/Santiago']
    static final int WALKS = 50

    def 'whatever the schedule and the zone, the occurrences are those of a clock looked at every minute'() {
        given:
        long seed = System.nanoTime()
        Random random = new Random(seed)

        expect:
        (1..WALKS).each {
            ZoneId zone = ZoneId.of(ZONES[random.nextInt(ZONES.size())])
            Made made = random.nextInt(3) == 0 ? madeAt(random) : madeCron(random)
            Instant from = start(random, zone)
            Instant through = from.plus(3, ChronoUnit.DAYS)
            List<Instant> walked = walk(made, zone, from, through)
            String what = "seed $seed: $made.schedule in $zone after $from"
            List<Instant> found = Timetable.of(Policies.of([(FULL): made.schedule], zone.id))
                    .between(from, through)*.at()
            assert found == walked: "$what: too many ${found - walked}, too few ${walked - found}"
            assertLastOf(made, zone, from, through, walked, what)
        }
    }

    private static void assertLastOf(Made made, ZoneId zone, Instant from, Instant through, List<Instant> walked,
            String what) {
        def policy = Policies.of([(FULL): made.schedule], zone.id)
        Timetable timetable = Timetable.of(policy)
        (0..6).collect { from.plusSeconds(it * 47_123L) }.findAll { it <= through }.each { Instant now ->
            Instant last = walked.findAll { it <= now }.max()
            Instant found = timetable.last(policy.runs().first(), policy.backupGroups().first(), now)
                    .map { it.at() }.orElse(null)
            assert last != null ? found == last : (found == null || found <= from): "$what: last at $now"
        }
    }

    /** A schedule, and whether a time of the wall clock belongs to it. */
    static class Made {
        Schedule schedule
        Closure<Boolean> matches
        boolean runsOn
    }

    /** Often a day or two before the clocks are changed. */
    private static Instant start(Random random, ZoneId zone) {
        Instant any = Instant.parse('2024-01-01T00:00:00Z').plusSeconds(random.nextInt(4 * 365 * 86400))
        ZoneOffsetTransition change = zone.rules.nextTransition(any)
        change != null && random.nextInt(4) > 0 ? change.instant.minusSeconds(random.nextInt(3 * 86400)) : any
    }

    private static Made madeAt(Random random) {
        Set<DayOfWeek> days = DayOfWeek.values().findAll { random.nextInt(3) > 0 } as Set
        days.add(DayOfWeek.SUNDAY)
        LocalTime time = LocalTime.of(random.nextInt(5), random.nextInt(60))
        new Made(schedule: new Schedule.At(days as TreeSet, time), runsOn: false,
                matches: { LocalDateTime it -> it.dayOfWeek in days && it.toLocalTime() == time })
    }

    private static Made madeCron(Random random) {
        List fields = [field(random, 0, 59), field(random, 0, random.nextBoolean() ? 4 : 23),
                       random.nextInt(3) == 0 ? field(random, 1, 28) : ['*', 1..31], ['*', 1..12],
                       random.nextInt(3) == 0 ? field(random, 0, 6) : ['*', 0..6]]
        if (fields[2][0] != '*' && fields[4][0] != '*' && (fields[2][0] + fields[4][0]).contains('*')) {
            fields[2] = ['*', 1..31]
        }
        boolean either = fields[2][0] != '*' && fields[4][0] != '*'
        Closure<Boolean> day = { LocalDateTime it ->
            boolean ofMonth = it.dayOfMonth in fields[2][1]
            boolean ofWeek = it.dayOfWeek.value % 7 in fields[4][1]
            either ? ofMonth || ofWeek : ofMonth && ofWeek
        }
        new Made(schedule: new Schedule.Cron(fields*.first().join(' ')),
                runsOn: (fields[0][0] + fields[1][0]).contains('*'),
                matches: { LocalDateTime it -> it.minute in fields[0][1] && it.hour in fields[1][1] && day(it) })
    }

    /** A field as text, and its values. */
    private static List field(Random random, int least, int most) {
        int one = least + random.nextInt(most - least + 1)
        int other = least + random.nextInt(most - least + 1)
        int step = 1 + random.nextInt(6)
        int top = [4: 23, 28: 31].getOrDefault(most, most)
        switch (random.nextInt(5)) {
            case 0: return [one.toString(), [one] as Set]
            case 1: return [[one, other].unique().join(','), [one, other] as Set]
            case 2: return [[one, other].sort().join('-'), (Math.min(one, other)..Math.max(one, other)) as Set]
            case 3: return ["*/$step".toString(), (least..top).findAll { (it - least) % step == 0 } as Set]
            default: return ['*', (least..top) as Set]
        }
    }

    private static List<Instant> walk(Made made, ZoneId zone, Instant from, Instant through) {
        List<Instant> found = []
        Instant minute = from.truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES)
        while (minute <= through) {
            if (comes(made, zone, minute)) {
                found.add(minute)
            }
            minute = minute.plus(1, ChronoUnit.MINUTES)
        }
        found
    }

    private static boolean comes(Made made, ZoneId zone, Instant minute) {
        LocalDateTime shown = LocalDateTime.ofInstant(minute, zone)
        List<ZoneOffset> offsets = zone.rules.getValidOffsets(shown)
        boolean second = offsets.size() == 2 && zone.rules.getOffset(minute) == offsets[1]
        if (made.matches(shown) && (made.runsOn || !second)) {
            return true
        }
        ZoneOffsetTransition change = zone.rules.getTransition(LocalDateTime.ofInstant(minute.minusSeconds(60), zone)
                .plusMinutes(1))
        change != null && change.gap && change.instant == minute &&
                (0..<change.duration.toMinutes()).any { made.matches(change.dateTimeBefore.plusMinutes(it)) }
    }
}
