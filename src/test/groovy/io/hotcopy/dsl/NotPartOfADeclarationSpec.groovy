package io.hotcopy.dsl

import spock.lang.Specification

/** Declarations are read, not run: what only a program has is refused, each with its place. */
class NotPartOfADeclarationSpec extends Specification {

    def 'statements of programs are refused: #statement'() {
        expect:
        Declared.files('bank.groovy': "$statement\ninclude 'other.groovy'\n", 'other.groovy': '').findings() ==
                ["bank.groovy:1:1: $what is not part of a declaration"]

        where:
        statement                                   || what
        'import java.util.List'                     || '`import`'
        'import static java.lang.Math.max'          || '`import`'
        'import java.util.*'                        || '`import`'
        'package a.b'                               || '`package`'
        'class A { def f() { } }'                   || 'a class'
        'enum E { A }'                              || 'a class'
        'def f() { 3 }'                             || 'a method'
        'while (true) { }'                          || '`while`'
        'if (true) { }'                             || '`if`'
        'try { } finally { }'                       || '`try`'
        'return 3'                                  || '`return`'
        'assert true'                               || '`assert`'
        'throw x'                                   || '`throw`'
        'switch (1) { case 1: break }'              || '`switch`'
        'for (int i = 0; i < 3; i++) { }'           || 'a `for` that is not `for (x in list)`'
        'for (String s : []) { }'                   || 'a `for` that is not `for (x in list)`'
        'for (i, x in [1]) { }'                     || 'a `for` that is not `for (x in list)`'
        'int n = 3'                                 || 'a variable that is not `def NAME = value`'
        'final n = 3'                               || 'a variable that is not `def NAME = value`'
        'def n'                                     || 'a variable that is not `def NAME = value`'
        'def (a, b) = [1, 2]'                       || 'a variable that is not `def NAME = value`'
        'n = 3'                                     || '`=`'
        '1 + 2'                                     || '`+`'
        "'ls'.execute()"                            || 'a call'
        'System.exit(1)'                            || 'a call'
        'this.domain()'                             || 'a call'
        '{ -> 3 }'                                  || 'a block without a word'
        'new File("x")'                             || '`new`'
    }

    def 'a refusal tells what a declaration holds and where programs go'() {
        expect:
        Declared.files('bank.groovy': "System.exit(1)\ninclude 'other.groovy'\n", 'other.groovy': '').report() == '''\
            bank.groovy:1:1: a call is not part of a declaration
              1 | System.exit(1)
                | ^^^^^^^^^^^^^^
            HINT: a declaration holds words, `def NAME = value`, `for (x in list)` and `include`
            HINT: a program is a script: hotcopy run FILE
            '''.stripIndent()
    }

    def 'a script where a declaration should be is told so once, whatever it holds'() {
        expect:
        Declared.file("\ndef n = 3\nprintln 'hello'\nwhile (true) { }\nclass A { }\n").report() == '''\
            bank.groovy:3:1: this is a script, not a declaration
              3 | println 'hello'
                | ^^^^^^^^^^^^^^^
            HINT: run it: hotcopy run bank.groovy
            '''.stripIndent()
    }

    def 'nothing of the text is executed, not even while it is read: #text'() {
        given:
        System.clearProperty('hotcopy.escaped')

        when:
        Declared.file(text.stripIndent()).compile()

        then:
        System.getProperty('hotcopy.escaped') == null

        where:
        text << [
                "System.setProperty('hotcopy.escaped', 'yes')",
                "domain(\"\${System.setProperty('hotcopy.escaped', 'yes')}\") { }",
                "domain('x') { System.setProperty('hotcopy.escaped', 'yes') }",
                '''
                @groovy.transform.ASTTest(value = { System.setProperty('hotcopy.escaped', 'yes') })
                def x = 3
                ''',
                "@Grab('does:not:exist') import a.B",
                "class A { static { System.setProperty('hotcopy.escaped', 'yes') } }\nnew A()"]
    }

    def 'a block has no parameters'() {
        expect:
        Declared.file("domain('x') { it -> }\n").findings().contains('bank.groovy:1:15: a block has no parameters')
    }

    def 'what looks like a word but is not one to Groovy gets a hint of its own'() {
        expect:
        Declared.domain("$line\nregion 'x', hosts: ['x1']").report().contains(report.stripIndent())

        where:
        line                              || report
        "region 'east' hosts: ['e1']"     || '''\
            bank.groovy:2:8: unexpected argument after `region`
              2 | region 'east' hosts: ['e1']
                |        ^^^^^^
            HINT: is a comma missing before or after `east`?
            '''
        "region 'east' hosts 'e1'"        || '''\
            bank.groovy:2:15: unexpected argument after `region`
              2 | region 'east' hosts 'e1'
                |               ^^^^^
            HINT: is a comma missing before or after `hosts`?
            '''
        "region at 'noon'"                || '''\
            bank.groovy:2:11: unexpected argument after `region`
              2 | region at 'noon'
                |           ^^^^^^
            HINT: is a comma missing before or after `noon`?
            '''
        "region ['east']"                 || '''\
            bank.groovy:2:1: `region` takes its arguments without brackets around them
              2 | region ['east']
                | ^^^^^^^^^^^^^^^
            HINT: leave out the brackets: region a, b
            '''
        "region: 'east'"                  || '''\
            bank.groovy:2:1: `region:` stands at the beginning of a statement
              2 | region: 'east'
                | ^^^^^^^
            HINT: if it is an argument of the line before, end that line with a comma
            HINT: a word has no colon: region …
            '''
        'region east, hosts: []'          || '''\
            bank.groovy:2:8: unknown name `east`
              2 | region east, hosts: []
                |        ^^^^
            HINT: a name that you invent stands in quotes: 'east'
            '''
        "region 'east', *['e1']"          || '''\
            bank.groovy:2:16: `*` is not a value of a declaration
            '''
        "region 'east', (x): ['e1']"      || '''\
            bank.groovy:2:16: this is not a value of a declaration
            '''
        "region([a: 1], 'x')"             || '''\
            bank.groovy:2:8: a map is not a value of a declaration
            '''
    }
}
