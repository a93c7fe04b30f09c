package io.hotcopy.dsl

import spock.lang.Specification

/** What is said when a word is not known, or is not used as it should be. */
class MistakesInWordsSpec extends Specification {

    def 'an unknown word is shown with the nearest one and with those that may stand there'() {
        expect:
        Declared.database('''\
            storageGrops 'SG1'
            transactionEngines hosts: ['e1']
            storageManager archive: 0, host: 'e1'
            ''').report() == '''\
            bank.groovy:4:1: unknown word `storageGrops` in database 'ledger'
              4 | storageGrops 'SG1'
                | ^^^^^^^^^^^^
            HINT: did you mean `storageGroups`?
            HINT: words allowed here: copyRate, expect, storageGroups, storageManager, transactionEngines
            '''.stripIndent()
    }

    def 'a word of another place is unknown here'() {
        expect:
        Declared.file('''\
            region 'east', hosts: ['e1']
            ''').report() == '''\
            bank.groovy:1:1: unknown word `region` at the top of a declaration
              1 | region 'east', hosts: ['e1']
                | ^^^^^^
            HINT: words allowed here: domain, include, policy
            '''.stripIndent()
    }

    def 'an argument of the wrong kind is shown with what is right: #arguments'() {
        expect:
        onlyOf(Declared.database("storageManager $arguments")) == "4:$column: `$name:` of `storageManager` takes $right"

        where:
        arguments                     || column | name      | right
        "archive: 'zero', host: 'e1'" || 25     | 'archive' | "an archive number, not 'zero'"
        "archive: -1, host: 'e1'"     || 25     | 'archive' | 'an archive number, not -1'
        "archive: 1.5, host: 'e1'"    || 25     | 'archive' | 'an archive number, not 1.5'
        "archive: 0, host: 7"         || 34     | 'host'    | 'a name, not 7'
        "archive: 0, host: 'e 1'"     || 34     | 'host'    | "a name, not 'e 1'"
        "archive: 0, host: null"      || 34     | 'host'    | 'a name, not null'
    }

    def 'so is an element of a list, and a value of a word that takes several: #words'() {
        expect:
        onlyOf(Declared.database(words)) == "4:$finding"

        where:
        words                                 || finding
        "transactionEngines hosts: 'e1'"      || "27: `hosts:` of `transactionEngines` takes a list of names, not 'e1'"
        "transactionEngines hosts: ['e1', 7]" || '34: `hosts:` of `transactionEngines` takes names, not 7'
        "storageGroups 'SG 1'"                || "15: `storageGroups` takes names of storage groups, not 'SG 1'"
        "storageGroups 15.minutes"            || '15: `storageGroups` takes names of storage groups, not a duration'
        "storageGroups 1.GB"                  || '15: `storageGroups` takes names of storage groups, not a size'
        "storageGroups(['SG1'])"              || '15: `storageGroups` takes names of storage groups, not a list'
    }

    def 'a list has something in it, and nothing twice: #words'() {
        expect:
        onlyOf(Declared.database(words)) == finding

        where:
        words                                    || finding
        "transactionEngines hosts: []"           || '4:27: `hosts:` of `transactionEngines` is an empty list'
        "transactionEngines hosts: ['e1', 'e1']" || "4:34: 'e1' stands twice in `hosts:` of `transactionEngines`"
        "storageGroups 'SG1', 'sg1'"             || "4:22: 'sg1' stands twice in `storageGroups`"
    }

    def 'a wrong value is underlined, and the hint shows the right form'() {
        expect:
        Declared.domain('''\
            region 'east', hosts: 'e1'
            database('ledger') {
                transactionEngines hosts: ['e1']
                storageManager archive: 0, host: 'e1', journalHotCopy: 'yes'
            }
            ''').report() == '''\
            bank.groovy:2:23: `hosts:` of `region` takes a list of names, not 'e1'
              2 | region 'east', hosts: 'e1'
                |                       ^^^^
            HINT: a list stands in brackets: hosts: ['e1']
            bank.groovy:5:60: `journalHotCopy:` of `storageManager` takes true or false, not 'yes'
              5 |     storageManager archive: 0, host: 'e1', journalHotCopy: 'yes'
                |                                                            ^^^^^
            '''.stripIndent()
    }

