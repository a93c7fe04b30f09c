package io.hotcopy.plan

import static io.hotcopy.term.HotCopyType.FULL
import static io.hotcopy.term.HotCopyType.INCREMENTAL
import static io.hotcopy.term.HotCopyType.JOURNAL

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

    private static RunningCopy running(HotCopyType type) {
        new RunningCopy(new ElementId(new UUID(1, 1)), type, Optional.of(new SetId(new UUID(2, 2))), true)
    }
}
