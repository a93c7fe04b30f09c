package io.hotcopy.script

import io.hotcopy.verb.TestVerbs
import java.nio.file.Path
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.Timeout

class GroovyLinesSpec extends Specification {

    def printed = new StringWriter()

    @AutoCleanup
    def lines = new GroovyLines(TestVerbs.in(Path.of(".")), new TestOutput(printed), Path.of('.'))

    def "a line gives its value, text in quotes"() {
        expect:
        lines.run(line) == Optional.ofNullable(value)

        where:
        line              || value
        '3 + 4'           || '7'
        '"a" + 1'         || "'a1'"
        '[1, "x"]'        || "[1, 'x']"
        'null'            || null
        'println "hello"' || null
    }

    def "println prints where the shell prints"() {
        when:
        lines.run('println "hello"')

        then:
        printed.toString() == 'hello\n'
    }

    def "names are kept, declared or not, alone or several"() {
        when:
        lines.run('def one = 1')
        lines.run('two = 2')
        lines.run('int three = 3')
        lines.run('def (four, five) = [4, 5]')
        lines.run('def nothing')

        then:
        lines.run('one + two + three + four + five').get() == '15'
        lines.run('nothing') == Optional.empty()
    }

    def "methods and classes are kept"() {
        when:
        lines.run('def twice(x) { x * 2 }')
        lines.run('class Point { int x }')

        then:
        lines.run('twice(new Point(x: 21).x)').get() == '42'
    }

    def "a name inside a block stays inside"() {
        when:
        lines.run('if (true) { def inner = 1 }')
        lines.run('inner')

        then:
        def trouble = thrown(ScriptException)
        trouble.problems()[0].message() == 'nothing here is called `inner`'
    }

    def "a failure names line and column and is short"() {
        when:
        lines.run('def x = 1\n  x.foo()')

        then:
        def trouble = thrown(ScriptException)
        trouble.problems()[0].message() == 'Integer has no method `foo()`'
        trouble.problems()[0].span().get().toString() == 'line:2:3'
    }

    def "a text that cannot be compiled is told with its place"() {
        when:
        lines.run('def x = = 1')

        then:
        def trouble = thrown(ScriptException)
        trouble.problems()[0].span().get().toString() == 'line:1:9'
    }

    def "an unknown verb is told with those there are"() {
        when:
        lines.run('bakup "nightly"')

        then:
        def trouble = thrown(ScriptException)
        trouble.problems()[0].message() == 'there is no verb or method `bakup(String)`'
        trouble.problems()[0].hints()[0].startsWith('verbs here: ')
    }

    @Timeout(300)
    def "an interrupt ends a loop"() {
        given:
        Thread.currentThread().interrupt()

        when:
        lines.run('while (true) { }')

        then:
        def trouble = thrown(ScriptException)
        trouble.problems()[0].message() == 'interrupted'

        cleanup:
        Thread.interrupted()
    }
}
