package io.hotcopy.verb

import java.time.Instant
import java.time.ZoneId
import spock.lang.Specification

/** The moments that people mean, by the clocks of Berlin, asked on Thursday, November 26, 2026 at 07:00. */
class MomentTextSpec extends Specification {

    def '#text is #instant'() {
        expect:
        new MomentText(ZoneId.of('Europe/Berlin')).read(text, Instant.parse(earliest)) == Instant.parse(instant)

        where:
        text                        | earliest               || instant
        'Tue 02:00'                 | '2026-11-26T06:00:00Z' || '2026-12-01T01:00:00Z'
        "'Tue 02:00'"               | '2026-11-26T06:00:00Z' || '2026-12-01T01:00:00Z'
        ' "Tue 02:00" '             | '2026-11-26T06:00:00Z' || '2026-12-01T01:00:00Z'
        'Thu 07:00'                 | '2026-11-26T06:00:00Z' || '2026-11-26T06:00:00Z'
        'Thu 06:59'                 | '2026-11-26T06:00:00Z' || '2026-12-03T05:59:00Z'
        '06:00'                     | '2026-11-26T06:00:00Z' || '2026-11-27T05:00:00Z'
        'Mon-Fri 06:00'             | '2026-11-27T06:00:00Z' || '2026-11-30T05:00:00Z'
        '2026-12-01T02:00'          | '2026-11-26T06:00:00Z' || '2026-12-01T01:00:00Z'
        '2026-12-01 02:00'          | '2026-11-26T06:00:00Z' || '2026-12-01T01:00:00Z'
        '2026-12-01T02:00:30'       | '2026-11-26T06:00:00Z' || '2026-12-01T01:00:30Z'
        '2026-12-01T02:00Z'         | '2026-11-26T06:00:00Z' || '2026-12-01T02:00:00Z'
        '2026-12-01T02:00-05:00'    | '2026-11-26T06:00:00Z' || '2026-12-01T07:00:00Z'
    }

    def 'as schedules count: #text when the clocks are put #changed'() {
        expect:
        new MomentText(ZoneId.of('Europe/Berlin')).read(text, Instant.parse('2027-03-25T00:00:00Z')) ==
            Instant.parse(instant)

        where:
        text               | changed   || instant
        'Sun 02:30'        | 'forward' || '2027-03-28T01:00:00Z'
        '2027-03-28T02:30' | 'forward' || '2027-03-28T01:00:00Z'
        '2027-10-31T02:30' | 'back'    || '2027-10-31T00:30:00Z'
    }
}
