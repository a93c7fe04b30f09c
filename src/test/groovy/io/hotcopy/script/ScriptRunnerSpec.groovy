package io.hotcopy.script

import io.hotcopy.verb.TestVerbs
import java.nio.file.Path
import spock.lang.Specification

class ScriptRunnerSpec extends Specification {

    def printed = new StringWriter()
    def runner = new ScriptRunner(TestVerbs.in(Path.of(".")), new TestOutput(printed))

    def "exit code of #text.inspect() is #code"() {
        expect:
        run(text) == code

        where:
        text                                  || code
        ''                                    || 0
        '5'                                   || 0
        'return 5'                            || 5
        'return'                              || 0
        'if (args) { return 7 }\n3'           || 7
        '[1, 2].each { return it }'           || 0
        'def f() { return 4 }\nf()'           || 0
        'def f() { return 4 }\nreturn f()'    || 4
    }

    def "a script sees its arguments and prints"() {
        when:
        run('println "${args[0]} of ${args.size()}, dry run: $dryRun"')

        then:
        printed.toString() == 'one of 2, dry run: false\n'
    }

    def "a failure names file and line"() {
        when:
        run('def x = 1\n\n    fail "no luck"\n')

        then:
        def trouble = thrown(ScriptException)
        trouble.problems()[0].message() == 'no luck'
        trouble.problems()[0].span().get().toString() == 'some/tour.groovy:3:5'
    }

    def "the line is that of the script, not of the library that it called"() {
        when:
        run('def numbers = [1]\nnumbers.each {\n  it / 0\n}')

        then:
        def trouble = thrown(ScriptException)
        trouble.problems()[0].message() == 'ArithmeticException: Division by zero'
        trouble.problems()[0].span().get().line() == 3
    }

    def "a wrong exit code is told"() {
        when:
        run('return "yes"')

        then:
        def trouble = thrown(Exception)
        trouble.message == 'a script returns its exit code, a number from 0 to 255, not "yes"'
    }

    def "a script that does nothing is told"() {
        when:
        run('class OnlyThis { }')

        then:
        def trouble = thrown(Exception)
        trouble.message == '"some/tour.groovy" only declares classes: there is nothing to run'
    }

    private int run(String text) {
        runner.run(new ScriptText('some/tour.groovy', Path.of('some'), text), ['one', 'two'])
    }
}