    def 'what is missing is shown with an example: #words'() {
        expect:
        onlyOf(Declared.database(words)) == finding

        where:
        words                            || finding
        "storageManager archive: 1"      || '4:1: `storageManager` needs `host:`'
        "storageGroups"                  || '4:1: `storageGroups` needs the name of a storage group'
        "transactionEngines()"           || '4:1: `transactionEngines` needs `hosts:`'
    }

    def 'a word without its block, and a block without need'() {
        expect:
        Declared.file('''\
            domain('bank')
            include('x.groovy') { }
            ''').report() == '''\
            bank.groovy:1:1: `domain` needs a block: { … }
              1 | domain('bank')
                | ^^^^^^
            HINT: for example: domain('acme') { region 'east', hosts: ['e1'] }
            bank.groovy:2:1: `include` has no block
              2 | include('x.groovy') { }
                | ^^^^^^^
            HINT: for example: include 'domain.groovy'
            '''.stripIndent()
    }

    def 'an unknown argument is shown with the nearest one and with all'() {
        expect:
        Declared.database('''\
            transactionEngines hots: ['e1']
            storageManager archive: 0, host: 'e1', server: ['SG1']
            ''').report() == '''\
            bank.groovy:4:20: `transactionEngines` has no argument `hots:`
              4 | transactionEngines hots: ['e1']
                |                    ^^^^
            HINT: did you mean `hosts:`?
            HINT: arguments of `transactionEngines`: hosts:
            bank.groovy:5:40: `storageManager` has no argument `server:`
              5 | storageManager archive: 0, host: 'e1', server: ['SG1']
                |                                        ^^^^^^
            HINT: did you mean `serves:`?
            HINT: arguments of `storageManager`: archive:, host:, serves:, journalHotCopy:
            '''.stripIndent()
    }

    def 'an argument too many is underlined: #words'() {
        expect:
        onlyOf(Declared.policy(words)) == finding

        where:
        words               || finding
        "full 3"            || '2:6: `full` takes only arguments with names, so 3 is too much'
        "protects 'a/b', 7" || '2:17: `protects` takes one argument without a name, so 7 is too much'
    }

    def 'a word that may stand once shows where it stood first'() {
        expect:
        Declared.policy('''\
            protects 'bank/ledger'
            backupGroup 'east', archives: [2]
            full
            full
            directory '{archive}'
            ''').report() == '''\
            policy.groovy:5:1: `full` stands twice in policy 'nightly'
              5 | full
                | ^^^^
            HINT: first declared at policy.groovy:4:1
            '''.stripIndent()
    }

    def 'a block says what it lacks, with an example'() {
        expect:
        Declared.policy('''\
            backupGroup 'east', archives: [2]
            ''').report() == '''\
            policy.groovy:1:1: `directory` is missing in policy 'nightly'
              1 | policy('nightly') {
                | ^^^^^^
            HINT: for example: directory 'backups/{group}/{database}-{date}T{time}-archive-{archive}'
            policy.groovy:1:1: `full` is missing in policy 'nightly'
              1 | policy('nightly') {
                | ^^^^^^
            HINT: for example: full at: 'Sun 01:00'
            policy.groovy:1:1: `protects` is missing in policy 'nightly'
              1 | policy('nightly') {
                | ^^^^^^
            HINT: for example: protects 'acme/test'
            '''.stripIndent()
    }

    def 'a misspelt word is not missing as well'() {
        expect:
        Declared.policy('''\
            protect 'bank/ledger'
            backupGroup 'east', archives: [2]
            full
            directory '{archive}'
            ''').findings() == ["policy.groovy:2:1: unknown word `protect` in policy 'nightly'"]
    }

    def 'mistakes inside a block are found though its own word is wrong'() {
        expect:
        Declared.file('''\
            domain(7) {
                regio 'east', hosts: ['e1']
            }
            ''').findings() == [
                'bank.groovy:1:1: `database` is missing in domain 7',
                'bank.groovy:1:8: `domain` takes a name, not 7',
                'bank.groovy:2:5: unknown word `regio` in domain 7']
    }

    /** Line, column and message of the only problem besides words that are missing. */
    private static String onlyOf(Declared declared) {
        List<String> findings = declared.findings().findAll { !it.contains(' is missing in ') }
        assert findings.size() == 1
        findings[0] - 'bank.groovy:' - 'policy.groovy:'
    }
}
