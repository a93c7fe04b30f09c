package io.hotcopy.dsl

import spock.lang.Specification

/** {@code def} gives a value a name, {@code for} repeats words. */
class NamesAndLoopsSpec extends Specification {

    def 'a loop over a list or range repeats words, also a loop in a loop'() {
        expect:
        Declared.file('''\
            def REGIONS = ['east', 'west']
            domain('bank') {
                for (region in REGIONS) {
                    region region, hosts: ["$region-1", "$region-2"]
                }
                database('ledger') {
                    for (n in 1..3) storageGroups "SG$n"
                    transactionEngines hosts: ['east-1']
                    for (region in REGIONS) {
                        for (n in 1..2) {
                            def host = "$region-$n"
                            storageManager archive: n, host: host, serves: ['SG1', 'SG2', 'SG3']
                        }
                    }
                }
            }
            ''').findings() == [
                "bank.groovy:12:41: archive 1 is declared twice in database 'ledger'",
                "bank.groovy:12:41: archive 2 is declared twice in database 'ledger'"]
    }

    def 'a loop at the top repeats domains and policies'() {
        expect:
        Declared.file('''\
            for (name in ['a', 'b']) {
                domain(name) {
                    region 'east', hosts: ["$name-1"]
                    database('ledger') {
                        transactionEngines hosts: ["$name-1"]
                        storageManager archive: 0, host: "$name-1"
                    }
                }
            }
            ''').declarations().domains()*.name() == ['a', 'b']
    }

    def 'a name is known in its block after its definition, and in the blocks inside'() {
        expect:
        Declared.domain('''\
            region EAST, hosts: ['e1']
            def EAST = 'east'
            database('ledger') {
                def HOST = 'e1'
                transactionEngines hosts: [HOST]
                storageManager archive: 0, host: HOST
            }
            region EAST, hosts: [HOST]
            ''').report() == '''\
            bank.groovy:2:8: unknown name `EAST`
              2 | region EAST, hosts: ['e1']
                |        ^^^^
            HINT: a name that you invent stands in quotes: 'EAST'
            bank.groovy:9:22: unknown name `HOST`
              9 | region EAST, hosts: [HOST]
                |                      ^^^^
            HINT: a name that you invent stands in quotes: 'HOST'
            '''.stripIndent()
    }

    def 'a misspelt name is shown with the nearest one'() {
        expect:
        Declared.file('''\
            def HOSTS = ['e1']
            domain('bank') {
                region 'east', hosts: HOST
            }
            ''').report().contains('''\
            bank.groovy:3:27: unknown name `HOST`
              3 |     region 'east', hosts: HOST
                |                           ^^^^
            HINT: did you mean `HOSTS`?
            '''.stripIndent())
    }

    def 'a name is defined once'() {
        expect:
        Declared.file('''\
            def HOST = 'e1'
            def HOST = 'e2'
            for (HOST in 1..2) include 'x'
            ''').report() == '''\
            bank.groovy:2:5: `HOST` is defined twice
              2 | def HOST = 'e2'
                |     ^^^^
            HINT: first declared at bank.groovy:1:5
            bank.groovy:3:6: `HOST` is defined twice
              3 | for (HOST in 1..2) include 'x'
                |      ^^^^
            HINT: first declared at bank.groovy:1:5
            bank.groovy:3:28: there is no file 'x'
              3 | for (HOST in 1..2) include 'x'
                |                            ^^^
            HINT: an included path starts at the directory of this file
            '''.stripIndent()
    }

    def 'a mistake in a loop is reported once'() {
        expect:
        Declared.file("for (n in 1..50) domian('x') { }\n").findings() ==
                ['bank.groovy:1:18: unknown word `domian` at the top of a declaration']
    }

    def 'a loop goes over a list or a range: #list'() {
        expect:
        Declared.file("for (x in $list) include 'x'\n").findings() == [finding]

        where:
        list            || finding
        "'abc'"         || "bank.groovy:1:11: `for` goes over a list or a range, not 'abc'"
        '3'             || 'bank.groovy:1:11: `for` goes over a list or a range, not 3'
        "'a'..'c'"      || 'bank.groovy:1:11: a range goes from one whole number to another, as in 1..3'
        '1..100_000'    || 'bank.groovy:1:11: a range has at most 10000 numbers'
        'list()'        || 'bank.groovy:1:11: a call is not a value of a declaration'
    }

    def 'loops make ten thousand rounds at most, together'() {
        given:
        String loop = "for (a in 1..$rounds) { for (b in 1..100) { include 'other.groovy' } }\n"

        expect:
        Declared.files('bank.groovy': loop, 'other.groovy': '').findings() == findings

        where:
        rounds || findings
        99     || []
        100    || ['bank.groovy:1:26: the loops make more than 10000 rounds together']
    }

    def 'words are limited too'() {
        given:
        String text = "for (a in 1..9000) {\n" + "include 'other.groovy'\n" * 12 + '}\n'

        expect:
        Declared.files('bank.groovy': text, 'other.groovy': '').findings()
                .every { it.endsWith('these declarations make more than 100000 words') }
    }

    def 'texts do not grow without bound'() {
        given:
        String doubling = "def A0 = '${'x' * 100}'\n" +
                (1..40).collect { "def A$it = \"\${A${it - 1}}\${A${it - 1}}\"\n" }.join('')

        expect:
        Declared.file(doubling).findings() == ['bank.groovy:8:10: this text is longer than 10000 characters']
    }
}
