package io.hotcopy.dsl

import io.hotcopy.dsl.PolicyCompiler.TextKind
import spock.lang.Specification

/** A file is a declaration or a script; the verbs tell by what stands at its top. */
class TextKindSpec extends Specification {

    def 'only include, def, for, domain and policy at the top make a declaration: #text'() {
        expect:
        PolicyCompiler.kindOf(text) == TextKind.DECLARATION

        where:
        text << [
                '',
                '// nothing yet\n',
                "domain('bank') { }",
                "policy 'nightly', { protects 'bank/ledger' }",
                "include 'domain.groovy'",
                "def HOSTS = ['e1']\ndomain('bank') { region 'east', hosts: HOSTS }",
                "for (n in 1..3) { domain(\"bank\$n\") { } }",
                "domain('bank') { println 'a mistake, but not a script' }"]
    }

    def 'everything else is a script: #text'() {
        expect:
        PolicyCompiler.kindOf(text) == TextKind.SCRIPT

        where:
        text << [
                "println 'hello'",
                "load 'domain.groovy'\nbackup()",
                "domain('bank') { }\nstart 'bank'",
                'import java.time.Instant\ndomain("a") { }',
                'def f() { 3 }',
                'def n = readLine()\ndomain("a$n") { }',
                'def N = 3\nif (N > 2) { }',
                'class A { }',
                '1 + 2',
                "for (n in 1..3) { println n }"]
    }

    def 'a word that is misspelt or in the wrong place does not make a script: #text'() {
        expect:
        PolicyCompiler.kindOf(text) == TextKind.DECLARATION

        where:
        text << ["domian('bank') { }", "polcy('nightly') { }\ndomain('a') { }", "region 'east', hosts: ['e1']"]
    }

    def 'an unreadable text is what its lines look like: #text'() {
        expect:
        PolicyCompiler.kindOf(text) == kind

        where:
        text                                         || kind
        "domain('bank') { region 'east'"             || TextKind.DECLARATION
        "// note\ndef X = 3\npolicy('p {\n}"         || TextKind.DECLARATION
        "println('bank'"                             || TextKind.SCRIPT
        "if (true) { domain('a') "                   || TextKind.SCRIPT
    }
}
