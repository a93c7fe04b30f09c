package io.hotcopy.dsl

import spock.lang.Specification
import spock.lang.Timeout

/** A text that Groovy itself cannot read: one message, at the place where the mistake is. */
@Timeout(300)
class UnreadableTextSpec extends Specification {

    def 'a bracket that is not closed is pointed at, not the end of the text'() {
        expect:
        Declared.file('''\
            domain('bank') {
                region 'east', hosts: ['e1', 'e2'
                region 'west', hosts: ['w1']
            }
            ''').report() == '''\
            bank.groovy:2:27: this `[` is not closed
              2 |     region 'east', hosts: ['e1', 'e2'
                |                           ^
            HINT: the `}` at bank.groovy:4:1 comes before its `]`
            '''.stripIndent()
    }

    def 'a missing brace is found by the indentation'() {
        expect:
        Declared.file('''\
            domain('bank') {
                region 'east', hosts: ['e1']
                database('ledger') {
                    storageGroups 'SG1'
            }
            policy('nightly') {
            }
            ''').report() == '''\
            bank.groovy:3:24: this `{` is not closed
              3 |     database('ledger') {
                |                        ^
            HINT: the `}` at bank.groovy:5:1 stands further left than this line
            '''.stripIndent()
    }

    def 'an unreadable text gets one message: #text'() {
        expect:
        Declared.file(text).findings() == ["bank.groovy:$finding"]

        where:
        text                                   || finding
        "domain('bank') {"                     || '1:16: this `{` is not closed'
        "domain('bank') { } }"                 || '1:20: this `}` closes nothing'
        "domain('bank')) { }"                  || '1:15: this `)` closes nothing'
        "domain('bank' { }"                    || '1:7: this `(` is not closed'
        "domain('bank) { }"                    || '1:8: this text is not closed'
        "domain('''bank) { }"                  || '1:8: this text is not closed'
        'domain("""bank) { }'                  || '1:8: this text is not closed'
        'domain("bank${x}) { }'                || '1:8: this text is not closed'
        "domain('bank') { /* note }"           || '1:18: this comment is not closed'
        "domain('ba\\qnk') { }"                || '1:11: `\\q` means nothing in a text'
        "domain('''ba\\qnk''') { }"            || '1:13: `\\q` means nothing in a text'
        "region § 'x'"                         || '1:8: unexpected character `§`'
        'def n = 1_'                           || '1:9: number ending with underscores is invalid'
        'def n = 08'                           || '1:9: invalid octal number'
        "x archive: 0 host: 'e1'"              || '1:14: unexpected argument `host:`'
        "x a: 1, a: 2"                         || '1:9: `a:` stands twice here'
        'x ,'                                  || '1:3: unexpected `,`'
        'for (x in ) { }'                      || '1:11: unexpected `)`'
        'def = 3'                              || '1:5: unexpected `=`'
        'def'                                  || '1:1: the text ends too early'
    }

    def 'a dollar sign between double quotes begins a name: #text'() {
        expect:
        Declared.file(text).report() == """\
            bank.groovy:1:$column: `\$` in a text between double quotes must be followed by a name or {…}
              1 | $text
                | ${' ' * (column - 1)}^
            HINT: for a dollar sign write \\\$, or put the text between single quotes
            """.stripIndent()

        where:
        text                        || column
        'domain("a$") { }'          || 10
        'domain("costs 5$ a") { }'  || 16
    }

    def 'a missing comma before an argument is guessed'() {
        expect:
        Declared.file("storageManager archive: 0 host: 'e1'\n").report() == '''\
            bank.groovy:1:27: unexpected argument `host:`
              1 | storageManager archive: 0 host: 'e1'
                |                           ^^^^
            HINT: is a comma missing before `host:`?
            '''.stripIndent()
    }

    def 'columns count characters, also those that take two places in memory'() {
        expect:
        Declared.file("domain('😀') § { }").findings() == ['bank.groovy:1:13: unexpected character `§`']
    }

    def 'the other files are read all the same'() {
        expect:
        Declared.files('a.groovy': "domain('x", 'b.groovy': "polcy('x') { }").findings() == [
                'a.groovy:1:8: this text is not closed',
                'b.groovy:1:1: unknown word `polcy` at the top of a declaration']
    }

    def 'deep nesting is refused before it costs time and stack: #opener'() {
        expect:
        Declared.file("x ${opener * 1000}${closer * 1000}").findings() ==
                ["bank.groovy:1:$column: brackets are nested deeper than 50 here"]

        where:
        opener | closer || column
        'x {'  | '}'    || 155
        '['    | ']'    || 53
        '"${'  | '}"'   || 155
    }

    def 'chains of operators are refused before they cost time and stack: #link'() {
        expect:
        Declared.file("x ${link * 1000}1").findings() == ["bank.groovy:1:$column: " +
                "this is more than a declaration can hold: `$operator` is the operator or keyword number 51"]

        where:
        link      || operator | column
        '1+'      || '+'      | 104
        'a='      || '='      | 104
        'if (a) ' || 'if'     | 353
    }

    def 'very long texts are refused: #what'() {
        expect:
        Declared.file(text).findings() == ["bank.groovy:$finding"]

        where:
        what      | text                        || finding
        'numbers' | 'x ' + '1' * 20_000         || '1:3: this is longer than 10000 characters'
        'texts'   | "x '" + 'a' * 20_000 + "'"  || '1:3: this is longer than 10000 characters'
        'files'   | ';' * 1_000_001             || '1:1: this text has 1000001 characters; ' +
                'a declaration has at most 1000000'
    }

    def 'many definitions are no chain of operators'() {
        expect:
        Declared.file((1..200).collect { "def N$it = $it" }.join('\n')).findings() == []
    }
}
