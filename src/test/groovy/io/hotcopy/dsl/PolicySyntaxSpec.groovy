package io.hotcopy.dsl

import io.hotcopy.dsl.PolicySyntax.Completeness.Complete
import io.hotcopy.dsl.PolicySyntax.Completeness.Open
import io.hotcopy.dsl.PolicySyntax.Completeness.Superfluous
import io.hotcopy.dsl.PolicySyntax.TokenClass
import spock.lang.Specification

/** What the shell asks about a text while it is being typed. */
class PolicySyntaxSpec extends Specification {

    def 'a text is complete when nothing is open: #text'() {
        expect:
        PolicySyntax.completeness(text) == new Complete()

        where:
        text << [
                '',
                '   ',
                "domain('bank') { }",
                "domain('bank') {\n    // a } in a comment\n    /* and { here */\n}",
                "x '}'",
                'x "}"',
                "x '''\n}\n'''",
                'x """\n{ ${ [1] } }\n"""',
                "x 'it\\'s'",
                "x 'not closed, and more lines do not mend it",
                "x '''bad \\q escape'''",
                'x "$"',
                'x § {']
    }

    def 'an open text says what is missing and how deep it is: #text'() {
        expect:
        PolicySyntax.completeness(text) == new Open(missing, depth)

        where:
        text                                     || missing | depth
        "domain('bank') {"                       || '}'     | 1
        "domain('bank') { region 'east', ["      || ']}'    | 2
        "domain('bank'"                          || ')'     | 1
        "domain('bank') { // }"                  || '}'     | 1
        "domain('bank') { /* }"                  || '*/}'   | 1
        "/* a\nb"                                || '*/'    | 0
        "x '''a\nb"                              || "'''"   | 0
        "x '''it''s"                             || "'''"   | 0
        'x """a\n${b} c'                         || '"""'   | 0
        'f { x """a'                             || '"""}'  | 1
        'x "${'                                  || '}'     | 1
    }

    def 'a closer without its opener is told, so that nobody waits for more: #text'() {
        expect:
        PolicySyntax.completeness(text) == new Superfluous(closer, offset)

        where:
        text                  || closer | offset
        '}'                   || '}'    | 0
        "domain('bank') { } }" || '}'   | 19
        "domain('bank' }"     || '}'    | 14
        'x [1)'               || ')'    | 4
    }

    def 'every part of a text has a colour'() {
        given:
        String text = 'for (n in 1..2) { region "e$n", hosts: [\'a\'], 1.5.GB } // end'

        expect:
        PolicySyntax.tokens(text).collect { text.substring(it.start(), it.end()) + ' ' + it.kind() } == [
                'for WORD', '( BRACKET', 'n WORD', 'in WORD', '1 NUMBER', '.. PUNCTUATION', '2 NUMBER', ') BRACKET',
                '{ BRACKET', 'region WORD', '"e$ STRING', 'n WORD', '" STRING', ', PUNCTUATION', 'hosts WORD',
                ': PUNCTUATION', '[ BRACKET', '\'a\' STRING', '] BRACKET', ', PUNCTUATION', '1.5 NUMBER',
                '. PUNCTUATION', 'GB WORD', '} BRACKET', '// end COMMENT']
    }

    def 'what cannot be read has the colour of unknown up to the end, what is open the colour it will have: #text'() {
        given:
        def last = PolicySyntax.tokens(text).last()

        expect:
        last.kind() == kind
        last.start() == start
        last.end() == text.length()

        where:
        text                  || kind               | start
        "x 'abc"              || TokenClass.UNKNOWN | 2
        'x § y'               || TokenClass.UNKNOWN | 2
        "x '''abc\ndef"       || TokenClass.STRING  | 2
        'x /* abc\ndef'       || TokenClass.COMMENT | 2
        '😀 x'                || TokenClass.UNKNOWN | 0
        "x '😀', §"           || TokenClass.UNKNOWN | 8
    }

    def 'the words around a place are those whose blocks are open there: #text'() {
        expect:
        PolicySyntax.enclosingWords(text, text.length()) == words

        where:
        text                                                              || words
        ''                                                                || []
        "domain('bank') "                                                 || []
        "domain('bank') { "                                               || ['domain']
        "domain 'bank', {\n  region 'east', hosts: ["                     || ['domain']
        "domain('bank') { region 'x', hosts: []\n database('l') { "       || ['domain', 'database']
        "domain('bank') { database('l') { }; "                            || ['domain']
        "domain('bank') {\n  for (n in 1..3) {\n    database(\"l\$n\") {" || ['domain', 'database']
        "policy('p') { } \n domain('bank') {"                             || ['domain']
    }

    def 'the words around a place in the middle do not depend on what follows'() {
        given:
        String text = "domain('bank') { | } policy('p') {"

        expect:
        PolicySyntax.enclosingWords(text, text.indexOf('|')) == ['domain']
    }
}
