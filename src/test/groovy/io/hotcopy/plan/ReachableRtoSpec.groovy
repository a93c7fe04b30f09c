package io.hotcopy.plan

import static io.hotcopy.plan.World.every
import static io.hotcopy.term.HotCopyType.FULL
import static io.hotcopy.term.HotCopyType.INCREMENTAL
import static io.hotcopy.term.HotCopyType.JOURNAL

import io.hotcopy.model.Objectives
import io.hotcopy.problem.Problem
import io.hotcopy.term.ByteSize
import java.time.Duration
import spock.lang.Specification

/** A restore lays all changes since the full over it (M19): just before the next full it takes longest. */
class ReachableRtoSpec extends Specification {
    static final long GB = 1_000_000_000
    static final Map WEEKLY = [(FULL): every(Duration.ofDays(7)), (INCREMENTAL): every(Duration.ofHours(1)),
            (JOURNAL): every(Duration.ofMinutes(5))]

    def 'accepts an rto in which the full and all that is laid over it can be read'() {
        expect:
        findings(WEEKLY, Duration.ofHours(1)) == []
    }

    def 'warns of a shorter one, and shows what is to be read'() {
        when:
        List<Problem> problems = findings(WEEKLY, Duration.ofMinutes(45))

        then:
        problems*.error == [false]
        problems*.message() == ['a restore of archive 0 takes up to about 48 min (200 GB of full, 84.0 GB of ' +
                'changes, 4.0 GB of journal at 100 MB/s): rto 45.minutes cannot hold']
        problems*.hints() == [['Take full hot copies more often: less is then laid over them.']]
        problems*.span()*.get()*.file() == ['objectives']
    }

    def 'says so when the full alone takes longer'() {
        expect:
        findings([(FULL): every(Duration.ofDays(1))], Duration.ofMinutes(30))*.hints() ==
                [['The full alone takes longer: divide the data over more storage groups, or declare a longer rto.']]
    }

    def 'says nothing where sizes or the rate are not declared'() {
        given:
        def policies = [policy(WEEKLY, Duration.ofMinutes(1))]

        expect:
        new World(policies: policies).expecting(300 * GB, GB, GB).findings(new ReachableRto()) == []
        new World(policies: policies, copyRate: Optional.of(ByteSize.ofMegabytes(1))).findings(new ReachableRto()) == []
    }

    private static policy(Map schedules, Duration rto) {
        World.policy(lines: World.lines(schedules), objectives: new Objectives(Optional.empty(), Optional.of(rto)))
    }

    /** Two thirds of it is on each archive. */
    private static List<Problem> findings(Map schedules, Duration rto) {
        new World(copyRate: Optional.of(ByteSize.ofMegabytes(100)), policies: [policy(schedules, rto)])
                .expecting(300 * GB, 18 * GB, 144 * GB).findings(new ReachableRto())
    }
}
