package io.hotcopy.service.outside

import spock.lang.Timeout

/** What the vendor's {@code nuocmd} asks for in vain: nothing is made, and it is told as the vendor tells it. */
@Timeout(300)
abstract class RefusedLines extends TwinDomains {

    def setupSpec() {
        assert twins.say("$HOTCOPY full --backup-dirs 0 /backups/there0 1 /backups/there1 --timeout 60").exit == 0
    }

    def 'in the words of the vendor: #options'() {
        given:
        def before = listing()

        when:
        def said = twins.say("$HOTCOPY $options")

        then:
        said.exit == 1
        said.out == ''
        said.error == error
        listing() == before

        where:
        options                                               | error
        'full'                                                | NOT_DONE + NO_ARCHIVES
        'full --backup-dirs'                                  | NOT_DONE + NO_ARCHIVES
        "full --default-backup-dir /backups/n $WEST"          | NOT_DONE + NO_ARCHIVES
        'full --backup-dirs 9 /backups/n'                     | NOT_DONE + NOT_RUNNING
        'full --backup-dirs zero /backups/n'                  | NOT_DONE + NOT_RUNNING
        'full --backup-dirs 0 /backups/n'                     | NOT_DONE + NOT_ALL + 'missingSgs=[SG3]'
        'full --backup-dirs 2 /backups/n'                     | NOT_DONE + NOT_ALL + 'missingSgs=[SG1]'
        'simple --backup-dirs 1 /backups/n'                   | NOT_DONE + NOT_ALL + 'missingSgs=[SG2]'
        "full --backup-dirs $NOWHERE"                         | REFUSED + NO_PARENT
        "simple --backup-dirs $NOWHERE"                       | REFUSED + NO_PARENT_SIMPLE
        'full --backup-dirs 0 /backups/n 0 /backups/m'        | FAILED + 'Duplicate key in dict: 0'
        'full --backup-dirs 0 a 1'                            | FAILED + "$ODD ['0', 'a', '1']"
        "full $WEST"                                          | FAILED + "$NO_DIRECTORY --default-backup-dir"
    }

    static final WEST = "--process-filter 'label(region west)'"
    static final NOWHERE = '0 /backups/no/a 1 /backups/no/b'
    static final NO_ARCHIVES = 'No archives specified for hot-copy and no default backup location'
    static final NOT_RUNNING = 'No RUNNING SMs found for database dbName=test'
    static final NOT_ALL = 'Not all storage groups are included in hot-copy for dbName=test, '
    static final NO_PARENT = 'Failed to create backup set /backups/no/a: No such file or directory'
    static final NO_PARENT_SIMPLE =
        'Unable to create archive directory "/backups/no/a.incomplete" (No such file or directory)'
    static final ODD = 'Cannot convert odd number of tokens to dict:'
    static final NO_DIRECTORY = 'Process filter can not be applied without'

    def 'an unknown database: #line'() {
        when:
        def said = twins.say(line)

        then:
        said.exit == 1
        said.error.endsWith(' failed: Database nosuch does not exist')

        where:
        line << [
            'hotcopy database --db-name nosuch --type full --backup-dirs 0 /backups/n',
            'hotcopy database --db-name nosuch --type simple --backup-dirs 0 /backups/n',
            'get storage-groups --db-name nosuch',
            'show database --db-name nosuch',
            'create archive --db-name nosuch --server-id e4 --archive-path /archives/n',
            'start process --db-name nosuch --server-id e1 --engine-type SM --archive-id 0',
        ]
    }

    def 'what only we refuse, in one sentence that both clients show: #options'() {
        given:
        def before = listing()

        when:
        def said = twins.say("$HOTCOPY $options")

        then:
        said.exit == 1
        said.out == ''
        said.error.startsWith(FAILED)
        said.error.contains(word)
        listing() == before

        where:
        options                                                         | word
        'full --backup-dirs 0 relative0 1 relative1'                    | '"relative0"'
        'full --backup-dirs 0 /backups/n 1 /backups/n'                  | '/backups/n'
        'full --default-backup-dir /backups/n'                          | '/backups/n'
        'full --backup-dirs 0 /backups/n 1 /backups/m --test-mode 1'    | 'not supported by hotcopy'
        'full --backup-dirs 0 /backups/n 1 /backups/m --max-rate 0'     | '0'
        'full --backup-dirs 0 /backups/there0 1 /backups/there1'          | '/backups/there0'
        'incremental --backup-dirs 0 /backups/n 1 /backups/m'           | '/backups/n'
        "full --default-backup-dir /backups/n --process-filter 'any()'" | 'label(KEY VALUE)'
    }

    def 'wrong usage, in the same sentence and with exit 2: #options'() {
        when:
        def said = twins.say("hotcopy database $options")

        then:
        said.exit == 2
        said.out == ''
        said.error.startsWith('nuocmd hotcopy database: error: ')

        where:
        options << [
            '--db-name test --backup-dirs 0 /backups/n',
            '--type full --backup-dirs 0 /backups/n',
            '--db-name test --type full --max-rate fast',
            "--db-name test --type full --backup-dirs 0 /backups/n --process-filter 'label(a b)'",
            '--db-name test --type full --t 5',
        ]
    }

    def 'ours says so of what it does not do: #line'() {
        when:
        def said = side(ours).run(line)

        then:
        said.exit == 1
        said.out == ''
        said.error == "'${line.split(' ')[0..1].join(' ')}' failed: not supported by hotcopy"

        where:
        line << [
            'get processes --db-name test',
            'get databases',
            'create database --db-name other --dba-user a --dba-password b',
            'shutdown database --db-name test',
            'delete storage-group --db-name test --sg-name SG1',
            'check servers',
            'pause archiving --start-id 0',
        ]
    }
}
