package io.hotcopy.shell.line

import io.hotcopy.problem.HotCopyException
import io.hotcopy.shell.command.CommandTable
import spock.lang.Specification

class LineRouterSpec extends Specification {

    def router = new LineRouter(['plan', 'status', 'workload', 'put'] as Set)

    def "a line that begins with #line.inspect() is a #kind"() {
        expect:
        router.route(line).class.simpleName == kind

        where:
        line                          || kind
        'status'                      || 'Command'
        'status # am I protected'     || 'Command'
        '  plan nightly'              || 'Command'
        'plan\tnightly'               || 'Command'
        "domain('acme') {\n}"         || 'Declaration'
        "policy 'nightly'"            || 'Declaration'
        "include 'domain.groovy'"     || 'Declaration'
        "  domain 'x'"                || 'Declaration'
        "plan('nightly').steps()"     || 'Groovy'
        'planned = 3'                 || 'Groovy'
        'status.policies'             || 'Groovy'
        'domains = 3'                 || 'Groovy'
        'domain_count = 3'            || 'Groovy'
        'def x = 1'                   || 'Groovy'
        '3 + 4'                       || 'Groovy'
        '"put x"'                     || 'Groovy'
        ''                            || 'Nothing'
        '   '                         || 'Nothing'
        '# only a remark'             || 'Nothing'
        '// only a remark'            || 'Nothing'
    }

    def "a text of several lines that all declare is a declaration, however it begins: #text.inspect()"() {
        expect:
        router.route(text).class.simpleName == kind

        where:
        text                                            || kind
        "// mine\ndomain('acme') {\n}"                  || 'Declaration'
        "def h = ['e']\ndomain('acme') {\n}"            || 'Declaration'
        "def h = ['e']\ndomain('acme') {\n}\nstart 'a'" || 'Groovy'
        "x = 1\npolicy"                                 || 'Groovy'
    }

    def "a command comes as words without its quotes and its remark"() {
        expect:
        router.route(line).words() == words

        where:
        line                                  || words
        'put accounts 4711 "two words"'       || ['put', 'accounts', '4711', 'two words']
        "put accounts 'it is \"so\"' x"       || ['put', 'accounts', 'it is "so"', 'x']
        'put accounts a"b c"d'                || ['put', 'accounts', 'ab cd']
        'put accounts ""'                     || ['put', 'accounts', '']
        'plan a#b  # the plan'                || ['plan', 'a#b']
        'plan C:\\tmp\\x'                     || ['plan', 'C:\\tmp\\x']
        'status    # protected: NO'           || ['status']
    }

    def "a quote that is not closed is told with its place"() {
        when:
        router.route("put accounts 'x y")

        then:
        def trouble = thrown(HotCopyException)
        trouble.message == "the quote at column 14 is not closed: 'x y"
    }

    def "no command is called like a word that begins a declaration"() {
        expect:
        CommandTable.names().disjoint(LineRouter.DECLARING)
    }
}
