package io.hotcopy.dsl

import io.hotcopy.model.BackupGroup
import io.hotcopy.model.BackupPolicy
import io.hotcopy.model.DirectoryPattern
import io.hotcopy.model.Objectives
import io.hotcopy.model.OnJournalSuspended
import io.hotcopy.model.OnNoBaseSet
import io.hotcopy.model.Reactions
import io.hotcopy.model.RunLine
import io.hotcopy.term.ArchiveId
import io.hotcopy.term.DatabaseName
import io.hotcopy.term.HotCopyType
import java.nio.file.Path
import java.time.ZonedDateTime
import spock.lang.Specification


/** What can be said about the protection of a database, and what it means. */
class PolicyWordsSpec extends Specification {

    def 'a policy says what it protects, which archives are copied together, what runs, and where the copies go'() {
        expect:
        Declared.policy('''
            protects 'bank/ledger'
            backupGroup 'east', archives: [0, 1]
            backupGroup 'spare', archives: [2]
            full
            directory 'backups/{group}/{archive}'
            ''').declarations().policies() == [
                new BackupPolicy(
                    'nightly',
                    new DatabaseName('bank', 'ledger'),
                    BackupPolicy.DEFAULT_TIME_ZONE,
                    Objectives.NONE,
                    [BackupGroup.of('east', [new ArchiveId(0), new ArchiveId(1)]),
                     BackupGroup.of('spare', [new ArchiveId(2)])],
                    [RunLine.whenAsked(HotCopyType.FULL)],
                    Reactions.DEFAULT,
                    BackupPolicy.DEFAULT_OUTAGE,
                    new DirectoryPattern(Path.of(''), 'backups/{group}/{archive}'),
                    Optional.empty(),
                    [])]
    }

    def 'a policy says which types it takes, each when it is asked to: #words'() {
        expect:
        thePolicy(words).runs()*.type()*.word() == types

        where:
        words                           || types
        'full'                          || ['full']
        'full\nincremental'             || ['full', 'incremental']
        'journal\nfull'                 || ['full', 'journal']
        'full\nincremental\njournal'    || ['full', 'incremental', 'journal']
    }

    def 'it says what becomes of a run that cannot append to a set; without that it fails: #words'() {
        given:
        BackupPolicy policy = thePolicy("full\nincremental\njournal\n$words")

        expect:
        policy.reactions().onNoBaseSet().word() == noBaseSet
        policy.reactions().onJournalSuspended().word() == journalSuspended

        where:
        words                            || noBaseSet | journalSuspended
        ''                               || 'fail'    | 'fail'
        'onNoBaseSet full'               || 'full'    | 'fail'
        'onNoBaseSet fail'               || 'fail'    | 'fail'
        'onJournalSuspended incremental' || 'fail'    | 'incremental'
        'onJournalSuspended full'        || 'fail'    | 'full'
        'onJournalSuspended fail'        || 'fail'    | 'fail'
    }

    def 'what it says is a bare word of the language: #words'() {
        expect:
        about(['full', 'incremental', 'journal', words]).report() == report.stripIndent()

        where:
        words                             || report
        'onNoBaseSet ful'                 || '''\
            policy.groovy:8:13: `onNoBaseSet` takes full or fail, not `ful`
              8 | onNoBaseSet ful
                |             ^^^
            HINT: did you mean `full`?
            '''
        "onNoBaseSet 'full'"              || '''\
            policy.groovy:8:13: `onNoBaseSet` takes full or fail, not 'full'
              8 | onNoBaseSet 'full'
                |             ^^^^^^
            HINT: a word of the language stands without quotes
            '''
        'onJournalSuspended later'        || '''\
            policy.groovy:8:20: `onJournalSuspended` takes incremental, full or fail, not `later`
              8 | onJournalSuspended later
                |                    ^^^^^
            '''
        'onNoBaseSet'                     || '''\
            policy.groovy:8:1: `onNoBaseSet` needs full or fail
              8 | onNoBaseSet
                | ^^^^^^^^^^^
            HINT: for example: onNoBaseSet full
            '''
        'onNoBaseSet full, fail'          || '''\
            policy.groovy:8:19: unknown name `fail`
              8 | onNoBaseSet full, fail
                |                   ^^^^
            HINT: a name that you invent stands in quotes: 'fail'
            '''
    }

