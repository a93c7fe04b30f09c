package io.hotcopy.timetable

import java.time.Duration
import spock.lang.Specification

/** Cron expressions as people write them. */
class CronTextSpec extends Specification {

    def 'is one: #expression'() {
        expect:
        CronText.trouble(expression).empty

        where:
        expression << ['* * * * *', '*/5 * * * *', '0 1 * * 0', '0 1 * * 7', '0 1 * * SUN', '0 1 * * mon-fri',
                       '0 0 1 JAN *', '0,30 8-18 * * 1-5', '5-59/10 * * * *', '  0  1 *\t* * ', '0 0 29 2 *',
                       '0 0 13 * 5']
    }

    def 'is none: #expression'() {
        expect:
        CronText.trouble(expression) == Optional.of(why)

        where:
        expression      || why
        '' || 'a cron expression has five fields (minute, hour, day of the month, month, day of the week), not 0'
        '@daily' || 'a cron expression has five fields (minute, hour, day of the month, month, day of the week), not 1'
        '* * * *' || 'a cron expression has five fields (minute, hour, day of the month, month, day of the week), not 4'
        '0 * * * * *' ||
                'a cron expression has five fields (minute, hour, day of the month, month, day of the week), not 6'
        '60 * * * *'    || '"60" is no minute (0 to 59)'
        '*/90 * * * *'  || '"*/90" is no minute (0 to 59)'
        '*/0 * * * *'   || '"*/0" is no minute (0 to 59)'
        '1,,2 * * * *'  || '"1,,2" is no minute (0 to 59)'
        '* 24 * * *'    || '"24" is no hour (0 to 23)'
        '0 22-2 * * *'  || '"22-2" is no hour (0 to 23)'
        '0 0 0 * *'     || '"0" is no day of the month (1 to 31)'
        '0 0 L * *'     || '"L" is no day of the month (1 to 31)'
        '0 0 ? * *'     || '"?" is no day of the month (1 to 31)'
        '0 0 * 13 *'    || '"13" is no month (1 to 12, or JAN to DEC)'
        '0 0 * MON *'   || '"MON" is no month (1 to 12, or JAN to DEC)'
        '0 0 * * 8'     || '"8" is no day of the week (0 to 7, or SUN to SAT)'
        '0 0 30 2 *'    || 'no month of "0 0 30 2 *" has such a day'
        '0 0 */2 * 1' ||
                '"*/2" as day of the month together with "1" as day of the week means either day to some ' +
                'cron programs and both to others'
    }

    def 'a step that does not go into the hour or the day is not kept: #expression'() {
        expect:
        CronText.unevenStep(expression) == Optional.ofNullable(interval)

        where:
        expression       || interval
        '*/7 * * * *'    || Duration.ofMinutes(7)
        '*/45 * * * *'   || Duration.ofMinutes(45)
        '0 */5 * * *'    || Duration.ofHours(5)
        '*/5 * * * *'    || null
        '*/7 8 * * *'    || null
        '*/7 * * * 1'    || null
        '0 */6 * * *'    || null
        '*/7 */5 * * *'  || null
        '7 * * * *'      || null
        'nonsense'       || null
    }
}
