package io.hotcopy.shell.keyboard

import io.hotcopy.dsl.PolicySyntax
import io.hotcopy.dsl.PolicySyntax.Completeness.Open
import io.hotcopy.shell.line.LineRouter
import io.hotcopy.shell.line.Openness
import org.jline.reader.EOFError
import org.jline.reader.ParsedLine
import org.jline.reader.Parser.ParseContext
import spock.lang.Specification

/** When Enter ends what is typed, and what the prompts of its lines say. */
class PolicyLineParserSpec extends Specification {

    def parser = new PolicyLineParser(new LineRouter(['plan', 'put'] as Set), { text ->
        def completeness = PolicySyntax.completeness(text)
        completeness instanceof Open
            ? Optional.of(new Openness.Wanted(completeness.missing(), completeness.depth())) : Optional.empty()
    }, new Tokens(), { line, cursor -> [word: { "word at $cursor".toString() }] as ParsedLine })

    def "after #text.inspect() Enter #what"() {
        expect:
        missing(text, ParseContext.ACCEPT_LINE) == wanted

        where:
        text                                  || wanted
        'plan'                                || ''
        "put t 1 it's ("                      || ''
        'x = 1'                               || ''
        "policy('x') {"                       || '}'
        "policy('x') {\n  full at: ["         || ']}'
        "policy('x') {\n}}"                   || ''
        ')'                                   || ''
        "plan\npolicy('x') {"                 || '}'
        "policy('x') {\n}\nput t 1 ("         || ''
        "t = '''\nplan"                       || "'''"
        '/* plan'                             || '*/'
        what = wanted.isEmpty() ? 'ends it' : "asks for $wanted"
    }

    def "while it is only completed or drawn otherwise, nothing is asked for"() {
        expect:
        missing("policy('x') {", ParseContext.COMPLETE) == ''
        missing("policy('x') {", ParseContext.UNSPECIFIED) == ''
    }

    def "the word to be completed is what the completion says"() {
        expect:
        parser.parse("policy('x') {", 3, ParseContext.COMPLETE).word() == 'word at 3'
    }

    def "each line's prompt says what is open before it: #text.inspect()"() {
        when:
        parser.drawn(text)

        then:
        prompts(text) == said

        where:
        text                                            || said
        'plan'                                          || []
        "policy('x') {\n  full at: [\n1\n]\n}"          || ['}', ']}', ']}', '}']
        "t = '''\na\n'''\nb"                            || ["'''", "'''", '']
        "f(/* a\n b */\n)"                              || ['*/)', ')']
        "plan\n\nx = [\n1]\nput t (\nplan"              || ['', '', ']', '', '']
        "policy('x') {\n}}\nplan"                       || ['}', '']
    }

    private List<String> prompts(String text) {
        (0..<text.length()).findAll { text[it] == '\n' }
            .collect { missing(text.substring(0, it + 1), ParseContext.SECONDARY_PROMPT) }
    }

    private String missing(String text, ParseContext context) {
        try {
            parser.parse(text, text.length(), context)
            return ''
        } catch (EOFError more) {
            return more.missing
        }
    }
}
