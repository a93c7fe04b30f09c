package io.hotcopy.testkit

import static io.hotcopy.term.HotCopyType.FULL
import static io.hotcopy.testkit.Parts.archive
import static io.hotcopy.testkit.Parts.region
import static io.hotcopy.testkit.Parts.storageManager

import org.spockframework.runtime.ConditionNotSatisfiedError
import spock.lang.Specification

/** What a person reads when a condition about a policy fails. */
class ConditionTextSpec extends Specification {

    static final because = 'the newest commit that can be restored is of 03:15'

    def proof = Proofs.oneThatFails()

    def 'of a time: the value, and where and when it happens'() {
        given:
        def down = 'storage manager of archive 0 down from 2026-01-06T03:00:00+01:00 to 2026-01-07T03:00:00+01:00'

        expect:
        textOf { assert proof.rpo('SG1') <= 20.minutes } == """\
            proof.rpo('SG1') <= 20.minutes
            |     |          |     |
            |     |          false PT20M
            |     25 min of SG1 lost at 2026-01-06T03:40:00+01:00, $down: $because
            """.stripIndent() + lines(proof)
    }

    def 'of a failure that is not survived: why'() {
        expect:
        textOf { assert proof.survives(region('west')) } == '''\
            proof.survives(region('west'))
            |     |        |
            |     |        RegionLost[region=west]
            |     no: region west lost                    rpo 15 min       rto 12 min
            |       the database stops: 5 of 10 processes are left, not more than half
            '''.stripIndent() + lines(proof)
    }

    def 'of a whole proof: every failure under which it does not hold'() {
        expect:
        textOf { assert proof.holds } == ("proof.holds\n|     |\n|     false\n" + lines(proof))
    }

    def 'of a plan: its steps and their reasons'() {
        given:
        def plan = Policies.twoRegions().at('2026-03-29T01:00+01:00').stop(storageManager(0)).plan()

        expect:
        textOf { assert plan.touches(archive(0)) }.lines().toList() == [
                'plan.touches(archive(0))',
                '|    |       |',
                '|    false   0',
                'plan for 2026-03-29T01:00:00+01:00: 1 step',
                'coordinated full hot copy of shop/orders, backup group west (archives 2 and 3): full (daily 01:00) ' +
                        'is due since 2026-03-29T01:00:00+01:00, never run; coordinated, so that the copies of ' +
                        'SG1 and SG2 agree on one commit',
                'left out nightly/east/full: archive 0 on e1 is STOPPED, so backup group "west" runs instead of "east"',
        ]
    }

    def 'of a list: each step, clash or finding in it'() {
        given:
        def fixture = Policies.twoRegions().at('2026-03-29T01:00+01:00')
        fixture.begin()
        def plan = fixture.plan(FULL)

        expect:
        textOf { assert plan.conflicts.empty }.contains('[full hot copy of backup group east, archive 0: Only one')
        textOf { assert plan.problems.empty }.contains('text:21:17: warning: Only one full hot copy at a time allowed')
        textOf { assert plan.steps.empty }.contains('[coordinated full hot copy of shop/orders, backup group east')
        textOf { assert fixture.problems }.contains('policy nightly at 2026-03-29T01:00:00+01:00 (declared, 0')
    }

    private static String lines(Proof proof) {
        proof.toString() + '\n'
    }

    private static String textOf(Closure condition) {
        try {
            condition()
        } catch (ConditionNotSatisfiedError failed) {
            return failed.condition.rendering
        }
        throw new AssertionError('the condition holds')
    }
}
