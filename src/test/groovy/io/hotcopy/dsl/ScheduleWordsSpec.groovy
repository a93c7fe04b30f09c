package io.hotcopy.dsl

import io.hotcopy.model.BackupPolicy
import io.hotcopy.model.Schedule
import io.hotcopy.term.HotCopyType
import java.time.DayOfWeek
import java.time.Duration
import java.time.LocalTime
import java.time.ZoneId
import spock.lang.Specification

/** When the runs of a policy begin: at a time of day, every so often, by a cron expression, or when asked. */
class ScheduleWordsSpec extends Specification {
    static final Set<DayOfWeek> ALL = EnumSet.allOf(DayOfWeek)

    def 'a line without a schedule runs only when it is asked to'() {
        expect:
        thePolicy('full').run(HotCopyType.FULL).get().schedule().empty
    }

    def 'at a time of day, every day or on some days of the week: #text'() {
        given:
        Schedule.At at = theSchedule("full at: '$text'")

        expect:
        at.time() == LocalTime.parse(time)
        at.days() == days as SortedSet

        where:
        text                || time    | days
        '01:00'             || '01:00' | ALL
        '23:59'             || '23:59' | ALL
        'Sun 01:00'         || '01:00' | [DayOfWeek.SUNDAY]
        'Mon,Thu 01:00'     || '01:00' | [DayOfWeek.MONDAY, DayOfWeek.THURSDAY]
        'Mon, Thu 01:00'    || '01:00' | [DayOfWeek.MONDAY, DayOfWeek.THURSDAY]
        'Mon-Fri 01:30'     || '01:30' | ALL - [DayOfWeek.SATURDAY, DayOfWeek.SUNDAY]
        'Sat-Mon,Wed 01:30' || '01:30' | ALL - [DayOfWeek.TUESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY]
    }

    def 'every so often, for each backup group or for them in turn: #words'() {
        expect:
        theSchedule("full $words") == new Schedule.Every(interval, interleaved)

        where:
        words                               || interval                | interleaved
        'every: 15.minutes'                 || Duration.ofMinutes(15)  | false
        'every: 1.hour, interleaved: true'  || Duration.ofHours(1)     | true
        'every: 1.day, interleaved: false'  || Duration.ofDays(1)      | false
        'interleaved: true, every: 1.5.hours' || Duration.ofMinutes(90) | true
    }

    def 'by a cron expression, blanks between its fields as one likes'() {
        expect:
        theSchedule("full cron: ' */5   * * * 1-5 '") == new Schedule.Cron('*/5 * * * 1-5')
    }

    def 'each type has its own'() {
        given:
        BackupPolicy policy = thePolicy('''
            full        at: 'Sun 01:00'
            incremental every: 1.hour
            journal     cron: '*/5 * * * *'
            ''')

        expect:
        policy.runs()*.type() == [HotCopyType.FULL, HotCopyType.INCREMENTAL, HotCopyType.JOURNAL]
        policy.runs()*.schedule()*.get() == [
                Schedule.At.on([DayOfWeek.SUNDAY] as Set, LocalTime.of(1, 0)),
                new Schedule.Every(Duration.ofHours(1), false),
                new Schedule.Cron('*/5 * * * *')]
    }

    def 'times are those of the time zone, which is UTC when nobody says: #words'() {
        expect:
        thePolicy("full\n$words").timeZone() == ZoneId.of(zone)

        where:
        words                       || zone
        ''                          || 'UTC'
        "timeZone 'Europe/Berlin'"  || 'Europe/Berlin'
        "timeZone 'UTC'"            || 'UTC'
        "timeZone '+05:30'"         || '+05:30'
    }

    def 'a time of day in a wrong form is shown with the right one: #text'() {
        expect:
        about("full at: '$text'").report() == """\
            policy.groovy:5:10: $message
              5 | full at: '$text'
                |          ${'^' * (text.length() + 2)}
            """.stripIndent() + hints.collect { "HINT: $it\n" }.join()

        where:
        text            | message
        'Sun'           | "'Sun' does not end with a time of day"
        '1:00'          | "'1:00' does not end with a time of day"
        'Sun 25:00'     | "'Sun 25:00': there is no 25:00 in a day"
        'Son 01:00'     | "unknown day \"Son\" in 'Son 01:00'"
        'Sun,Sun 01:00' | "'Sun,Sun 01:00' names Sun twice"
        'Mon-Wed-Fri 01:00' | "'Mon-Wed-Fri 01:00' has a range of days with more than two ends"

        hints << [
            [FORM], ["did you mean '01:00'?"], ['times of day go from 00:00 to 23:59'],
            ['did you mean Sun?', 'days: Mon, Tue, Wed, Thu, Fri, Sat, Sun'], ['name each day once'], [FORM]]
    }

    static final String FORM =
            "a time of day is '01:00' for every day, or 'Sun 01:00', 'Mon,Thu 01:00', 'Mon-Fri 01:00' for some days"

    def 'a day is meant by its long name and in any case: #day'() {
        expect:
        about("full at: '$day 01:00'").compile().problems()[0].hints()[0] == 'did you mean Sun?'

        where:
        day << ['Sunday', 'sun', 'SUN', 'Sund']
    }

    private static Declared about(String words) {
        Declared.policy(
                "protects 'bank/ledger'\nbackupGroup 'east', archives: [0, 1]\ndirectory '{archive}'\n$words" +
                "\nbackupGroup 'spare', archives: [2]")
    }

    private static BackupPolicy thePolicy(String words) {
        about(words.stripIndent()).declarations().policies().first()
    }

    private static Schedule theSchedule(String words) {
        thePolicy(words).run(HotCopyType.FULL).get().schedule().get()
    }
}
