package io.hotcopy.shell.page

import io.hotcopy.plan.PastRun.Outcome
import io.hotcopy.term.DatabaseName
import io.hotcopy.term.HotCopyType
import io.hotcopy.timetable.Occurrence
import io.hotcopy.verb.TimelineResult
import io.hotcopy.verb.TimelineResult.OfBackupGroup
import io.hotcopy.verb.TimelineResult.OfPolicy
import io.hotcopy.verb.TimelineResult.OfStorageGroup
import io.hotcopy.verb.TimelineResult.Period
import io.hotcopy.verb.TimelineResult.Run
import java.time.Instant
import java.time.ZoneId
import spock.lang.Specification

/** The picture of time, letter by letter: what a column means can be read without colours. */
class TimelinePageSpec extends Specification {

    /** Not indented, for the longest line is as long as lines may be. */
    static final WIDE = '''\
policy test-nightly for acme/test
times in Europe/Berlin, a column is 55 min 23 s
               Mon 23     Tue 24                    Wed 25                    Thu 26                     Fri 27
                  16  20  00   04  08  12   16  20  00   04  08  12   16  20  00   04  08  12    16  20  00   04  08  12
SG1            ..............+==============================================================+|
SG2            ..............+==============================+......+.....+==================+|
UNPARTITIONED  ..............+==============================================================+|
all together   ..............+==============================+......+.....+==================+|
runs of east                 F           I            F     x                             x  |      j      f     j     j
runs of west                          -                                                      |

= restorable   + only partly   . not restorable   | now
F full   I incremental   J journal   x failed   - left out   f i j planned'''

    static final NOW = Instant.parse('2026-11-26T12:00:00Z')

    def "80 columns"() {
        expect:
        page(80) == '''\
            policy test-nightly for acme/test
            times in Europe/Berlin, a column is 1 h 30 min
                           Mon 23 Tue 24          Wed 25          Thu 26           Fri 27
                              18  00  06  12  18  00  06  12  18  00  06  12   18  00  06
            SG1            ........+======================================+|
            SG2            ........+===================+...+...===========+|
            UNPARTITIONED  ........+======================================+|
            all together   ........+===================+...+...===========+|
            runs of east           F       I       F   x                 x |    j   f   j  j
            runs of west                 -                                 |

            = restorable   + only partly   . not restorable   | now
            F full   I incremental   J journal   x failed   - left out   f i j planned'''.stripIndent()
    }

    def "120 columns"() {
        expect:
        page(120) == WIDE
    }

    def "no line is longer than the terminal is wide"() {
        expect:
        (80..200).every { width -> page(width).readLines().every { it.length() <= width } }
    }

    def "a month has dates instead of hours"() {
        expect:
        def lines = TimelinePage.of(timeline(30, 1), 100).toString().readLines()
        lines[2] == ' ' * 21 + 'Oct 30  Nov 2   Nov 5   Nov 8    Nov 11  Nov 14  Nov 17  Nov 20  Nov 23  Nov 26'
        lines[3].startsWith('SG1 ')
    }

    def "a database without storage groups has one strip, and the future is left out when it is not asked for"() {
        given:
        def policy = new OfPolicy('p', new DatabaseName('a', 'b'), ZoneId.of('UTC'),
            [new OfStorageGroup('UNPARTITIONED', [])], [new Period(hoursAgo(20), hoursAgo(0.1))],
            [new OfBackupGroup('all', [], [])])
        def lines = TimelinePage.of(new TimelineResult(hoursAgo(24), NOW, NOW, [policy]), 60).toString().readLines()

        expect:
        lines[4] == 'database     .......+=====================================+|'
        lines[5] == 'runs of all                                                |'
    }

    def "colours mark what the letters say: red what cannot be restored"() {
        expect:
        TimelinePage.of(timeline(3, 1), 80).all()[4].toAnsi().contains('[31m.')
        TimelinePage.of(timeline(3, 1), 80).all()[4].toAnsi().contains('[32m=')
    }

    private static String page(int width) {
        TimelinePage.of(timeline(3, 1), width).toString()
    }

    private static TimelineResult timeline(int back, int ahead) {
        new TimelineResult(hoursAgo(24 * back), NOW, hoursAgo(-24 * ahead), [policy(ahead)])
    }

    /** A full on each night, incrementals every six hours by turns, a night in which archive 1 was down. */
    private static OfPolicy policy(int ahead) {
        def always = [new Period(hoursAgo(59), hoursAgo(0.2))]
        def withGap = [new Period(hoursAgo(59), hoursAgo(30)), new Period(hoursAgo(24), hoursAgo(24)),
                       new Period(hoursAgo(18), hoursAgo(0.2))]
        new OfPolicy('test-nightly', new DatabaseName('acme', 'test'), ZoneId.of('Europe/Berlin'),
            [new OfStorageGroup('SG1', always), new OfStorageGroup('SG2', withGap),
             new OfStorageGroup('UNPARTITIONED', always)],
            withGap,
            [new OfBackupGroup('east', [
                run(HotCopyType.FULL, 59, Outcome.DONE), run(HotCopyType.INCREMENTAL, 48, Outcome.DONE),
                run(HotCopyType.FULL, 36, Outcome.DONE), run(HotCopyType.INCREMENTAL, 30, Outcome.FAILED),
                run(HotCopyType.JOURNAL, 2, Outcome.DONE), run(HotCopyType.JOURNAL, 1.9, Outcome.FAILED)],
                (1..24 * ahead).findAll { it % 6 == 0 }.collect {
                    new Occurrence(hoursAgo(-it), it == 12 ? HotCopyType.FULL : HotCopyType.JOURNAL, 'east')
                }),
             new OfBackupGroup('west', [run(HotCopyType.INCREMENTAL, 50, Outcome.SKIPPED)], [])])
    }

    private static Run run(HotCopyType type, double hours, Outcome outcome) {
        new Run(type, hoursAgo(hours + 0.5), hoursAgo(hours), outcome)
    }

    private static Instant hoursAgo(double hours) {
        NOW.minusSeconds((long) (hours * 3600))
    }
}
