package io.hotcopy.dsl

import spock.lang.Specification

/** Names mean one thing, and what is named exists. */
class NamesAndReferencesSpec extends Specification {

    def 'what is declared twice shows where it was declared first'() {
        expect:
        Declared.files(
                'one.groovy': Declared.BANK,
                'two.groovy': Declared.BANK).report() == '''\
            two.groovy:1:8: domain 'bank' is declared twice
              1 | domain('bank') {
                |        ^^^^^^
            HINT: first declared at one.groovy:1:8
            '''.stripIndent()
    }

    def 'a domain has each region, host and database once'() {
        expect:
        Declared.domain('''\
            region 'east', hosts: ['e1', 'e2']
            region 'east', hosts: ['e3']
            region 'west', hosts: ['e1']
            database('ledger') {
                transactionEngines hosts: ['e1']
                storageManager archive: 0, host: 'e1'
            }
            database('ledger') {
                transactionEngines hosts: ['e1']
                storageManager archive: 0, host: 'e1'
            }
            ''').findings() == [
                "bank.groovy:3:8: region 'east' is declared twice",
                "bank.groovy:4:24: host 'e1' is in two regions",
                "bank.groovy:9:10: database 'ledger' is declared twice"]
    }

    def 'a database has each storage group, archive and transaction engine once'() {
        expect:
        Declared.database('''\
            storageGroups 'SG1'
            storageGroups 'SG1', 'UNPARTITIONED'
            transactionEngines hosts: ['e1']
            transactionEngines hosts: ['e1']
            storageManager archive: 0, host: 'e1', serves: ['SG1']
            storageManager archive: 0, host: 'e2'
            ''').findings() == [
                'bank.groovy:5:15: storage group SG1 is declared twice',
                'bank.groovy:5:22: storage group UNPARTITIONED is in every database',
                "bank.groovy:7:28: host 'e1' has two transaction engines of database 'ledger'",
                "bank.groovy:9:25: archive 0 is declared twice in database 'ledger'"]
    }

    def 'a policy has each backup group once, and each archive in one of them'() {
        expect:
        Declared.policy('''\
            protects 'bank/ledger'
            backupGroup 'east', archives: [0, 1]
            backupGroup 'east', archives: [2]
            backupGroup 'west', archives: [1, 2]
            full
            directory '{group}/{archive}'
            ''').findings() == [
                "policy.groovy:4:13: backup group 'east' is declared twice",
                "policy.groovy:5:32: archive 1 is in two backup groups of policy 'nightly'"]
    }

    def 'two domains cannot keep their data in one home'() {
        given:
        String second = Declared.BANK.replace("'bank'", "'other'")
        String homed = { String text, String home -> text.replaceFirst('\\{', "{\n    embedded home: '$home'") }
                .with { it(Declared.BANK, 'data/bank') + it(second, 'data/../data/bank') }

        expect:
        Declared.file(homed).findings() == ["bank.groovy:13:20: domain 'other' has the home of domain 'bank'"]
    }

    def 'a host stands in a region'() {
        expect:
        Declared.database('''\
            transactionEngines hosts: ['e9']
            storageManager archive: 0, host: 'nowhere'
            ''').report() == '''\
            bank.groovy:4:28: host 'e9' is in no region of domain 'bank'
              4 | transactionEngines hosts: ['e9']
                |                            ^^^^
            HINT: did you mean 'e1'?
            HINT: hosts: e1, e2
            bank.groovy:5:34: host 'nowhere' is in no region of domain 'bank'
              5 | storageManager archive: 0, host: 'nowhere'
                |                                  ^^^^^^^^^
            HINT: hosts: e1, e2
            '''.stripIndent()
    }

    def 'a storage group is declared before it is served, and served if it is declared'() {
        expect:
        Declared.database('''\
            storageGroups 'SG1', 'SG2'
            transactionEngines hosts: ['e1']
            storageManager archive: 0, host: 'e1', serves: ['SG1', 'SG9']
            ''').report() == '''\
            bank.groovy:4:22: storage group SG2 is served by no storage manager
              4 | storageGroups 'SG1', 'SG2'
                |                      ^^^^^
            HINT: add it to the `serves:` of at least one
            bank.groovy:6:56: storage group SG9 is not declared in database 'ledger'
              6 | storageManager archive: 0, host: 'e1', serves: ['SG1', 'SG9']
                |                                                        ^^^^^
            HINT: did you mean SG1?
            HINT: storage groups: SG1, SG2, UNPARTITIONED
            '''.stripIndent()
    }

    def 'the protected database is one of a declared domain'() {
        expect:
        Declared.policy("""\
            protects '$name'
            backupGroup 'east', archives: [2]
            full
            directory '{archive}'
            """).report() == report.stripIndent()

        where:
        name          || report
        'bnk/ledger'  || '''\
            policy.groovy:2:10: domain 'bnk' is not declared
              2 | protects 'bnk/ledger'
                |          ^^^^^^^^^^^^
            HINT: did you mean 'bank'?
            HINT: domains: bank
            '''
        'bank/test'   || '''\
            policy.groovy:2:10: domain 'bank' has no database 'test'
              2 | protects 'bank/test'
                |          ^^^^^^^^^^^
            HINT: databases: ledger
            '''
        'ledger'      || '''\
            policy.groovy:2:10: `protects` takes a database, not 'ledger'
              2 | protects 'ledger'
                |          ^^^^^^^^
            HINT: a database is named with its domain: 'domain/database'
            '''
    }

    def 'a policy alone is told how to bring its domain along'() {
        expect:
        Declared.files('policy.groovy': '''\
            policy('nightly') {
                protects 'bank/ledger'
                backupGroup 'east', archives: [2]
                full
                directory '{archive}'
            }
            ''').report() == '''\
            policy.groovy:2:14: domain 'bank' is not declared
              2 |     protects 'bank/ledger'
                |              ^^^^^^^^^^^^^
            HINT: name the file of the domain too: hotcopy check DOMAIN-FILE policy.groovy
            HINT: or write at the top of this file: include 'DOMAIN-FILE'
            '''.stripIndent()
    }

    def 'a backup group names archives of the database'() {
        expect:
        Declared.policy('''\
            protects 'bank/ledger'
            backupGroup 'east', archives: [2, 9]
            full
            directory '{archive}'
            ''').report() == '''\
            policy.groovy:3:35: database 'bank/ledger' has no archive 9
              3 | backupGroup 'east', archives: [2, 9]
                |                                   ^
            HINT: archives: 0, 1, 2
            '''.stripIndent()
    }

    def 'a backup group has archives'() {
        expect:
        Declared.policy('''\
            protects 'bank/ledger'
            backupGroup 'east', archives: []
            full
            directory '{archive}'
            ''').report() == '''\
            policy.groovy:3:31: `archives:` of `backupGroup` is an empty list
              3 | backupGroup 'east', archives: []
                |                               ^^
            HINT: for example: backupGroup 'east', archives: [0, 1]
            '''.stripIndent()
    }

    def 'a mistake does not hide what it is about: nothing is called unknown that may be in a wrong line'() {
        expect:
        Declared.files(
                'policy.groovy': '''\
                    policy('nightly') {
                        protects 'bank/ledger'
                        backupGroup 'east', archives: [0, 1]
                        full
                        directory '{archive}'
                    }
                    ''',
                'bank.groovy': Declared.BANK.replace('archive: 1,', "archive: 'one',")).findings() ==
                ["bank.groovy:7:33: `archive:` of `storageManager` takes an archive number, not 'one'"]
    }
}
