package io.hotcopy.shell.screen

import io.hotcopy.problem.HotCopyException
import spock.lang.Specification

class FailureLinesSpec extends Specification {

    def "trouble is one sentence and then what to do"() {
        given:
        def trouble = new HotCopyException('domain "bank" is not running', 'start bank', 'load FILE first')

        expect:
        FailureLines.of(trouble).toString() ==
            'ERROR: domain "bank" is not running\nHINT: start bank\nHINT: load FILE first'
    }

    def "a defect of the program says so and where to look"() {
        expect:
        FailureLines.of(new IllegalStateException('no such step')).toString() ==
            'ERROR: this is a defect of hotcopy, IllegalStateException: no such step\n' +
            'HINT: show trace prints where it came from'
    }

    def "the trace is there when it is asked for"() {
        given:
        def failure = new IllegalStateException('x')

        expect:
        FailureLines.trace(failure).toString().contains('at io.hotcopy.shell.screen.FailureLinesSpec')
    }
}
