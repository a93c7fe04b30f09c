package io.hotcopy.plan

import static io.hotcopy.term.HotCopyType.FULL
import static io.hotcopy.term.HotCopyType.JOURNAL

import io.hotcopy.driver.RunningCopy
import io.hotcopy.model.OnOverlap
import io.hotcopy.problem.Problem
import io.hotcopy.term.ElementId
import io.hotcopy.term.SetId
import java.time.Duration
import spock.lang.Specification

/** A run that may not run together with one that runs now (M21 to M26). */
class OnOverlapSpec extends Specification {
    static final ElementId RUNNING = new ElementId(new UUID(3, 3))

    def 'onOverlap #reaction'() {
        given:
        World world = new World(policies: [World.policy(onOverlap: reaction, groups: [east: [0, 1]],
                lines: World.lines([(FULL): World.every(Duration.ofHours(1))]))],
                copies: [0: [new RunningCopy(RUNNING, FULL, Optional.of(new SetId(new UUID(4, 4))), true)]])

        when:
        BackupPlan plan = world.plan()

        then:
        plan.steps()*.id() == steps
        plan.errors()*.message() == errors
        plan.problems().findAll { it.severity() == Problem.Severity.WARNING }
                .count { it.hints().contains('onOverlap wait: this one waits until that has ended.') } == warnings
        plan.leftOut()*.because() == left
        Planner.inTheWay(plan, { world.facts() }) == inTheWay

        where:
        reaction || steps | errors | warnings | left | inTheWay
        OnOverlap.FAIL || ['nightly/east/full'] | ['Only one full hot copy at a time allowed'] | 0 | [] | [RUNNING]
        OnOverlap.WAIT || ['nightly/east/full'] | [] | 1 | [] | [RUNNING]
        OnOverlap.SKIP || [] | [] | 0 |
                ['another hot copy is running that it may not run together with; onOverlap skip leaves it out'] | []
    }

    def 'what no waiting mends is an error whatever the policy says'() {
        given: 'a journal hot copy into a set that is not the newest'
        World world = new World(policies: [World.policy(onOverlap: OnOverlap.WAIT, types: [FULL, JOURNAL],
                groups: [east: [0, 1]])])
        world.taken.full(1, 10, [0, 1])
        HotCopyStep step = world.plan(JOURNAL).steps().first() as HotCopyStep
        world.taken.begun(2, [0, 1])

        expect:
        ConcurrentCopies.refusal(world.facts(), step, step.members().first()).present
        ConcurrentCopies.inTheWay(world.facts(), step) == []
    }
}
