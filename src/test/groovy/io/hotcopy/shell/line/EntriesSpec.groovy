package io.hotcopy.shell.line

import spock.lang.Specification

/** What is pasted at once is run entry by entry. */
class EntriesSpec extends Specification {

    def router = new LineRouter(['plan', 'start', 'put'] as Set)

    def "#text.inspect() is cut into #entries"() {
        expect:
        Entries.of(text, router)*.text() == entries

        where:
        text                                        || entries
        ''                                          || []
        '\n  \n'                                    || []
        'plan'                                      || ['plan']
        'plan\nstart bank\n'                        || ['plan', 'start bank']
        'x = 1\n\nx + 1'                            || ['x = 1', 'x + 1']
        'if (a) {\n  b\n}\nelse {\n  c\n}\nd'        || ['if (a) {\n  b\n}\nelse {\n  c\n}', 'd']
        '[1, 2]\n    .sum()\n3'                     || ['[1, 2]\n    .sum()', '3']
        'f(1,\n  2)\nplan'                          || ['f(1,\n  2)', 'plan']
        "t = '''\nplan\n'''\nplan"                  || ["t = '''\nplan\n'''", 'plan']
        '/* plan\n plan */\nplan'                   || ['/* plan\n plan */', 'plan']
        "domain('a') {\n}\nstart a"                 || ["domain('a') {\n}", 'start a']
        "put t 1 it's\nx = 'a'\nput t 2 'b c'"      || ["put t 1 it's", "x = 'a'", "put t 2 'b c'"]
        'domain("a") {\n  x'                        || ['domain("a") {\n  x']
    }

    def "declarations in a row are one entry, with what leads to them: they may use each other (#text.inspect())"() {
        expect:
        Entries.of(text, router)*.text() == entries

        where:
        text                                              || entries
        "domain('a') {\n}\n\npolicy('p') {\n}"            || ["domain('a') {\n}\n\npolicy('p') {\n}"]
        "// all of it\ndef h = ['e']\ndomain('a') {\n}"   || ["// all of it\ndef h = ['e']\ndomain('a') {\n}"]
        "domain('a') {\n}\nx = 1\npolicy('p') {\n}"       || ["domain('a') {\n}", 'x = 1', "policy('p') {\n}"]
        "domain('a') {\n}\nplan\npolicy('p') {\n}"        || ["domain('a') {\n}", 'plan', "policy('p') {\n}"]
        "domain('a') {\n}\n// the end\n"                  || ["domain('a') {\n}", '// the end']
        'def h = 1\nh + 1'                                || ['def h = 1', 'h + 1']
    }

    def "a bracket that closes nothing keeps the rest together: one complaint is made, nothing else is run"() {
        expect:
        Entries.of(text, router)*.text() == [text]

        where:
        text << ["policy('p') {\n}}\nplan", ')\nx = 1\nplan']
    }

    def "an entry knows its place"() {
        expect:
        Entries.of('plan\n\nx = 1\n', router).collect { [it.start(), it.end()] } == [[0, 4], [6, 11]]
    }

    def "a long text of declarations and commands is cut whole"() {
        given:
        def policy = (1..500).collect { "policy('p$it') {\n    full\n}" }.join('\n')

        when:
        def entries = Entries.of(policy + '\nplan\n' + policy, router)

        then:
        entries*.text() == [policy, 'plan', policy]
    }
}
