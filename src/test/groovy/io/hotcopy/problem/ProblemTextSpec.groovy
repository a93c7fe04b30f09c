package io.hotcopy.problem

import static io.hotcopy.problem.Problem.Severity.ERROR

import spock.lang.Specification

/** How problems look to people. */
class ProblemTextSpec extends Specification {

    def 'a problem shows its place, its message, its line with the place underlined, and what to do'() {
        given:
        Problem problem = Problem.error(
                new SourceSpan('nightly.groovy', 2, 5, 2, 16),
                "unknown word `storageGrop` in domain 'orders'",
                'did you mean `storageGroup`?',
                'words allowed here: storageGroup, region')

        expect:
        text(problem, "domain('orders') {\n    storageGrop 'fast'\n}\n") == '''\
            nightly.groovy:2:5: unknown word `storageGrop` in domain 'orders'
              2 |     storageGrop 'fast'
                |     ^^^^^^^^^^^
            HINT: did you mean `storageGroup`?
            HINT: words allowed here: storageGroup, region
            '''.stripIndent()
    }

    def 'a warning has the same shape'() {
        expect:
        text(Problem.warning(new SourceSpan('nightly.groovy', 1, 1, 1, 2), 'this may not be meant'), 'x') == '''\
            nightly.groovy:1:1: warning: this may not be meant
              1 | x
                | ^
            '''.stripIndent()
    }

    def 'a problem without a place, or in a text that is not at hand, shows what there is'() {
        expect:
        ProblemText.of(problem, [:]) == text

        where:
        problem                                                          || text
        new Problem(ERROR, 'no file', ['look'], Optional.empty())        || 'no file\nHINT: look\n'
        Problem.error(SourceSpan.startOf('x.groovy'), 'this is wrong')   || 'x.groovy:1:1: this is wrong\n'
    }

    def 'the underline has the width of what is wrong: #what'() {
        expect:
        text(Problem.error(new SourceSpan('nightly.groovy', from[0], from[1], to[0], to[1]), 'wrong'), source)
                .readLines().drop(1) == excerpt

        where:
        what                  | source            | from     | to       || excerpt
        'nothing'             | 'abc'             | [1, 2]   | [1, 2]   || ['  1 | abc', '    |  ^']
        'several lines'       | 'a bcd\ne'        | [1, 3]   | [2, 2]   || ['  1 | a bcd', '    |   ^^^']
        'after the end'       | 'abc'             | [1, 9]   | [1, 12]  || ['  1 | abc', '    |    ^']
        'no such line'        | 'abc'             | [7, 1]   | [7, 2]   || []
        'after a tab'         | 'a\tbc'           | [1, 3]   | [1, 5]   || ['  1 | a\tbc', '    |  \t^^']
        'after a wide letter' | "x '😀' yz"       | [1, 7]   | [1, 9]   || ["  1 | x '😀' yz", '    |       ^^']
        'a higher number'     | '\n' * 99 + 'abc' | [100, 1] | [100, 2] || ['  100 | abc', '      | ^']
    }

    def 'a terminal is not commanded by a text'() {
        expect:
        text(Problem.error(new SourceSpan('nightly.groovy', 1, 1, 1, 2), 'wrong'), 'a\u001b[2Jb\u0007')
                .readLines()[1] == '  1 | a\uFFFD[2Jb\uFFFD'
    }

    def 'of a long line the part around the place is shown'() {
        given:
        String source = 'a' * 300 + 'WRONG' + 'b' * 300

        expect:
        text(Problem.error(new SourceSpan('nightly.groovy', 1, 301, 1, 306), 'wrong'), source).readLines().drop(1) == [
                '  1 | ' + 'a' * 60 + 'WRONG' + 'b' * 95,
                '    | ' + ' ' * 60 + '^^^^^']
    }

    def 'after twenty problems it says how many more there are'() {
        given:
        List<Problem> problems = (1..23).collect { Problem.error(SourceSpan.startOf("f$it"), "wrong $it") }

        expect:
        ProblemText.of(problems, [:]).readLines().takeRight(2) == ['f20:1:1: wrong 20', 'and 3 more']
        ProblemText.of(problems.take(20), [:]).readLines().last() == 'f20:1:1: wrong 20'
        ProblemText.of([], [:]) == ''
    }

    private static String text(Problem problem, String source) {
        ProblemText.of([problem], ['nightly.groovy': source])
    }
}
