package io.hotcopy.shell.page

import io.hotcopy.plan.PlanDiff
import io.hotcopy.plan.PlanDiff.Change
import io.hotcopy.verb.PlanDiffResult
import io.hotcopy.verb.ProtectionChange
import io.hotcopy.verb.ProtectionChange.Figure
import io.hotcopy.verb.ProtectionChange.Level
import java.time.Duration
import spock.lang.Specification

/** What plan --diff says of rpo and rto. */
class DiffedProtectionSpec extends Specification {

    def 'figures before and after, and what is broken or mended'() {
        expect:
        page(change('rpo', level(15, true, 10, 14.5), level(15, false, 20, 34)),
            change('rto', level(60, false, 90, 100), level(60, true, 20, 20))) == '''\
            worst in 14 days          before              after
            nightly rpo, no failure   10 min              20 min
            nightly rpo, one failure  14 min 30 s (sm:0)  34 min (sm:0)
            nightly rto, no failure   1 h 30 min          20 min
            nightly rto, one failure  1 h 40 min (sm:0)   20 min (sm:0)
            nightly no longer keeps rpo 15 min
            nightly keeps rto 1 h now'''.stripIndent()
    }

    def 'of a policy that is new or gone, and of promises that are'() {
        expect:
        page(*changes).readLines().drop(3) == said

        where:
        said << [
            [],
            [],
            ['nightly does not keep rpo 15 min'],
            ['nightly no longer promises an rpo, which it did not keep'],
            ['nightly does not keep rpo 5 min'],
        ]
        changes << [
            [change('rpo', null, level(15, true, 10, 10))],
            [change('rpo', level(15, false, 20, 20), null)],
            [change('rpo', null, level(15, false, 20, null))],
            [change('rpo', level(15, false, 20, 20), level(null, true, 20, 20))],
            [change('rpo', level(null, true, 20, 20), level(5, false, 20, 20))],
        ]
    }

    def 'what is not there is a dash, what cannot be restored has no bound'() {
        expect:
        page(change('rpo', null, level(15, false, 20, null))).readLines()[0..2] == [
            'worst in 14 days          before  after',
            'nightly rpo, no failure   -       20 min',
            'nightly rpo, one failure  -       no bound (sm:0)',
        ]
    }

    def 'what cannot be run is not proven, and without schedules there is nothing to say'() {
        expect:
        DiffedProtection.of(result([], ['what "a" keeps is not proven, for it cannot be run: why'])).toString() ==
            'warning: what "a" keeps is not proven, for it cannot be run: why'
        DiffedProtection.of(result([], [])).all().empty
    }

    private static String page(ProtectionChange... changes) {
        DiffedProtection.of(result(changes as List, [])).toString()
    }

    private static PlanDiffResult result(List<ProtectionChange> changes, List<String> unproven) {
        def none = new Change(Optional.empty(), Optional.empty())
        new PlanDiffResult('a', 'b', false, new PlanDiff(14, [], [], [], none, none), 14, changes, unproven)
    }

    private static ProtectionChange change(String objective, Level before, Level after) {
        ProtectionChange.of('nightly', objective, Optional.ofNullable(before), Optional.ofNullable(after))
    }

    private static Level level(Number promised, boolean holds, Number calm, Number struck) {
        new Level(minutes(promised), holds, new Figure(minutes(calm), 'none'), new Figure(minutes(struck), 'sm:0'))
    }

    private static Optional<Duration> minutes(Number number) {
        Optional.ofNullable(number).map { Duration.ofMillis((it * 60_000) as long) }
    }
}
