package io.hotcopy.dsl

import io.hotcopy.problem.HotCopyException
import java.time.Duration
import spock.lang.Specification

/** Durations in options are written as in the language; who writes them otherwise is told how. */
class OptionTextSpec extends Specification {

    static final FORM = 'a duration is a number and a unit: 90.minutes, 24.hours, 2.days'

    def '#text is #duration'() {
        expect:
        OptionText.duration(text) == duration

        where:
        text           || duration
        '24.hours'     || Duration.ofHours(24)
        '1.hour'       || Duration.ofHours(1)
        '1.5.hours'    || Duration.ofMinutes(90)
        ' 90.minutes ' || Duration.ofMinutes(90)
        '2.weeks'      || Duration.ofDays(14)
    }

    def '#text is none'() {
        when:
        OptionText.duration(text)

        then:
        def wrong = thrown(HotCopyException)
        wrong.message == message
        wrong.hints() == hints

        where:
        text                      | message                          | hints
        '24h'                     | '"24h" is no duration'           | ['did you mean 24.hours?', FORM]
        '24 hours'                | '"24 hours" is no duration'      | ['did you mean 24.hours?', FORM]
        '90.min'                  | '"90.min" is no duration'        | ['did you mean 90.minutes?', FORM]
        '90.minuts'               | '"90.minuts" is no duration'     | ['did you mean 90.minutes?', FORM]
        '24'                      | '"24" is no duration'            | [FORM]
        '5.GB'                    | '"5.GB" is no duration'          | [FORM]
        '-1.hours'                | '"-1.hours" is no duration'      | [FORM]
        'PT24H'                   | '"PT24H" is no duration'         | [FORM]
        ''                        | '"" is no duration'              | [FORM]
        '99999999999999.weeks'    | '"99999999999999.weeks" is too long or too fine' | []
    }
}
