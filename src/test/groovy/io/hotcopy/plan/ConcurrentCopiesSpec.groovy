package io.hotcopy.plan

import static io.hotcopy.term.HotCopyType.FULL
import static io.hotcopy.term.HotCopyType.INCREMENTAL
import static io.hotcopy.term.HotCopyType.JOURNAL
import static io.hotcopy.term.HotCopyType.SIMPLE

import io.hotcopy.driver.RunningCopy
import io.hotcopy.problem.Problem
import io.hotcopy.term.ElementId
import io.hotcopy.term.HotCopyType
import io.hotcopy.term.SetId
import spock.lang.Specification

/** M21–M26 as a plan foresees them; {@code ConcurrencyRulesSpec} has every line. */
class ConcurrentCopiesSpec extends Specification {

    def 'accepts a full beside an incremental and a journal copy of the previous set'() {
        expect:
        new World(copies: [0: [running(INCREMENTAL), running(JOURNAL)]]).findings(new ConcurrentCopies()) == []
    }

    def 'refuses a full while another runs on one of its archives, in the words of the vendor'() {
        when:
        List<Problem> problems = new World(copies: [1: [running(FULL)]]).findings(new ConcurrentCopies())

        then:
        problems*.error == [true]
        problems*.message() == ['Only one full hot copy at a time allowed']
        problems.first().hints().last() == 'This concerns archive 1 on e2.'
    }

    def 'accepts a full while another runs on an archive that it does not copy'() {
        expect:
        new World(copies: [2: [running(FULL)]]).findings(new ConcurrentCopies()) == []
    }

    def 'refuses a journal hot copy into a set that is not the newest any more (M26), naming the one that is'() {
        given: 'a plan made before the next set was initialised'
        World world = new World(policies: [World.policy(types: [FULL, JOURNAL], groups: [east: [0, 1]])])
        world.taken.full(1, 100, [0, 1])
        List<PlanStep> planned = world.plan(JOURNAL).steps()

        when: 'judged after that'
        world.taken.begun(2, [0, 1])
        PlanContext late = new PlanContext(
                world.declarations(), PlanRequest.of(JOURNAL), [], [world.facts()], planned, [])
        List<Problem> problems = new ConcurrentCopies().check(late)

        then:
        problems*.message() == ['Journal hot copy is only allowed on the most recent backup set'] * 2
        problems*.hints()*.first() == [
                "The newest backup set is ${Taken.set(2, 0)}: name that one.".toString(),
                "The newest backup set is ${Taken.set(2, 1)}: name that one.".toString()]
    }

    def 'refuses an incremental into the set that a full is making (M22)'() {
        given:
        World world = new World(policies: [World.policy(types: [FULL, INCREMENTAL], groups: [east: [0]])])
        world.taken.full(1, 100, [0])
        world.copies = [0: [new RunningCopy(Taken.run(1), FULL, Optional.of(Taken.set(1, 0)), true)]]

        expect:
        world.findings(new ConcurrentCopies(), PlanRequest.of(INCREMENTAL))*.message() ==
                ['Full and incremental hot copies of the same backup set cannot run at the same time']
    }

    def 'accepts a simple hot copy beside any other type, not beside another simple one: #type'() {
        given:
        World world = new World(copies: [0: [running(type)]])

        expect:
        world.findings(new ConcurrentCopies(), PlanRequest.of(SIMPLE)).empty == accepted

        where:
        type        || accepted
        FULL        || true
        INCREMENTAL || true
        JOURNAL     || true
        SIMPLE      || false
    }

    private static RunningCopy running(HotCopyType type) {
        new RunningCopy(new ElementId(new UUID(1, 1)), type, Optional.of(new SetId(new UUID(2, 2))), true)
    }
}
