package io.hotcopy.service.outside

import java.nio.file.Files
import spock.lang.Timeout

/** Hot copies by the vendor's {@code nuocmd} and by ours: the same lines, the same answers, copies that restore. */
@Timeout(300)
abstract class HotCopyLines extends RefusedLines {

    static final BASE = '--backup-dirs 0 /backups/base0 1 /backups/base1'
    static final ON_E2 = "--process-filter 'label(host e2)'"
    static final THAT = '--coordinator-start-id <full.coordinator_start_id> --hotcopy-id <full.id>'

    def 'each type of hot copy makes what it should, and the copy restores'() {
        when:
        def full = twins.remember('full', "$HOTCOPY full $BASE --timeout 60")
        put('accounts', 2, 'before the incremental')
        def incremental = twins.say("$HOTCOPY incremental $BASE --timeout 60")
        put('accounts', 3, 'before the journal')
        def journal = twins.say("$HOTCOPY journal $BASE --timeout 60")
        def simple = twins.say("$HOTCOPY simple --backup-dirs 0 /backups/simple0 1 /backups/simple1 --timeout 60")
        put('accounts', 4, 'after all copies')

        then:
        [full, incremental, journal, simple].each {
            assert it.out ==~ COMPLETED
            assert it.exit == 0
            assert it.err == ''
        }
        [real, ours].each { acme ->
            ['base0', 'base1'].each {
                def directories = acme.backup(it).toFile().listFiles().findAll { it.directory }*.name.sort()
                assert directories - 'tmp' == ['1.inc', '1.jnl', 'full']
            }
        }

        and:
        def rows = ['1': 'before all copies', '2': 'before the incremental', '3': 'before the journal']
        restored('accounts', 'base0', 'base1') == rows
        [real, ours].each {
            assert it.person.rows('accounts', it.backup('simple0'), it.backup('simple1')) == rows
        }
    }

    def 'without --timeout a line tells what has begun, and the copy goes on: "#options"'() {
        when:
        def begun = twins.remember('begun', "$HOTCOPY full --backup-dirs 0 $set-0 1 $set-1 --max-rate 8 $options")

        then:
        begun.exit == 0
        begun.out ==~ response('running', WORKING)

        when:
        def ended = twins.say('get hotcopy-status --coordinator-start-id <begun.coordinator_start_id> ' +
            '--hotcopy-id <begun.id> --timeout 60')

        then:
        ended.exit == 0
        ended.out ==~ COMPLETED

        where:
        options       | set
        ''            | '/backups/async'
        '--timeout 0' | '/backups/zero'
    }

    def 'archives are chosen by a default directory or by a label: #options'() {
        given:
        twins.each { Files.createDirectories(it.directory.resolve('backups/shared')) }

        when:
        def said = twins.say("$HOTCOPY full --default-backup-dir $options --timeout 60")

        then:
        said.out ==~ COMPLETED
        said.exit == 0
        [real, ours].every { acme -> made.every { Files.isDirectory(acme.backup(it).resolve('full')) } }

        where:
        options                                                              | made
        '/backups/shared --shared'                                           | ['shared/0', 'shared/1', 'shared/2']
        "/backups/by --shared --process-filter 'label(region east)'"         | ['by-0', 'by-1', 'by-2']
        "/backups/on --partial-storage-groups $ON_E2"                        | ['on']
        '/backups/two --backup-dirs 0 /backups/zero0 1 /backups/one'         | ['two', 'zero0', 'one']
    }

    def 'what is not known, or has ended, is told of: #line'() {
        when:
        def said = twins.say(line)

        then:
        said.exit == exit
        (said.out + said.error) =~ told

        where:
        line                                                                  | exit | told
        "get hotcopy-status $THAT"                                        | 0    | COMPLETED
        "cancel hotcopy $THAT"                                            | 0    | COMPLETED
        'get hotcopy-status --coordinator-start-id 99 --hotcopy-id none'  | 1    | 'No process found with startId=99'
        'cancel hotcopy --coordinator-start-id 99 --hotcopy-id none'      | 1    | "^'cancel hotcopy' failed: "
        "get hotcopy-status $THAT-not"                                    | 1    | 'No hot copy found with hotCopyId='
        "cancel hotcopy $THAT-not"                                        | 1    | 'No hot copy found with hotCopyId='
        'get hotcopy-info --db-name nosuch'                               | 1    | 'Database nosuch does not exist'
        'show hotcopy-info --db-name nosuch'                              | 1    | 'Database nosuch does not exist'
        'get hotcopy-info --coordinator-start-id 99'                      | 1    | 'No process found with startId=99'
        'get hotcopy-info --coordinator-start-id <full.coordinator_start_id>' | 0 | '^HotCopyDatabaseStatuses'
        'get hotcopy-info --db-name test --coordinator-start-id 0'        | 2    | '^nuocmd get hotcopy-info: error: '
        'get hotcopy-info --coordinator-start-id 0 --running-for 5m'      | 1    | 'only be specified with --db-name'
        'get hotcopy-info --db-name test --running-for soon'              | 2    | '^nuocmd get hotcopy-info: error: '
    }

    def 'the same as JSON: #option'() {
        when:
        def said = twins.say("$option get hotcopy-status $THAT")

        then:
        said.out.replaceAll(/(coordinatorStartId(": "|=))\d+/, '$1<n>') == json

        where:
        option                                     | json
        '--show-json-fields hotCopyId,status,no.no' | '{\n  "hotCopyId": "<id>",\n  "status": "completed"\n}\n'
        '--show-json'                              | JSON
        '--show-ndjson'                            | ONE_LINE
    }

    static final JSON = """\
        {
          "beginTimestamp": "<time>",
          "coordinatorStartId": "<n>",
          "destinationDirectory": "/backups/base0/tmp/full/data",
          "endTimestamp": "<time>",
          "hotCopyId": "<id>",
          "message": "Hot copy successfully completed",
          "stage": 3,
          "status": "completed",
          "uri": "http://<address>/api/1/databases/hotCopyStatus?coordinatorStartId=<n>&hotCopyId=<id>"
        }
        """.stripIndent()
    static final ONE_LINE = JSON.trim().replaceAll(/\n */, ' ').replace('{ ', '{').replace(' }', '}') + '\n'

    def 'real processes of nuocmd say the same: #line'() {
        expect:
        Neutral.of(real.side(nuocmd.&runAlone).run(line), real.directory) ==
            Neutral.of(side(real).run(line), real.directory)

        where:
        line << [
            'get hotcopy-info --db-name test',
            'show hotcopy-info --db-name test',
            '--show-json get archives --db-name test',
            'show archives',
            'show storage-groups --db-name test',
            'show domain --client-token t',
            'show database --db-name test --all-incarnations',
            'check database --db-name test --check-running',
            'get value --key none',
            "$HOTCOPY full",
        ]
    }
}
