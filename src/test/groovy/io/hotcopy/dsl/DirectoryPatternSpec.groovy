package io.hotcopy.dsl

import spock.lang.Specification

/** The directory of copies: what its placeholders may be, and that no two archives of a run get the same. */
class DirectoryPatternSpec extends Specification {

    def 'a name in braces is a placeholder'() {
        expect:
        report('backups/{archve}') == '''\
            policy.groovy:5:11: unknown placeholder {archve} in directory 'backups/{archve}'
              5 | directory 'backups/{archve}'
                |           ^^^^^^^^^^^^^^^^^^
            HINT: did you mean archive?
            HINT: placeholders: domain, database, policy, group, archive, region, date, time, type
            '''.stripIndent()
    }

    def 'a brace belongs to a placeholder'() {
        expect:
        report('backups/{archive}/{date') == '''\
            policy.groovy:5:11: a brace of directory 'backups/{archive}/{date' stands alone
              5 | directory 'backups/{archive}/{date'
                |           ^^^^^^^^^^^^^^^^^^^^^^^^^
            HINT: a placeholder stands between braces: {archive}
            '''.stripIndent()
    }

    def 'each archive has a directory of its own'() {
        expect:
        report('backups/{database}-{date}T{time}') == '''\
            policy.groovy:5:11: directory 'backups/{database}-{date}T{time}' is the same for archives 0 and 1
              5 | directory 'backups/{database}-{date}T{time}'
                |           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            HINT: put {archive} into it
            '''.stripIndent()
    }

    def 'groups of one archive may be told apart by the group'() {
        expect:
        Declared.files(
                'policy.groovy': '''\
                    policy('nightly') {
                        protects 'bank/ledger'
                        backupGroup 'one', archives: [2]
                        backupGroup 'two', archives: [3]
                        full
                        directory 'backups/{group}'
                    }
                    ''',
                'bank.groovy': Declared.BANK.replace(
                        'storageManager archive: 2',
                        "storageManager archive: 3, host: 'e3', serves: ['SG1', 'SG2', 'SG3']\n" +
                        'storageManager archive: 2')).report() == ''
    }

    private static String report(String pattern) {
        Declared.policy("""\
            protects 'bank/ledger'
            backupGroup 'east', archives: [0, 1]
            full
            directory '$pattern'
            """).report()
    }
}