    def 'a word that would do nothing is a mistake: #words'() {
        expect:
        about(['full', *words.readLines()]).findings() == findings

        where:
        words                                              || findings
        'onNoBaseSet full'                                 || [
                "policy.groovy:6:1: `onNoBaseSet` does nothing in policy 'nightly', " +
                'which has neither `incremental` nor `journal`']
        'incremental\nonJournalSuspended full'             || [
                "policy.groovy:7:20: `onJournalSuspended` does nothing in policy 'nightly', which has no `journal`"]
        'journal\nonJournalSuspended incremental'          || [
                "policy.groovy:7:20: policy 'nightly' takes no incremental hot copies"]
        'incrementl\nonNoBaseSet full'                     || [
                "policy.groovy:6:1: unknown word `incrementl` in policy 'nightly'"]
    }

    def 'a copy goes where the pattern says, from the directory of the policy file'() {
        given:
        def declarations = Declared.files(
                'examples/bank/domain.groovy': Declared.BANK,
                'examples/bank/policy.groovy': """
                    policy('nightly') {
                        protects 'bank/ledger'
                        backupGroup 'east', archives: [0, 1]
                        full
                        directory '$pattern'
                    }
                    """).declarations()
        BackupPolicy policy = declarations.policy('nightly').get()
        ZonedDateTime at = ZonedDateTime.parse('2021-12-18T01:30:05+01:00')

        expect:
        policy.directoryOf(
                declarations.domain('bank').get(),
                policy.backupGroup('east').get(),
                new ArchiveId(1),
                HotCopyType.FULL,
                at) == Path.of(directory)

        where:
        pattern                                           || directory
        '../../backups/{archive}'                         || 'backups/1'
        '{domain}/{database}/{policy}-{group}-{archive}'  || 'examples/bank/bank/ledger/nightly-east-1'
        '{date}T{time}-archive-{archive}'                 || 'examples/bank/2021-12-18T013005-archive-1'
        '/backups/{region}/{type}-{archive}'              || '/backups/east/full-1'
    }

    def 'policies and their domain may stand in any order'() {
        expect:
        Declared.files(
                'policy.groovy': '''
                    policy('nightly') {
                        directory '{archive}'
                        full
                        backupGroup 'all', archives: [2]
                        protects 'bank/ledger'
                    }
                    ''',
                'bank.groovy': Declared.BANK).declarations().policy('nightly').present
    }

    def 'a name that is declared again in a later compilation replaces the first'() {
        given:
        def known = Declared.file(Declared.BANK).declarations()
        def smaller = Declared.BANK.readLines().findAll { !it.contains('archive: 1') }.join('\n')

        when:
        def compilation = Declared.file(smaller).compile(known)

        then:
        compilation.problems().empty
        compilation.declarations().domains().size() == 1
        compilation.declarations().domain('bank').get().databases()[0].storageManagers()*.archive()*.value() == [0, 2]
    }

    def 'a policy that no longer fits the replaced domain is a problem, and nothing is replaced'() {
        given:
        def known = Declared.policy('''
            protects 'bank/ledger'
            backupGroup 'east', archives: [0, 1]
            full
            directory '{archive}'
            ''').declarations()
        def smaller = Declared.BANK.readLines().findAll { !it.contains('archive: 1') }.join('\n')

        when:
        def compilation = Declared.file(smaller).compile(known)

        then:
        compilation.problems()*.message() == ["database 'bank/ledger' has no archive 1"]
        compilation.problems()[0].span().get().toString() == 'policy.groovy:4:35'
        compilation.declarations() == known
    }

    private static Declared about(List<String> words) {
        Declared.policy(["protects 'bank/ledger'", "backupGroup 'east', archives: [0, 1]", "directory '{archive}'",
                         *words].join('\n'))
    }

    private static BackupPolicy thePolicy(String words) {
        about(words.readLines()).declarations().policies().first()
    }
}
