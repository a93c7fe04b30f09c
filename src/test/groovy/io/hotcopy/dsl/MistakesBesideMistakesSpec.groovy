package io.hotcopy.dsl

import spock.lang.Specification

/** Mistakes of words and mistakes of references come together; one that only follows from another does not. */
class MistakesBesideMistakesSpec extends Specification {

    def 'a wrong word does not hide references and duplicates beside it'() {
        expect:
        Declared.files(
                'policy.groovy': '''\
                    policy('nightly') {
                        protects 'bank/ledger'
                        backupGroup 'east', archives: [0, 'one', 9]
                        backupGroup 'west', archives: [0, 1]
                        backupGroup 'west', archives: [2], partial: 1
                        fully
                        directory '{archive}'
                    }
                    ''',
                'bank.groovy': '''\
                    domain('bank') {
                        region 'east', hosts: ['e1', 'e2', 'e3']
                        region 'east', hosts: ['e1', 5]
                        database('ledger') {
                            storageGroups 'SG1', 'SG2', 'SG3', 'SG2'
                            transactionEngine hosts: ['e1']
                            storageManager archive: 0, host: 'e1', serves: ['SG1', 'SG2', 3]
                            storageManager archive: 1, host: 'e2', serves: ['SG1', 'SG9']
                            storageManager archive: 1, host: 7
                            storageManager archive: 2, host: 'e3', serves: ['SG3'], jurnalHotCopy: true
                        }
                    }
                    ''').findings() == [
                "bank.groovy:3:12: region 'east' is declared twice",
                "bank.groovy:3:28: host 'e1' is in two regions",
                'bank.groovy:3:34: `hosts:` of `region` takes names, not 5',
                "bank.groovy:5:44: 'SG2' stands twice in `storageGroups`",
                "bank.groovy:6:9: unknown word `transactionEngine` in database 'ledger'",
                'bank.groovy:7:71: `serves:` of `storageManager` takes names of storage groups, not 3',
                'bank.groovy:8:64: storage group SG9 is not declared in database \'ledger\'',
                "bank.groovy:9:33: archive 1 is declared twice in database 'ledger'",
                'bank.groovy:9:42: `host:` of `storageManager` takes a name, not 7',
                'bank.groovy:10:65: `storageManager` has no argument `jurnalHotCopy:`',
                "policy.groovy:3:39: `archives:` of `backupGroup` takes archive numbers, not 'one'",
                "policy.groovy:3:46: database 'bank/ledger' has no archive 9",
                "policy.groovy:4:36: archive 0 is in two backup groups of policy 'nightly'",
                "policy.groovy:5:17: backup group 'west' is declared twice",
                'policy.groovy:5:40: `backupGroup` has no argument `partial:`',
                "policy.groovy:6:5: unknown word `fully` in policy 'nightly'"]
    }

    def 'hosts and archives are known in spite of a wrong word that cannot be about them'() {
        expect:
        Declared.files('bank.groovy': Declared.BANK.replace(line, wrong), 'policy.groovy': '''\
            policy('nightly') {
                protects 'bank/ledger'
                backupGroup 'east', archives: [9]
                full
                directory '{archive}'
            }
            ''').findings()*.replaceFirst(/^\S+ /, '') == [
                finding, "database 'bank/ledger' has no archive 9"]

        where:
        line                          | wrong
        "transactionEngines hosts: [" | "transactionEngines hosts: [5, "
        "storageGroups 'SG1', "       | "storageGroups 1, 'SG1', "
        "archive: 2, host: 'e3'"      | "archive: 2, host: 3"
        "region 'east'"               | "regoin 'west'\n    region 'east'"

        finding << [
            '`hosts:` of `transactionEngines` takes names, not 5',
            '`storageGroups` takes names of storage groups, not 1',
            '`host:` of `storageManager` takes a name, not 3',
            "unknown word `regoin` in domain 'bank'"]
    }

    def 'nothing is called missing that may be in what was not understood: #wrong'() {
        expect:
        Declared.files('bank.groovy': Declared.BANK.replace(line, wrong), 'policy.groovy': '''\
            policy('nightly') {
                protects 'bank/ledger'
                backupGroup 'east', archives: [0, 1]
                backupGroup 'west', archives: [2]
                full
                directory '{archive}'
            }
            ''').findings().size() == 1

        where:
        line                         | wrong
        "domain('bank') {"           | "domain('bank') {\n    anything\n"
        "storageManager archive: 1," | "storageManger archive: 1,"
        "storageManager archive: 1," | "storageManager archive: 'one',"
        "storageManager archive: 1," | "storageManager archive: 1, at: 0,"
        "storageManager archive: 1," | "anything archive: 1,"
        "['SG1', 'SG2', 'SG3']"      | "['SG1', 'SG2', 'SG3', 4]"
        "storageGroups 'SG1', "      | "storageGroups 1, "
        "storageGroups 'SG1', "      | "storageGroup 'SG1', "
        "region 'east', hosts: ["    | "region 'east', hosts: [1, "
        "region 'east'"              | "rgion 'east'"
        "hosts: ['e1', 'e2', 'e3']"  | "hosts: ['e1', 'e2', e3]"
        "database('ledger') {"       | "databse('ledger') {"
        "domain('bank') {"           | "domian('bank') {"
    }

    def 'what a policy does in a case is not called useless when what it is for may be in a wrong line: #wrong'() {
        expect:
        Declared.policy("""\
            protects 'bank/ledger'
            backupGroup 'east', archives: [2]
            full
            $wrong
            onNoBaseSet full
            directory '{archive}'
            """).findings().size() == 1

        where:
        wrong << ['incrementl', 'incremental 5', 'jurnal', 'anything']
    }
}
