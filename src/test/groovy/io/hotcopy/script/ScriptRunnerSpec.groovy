package io.hotcopy.script

import io.hotcopy.verb.TestVerbs
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

class ScriptRunnerSpec extends Specification {

    def printed = new StringWriter()
    def output = new TestOutput(printed)
    def runner = new ScriptRunner(TestVerbs.in(Path.of(".")), output)

    @TempDir
    Path directory

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

    def "wrong arguments are told with the comment that the script begins with"() {
        when:
        run('#!/usr/bin/env hotcopy\n// Mends it.\n//\n//   mend WHAT\n\n// Not of it.\nargs.size() == 1 || usage()')

        then:
        def wrong = thrown(ScriptUsageException)
        wrong.message == 'some/tour.groovy: these are not its arguments'
        wrong.usage() == 'Mends it.\n\n  mend WHAT'

        when: 'with a reason, and from where failures are outlived'
        run('attempt { usage "there is no ${args[0]}" }')

        then:
        wrong = thrown(ScriptUsageException)
        wrong.message == 'some/tour.groovy: there is no one'
        wrong.usage() == ''
    }

    def "a failure that is only attempted is shown and gives null"() {
        when:
        int code = run('def made = attempt { fail "no luck" }\nreturn made == null ? attempt { 4 } : 1')

        then:
        code == 4
        output.failures*.message == ['no luck']
    }

    def "an interrupt ends the script all the same"() {
        when:
        run('attempt { Thread.currentThread().interrupt(); fail "cancelled" }\nprintln "went on"')

        then:
        def trouble = thrown(ScriptException)
        trouble.message == 'cancelled'
        printed.toString() == ''
        output.failures == []

        cleanup:
        Thread.interrupted()
    }

    def "what is done quietly is not shown, but given"() {
        when:
        run('println quietly { quietly { status() }; status() }.policies().size()\nstatus()')

        then:
        printed.toString() == '0\n'
        output.results.size() == 1
    }

    def "a script runs another one that lies beside it, with arguments, and has its exit code"() {
        given:
        Files.writeString(directory.resolve('other.groovy'), 'println "${directory.fileName}: $args"\nreturn 3')

        expect:
        runner.run(new ScriptText('tour.groovy', directory, 'return run("other.groovy", 1, "b") + 1'), []) == 4
        printed.toString() == "${directory.fileName}: [1, b]\n"

        when:
        runner.run(new ScriptText('tour.groovy', directory, 'run "nothing.groovy"'), [])

        then:
        def trouble = thrown(ScriptException)
        trouble.message.startsWith('there is no file "')
    }

    def "a script knows where it was called from, what is declared, and which domain runs"() {
        when:
        run('println "${here.normalize() == directory.parent} ${declared.policies()} $running"')

        then:
        printed.toString() == 'true [] null\n'
    }

    private int run(String text) {
        runner.run(new ScriptText('some/tour.groovy', Path.of('some'), text), ['one', 'two'])
    }
}
