package io.hotcopy.dsl

import spock.lang.Specification

/** All problems are reported at once. */
class FiveMistakesSpec extends Specification {

    def 'five mistakes in one policy are five problems, each at its place'() {
        expect:
        Declared.files(
                'policies/nightly.groovy': '''\
                    policy('nightly') {
                        protects  'bank/ledgr'
                        backupGrop 'east', archives: [0, 1]
                        backupGroup 'west', archives: [3, '4']
                        backupGroup 'spare', archive: [2]
                        full
                        directory 'backups/{grp}/{archive}'
                    }
                    ''',
                'bank.groovy': Declared.BANK).report() == '''\
            policies/nightly.groovy:2:15: domain 'bank' has no database 'ledgr'
              2 |     protects  'bank/ledgr'
                |               ^^^^^^^^^^^^
            HINT: did you mean 'ledger'?
            HINT: databases: ledger
            policies/nightly.groovy:3:5: unknown word `backupGrop` in policy 'nightly'
              3 |     backupGrop 'east', archives: [0, 1]
                |     ^^^^^^^^^^
            HINT: did you mean `backupGroup`?
            HINT: words allowed here: backupGroup, directory, full, hold, incremental, journal, objectives, \
onArchiveDown, onFailure, onJournalSuspended, onMissed, onNoBaseSet, onOverlap, outage, protects, retain, timeZone
            policies/nightly.groovy:4:39: `archives:` of `backupGroup` takes archive numbers, not '4'
              4 |     backupGroup 'west', archives: [3, '4']
                |                                       ^^^
            HINT: archives are numbered from 0, without quotes
            policies/nightly.groovy:5:26: `backupGroup` has no argument `archive:`
              5 |     backupGroup 'spare', archive: [2]
                |                          ^^^^^^^
            HINT: did you mean `archives:`?
            HINT: arguments of `backupGroup`: archives:, shared:
            policies/nightly.groovy:7:15: unknown placeholder {grp} in directory 'backups/{grp}/{archive}'
              7 |     directory 'backups/{grp}/{archive}'
                |               ^^^^^^^^^^^^^^^^^^^^^^^^^
            HINT: did you mean group?
            HINT: placeholders: domain, database, policy, group, archive, region, date, time, type
            '''.stripIndent()
    }

    def 'mistakes of several files are sorted by file, line and column'() {
        expect:
        Declared.files(
                'b.groovy': "polcy('b') { }\ndomian('b') { }\n",
                'a.groovy': "full 1; region 2\n").compile().problems()*.span()*.get()*.toString() ==
                ['a.groovy:1:1', 'a.groovy:1:9', 'b.groovy:1:1', 'b.groovy:2:1']
    }
}
