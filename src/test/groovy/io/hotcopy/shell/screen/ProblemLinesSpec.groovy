package io.hotcopy.shell.screen

import io.hotcopy.problem.Problem
import io.hotcopy.problem.SourceSpan
import spock.lang.Specification

class ProblemLinesSpec extends Specification {

    static final TEXT = "domain('acme') {\n    storageGrop 'fast'\n}\n"

    def "a problem shows place, sentence, line with carets, and what to do"() {
        given:
        def problem = Problem.error(new SourceSpan('a.groovy', 2, 5, 2, 16),
            'unknown word `storageGrop`', 'did you mean `storageGroup`?')

        expect:
        ProblemLines.of([problem], ['a.groovy': TEXT]).toString() == '''\
            |a.groovy:2:5: error: unknown word `storageGrop`
            |   2 |     storageGrop 'fast'
            |     |     ^^^^^^^^^^^
            |HINT: did you mean `storageGroup`?'''.stripMargin()
    }

    def "a place over several lines is marked to the end of its first"() {
        given:
        def problem = Problem.warning(new SourceSpan('a.groovy', 1, 1, 3, 2), 'no region is declared')

        expect:
        ProblemLines.of([problem], ['a.groovy': TEXT]).toString() == '''\
            |a.groovy:1:1: warning: no region is declared
            |   1 | domain('acme') {
            |     | ^^^^^^^^^^^^^^^^'''.stripMargin()
    }

    def "of a line that is wider than the screen, what stands around the carets is shown"() {
        given:
        def text = "domain('acme') { region 'east', hosts: ['e1', 'e2', 'e3']; regoin 'west', hosts: ['w1', 'w2'] }"
        int column = text.indexOf('regoin') + 1
        def problem = Problem.error(new SourceSpan('a.groovy', 1, column, 1, column + 6), 'unknown word `regoin`')

        when:
        def lines = ProblemLines.of([problem], ['a.groovy': text]).fitting(40)*.toString()

        then:
        lines.every { it.length() <= 40 }
        lines[-2].contains('| …') && lines[-2].endsWith('…')
        lines[-2].substring(lines[-1].indexOf('^'), lines[-1].lastIndexOf('^') + 1) == 'regoin'
    }

    def "a problem without a place, or of a text that is not known, is one line"() {
        expect:
        ProblemLines.of([problem], [:]).toString() == text

        where:
        problem                                                              || text
        new Problem(Problem.Severity.ERROR, 'too bad', [], Optional.empty()) || 'error: too bad'
        Problem.error(new SourceSpan('b', 1, 1, 1, 2), 'cannot be read')     || 'b:1:1: error: cannot be read'
    }

    def "more than twenty are counted"() {
        given:
        def problems = (1..23).collect { new Problem(Problem.Severity.ERROR, "number $it", [], Optional.empty()) }

        when:
        def lines = ProblemLines.of(problems, [:]).toString().readLines()

        then:
        lines.size() == 21
        lines.last() == 'and 3 more'
    }
}
