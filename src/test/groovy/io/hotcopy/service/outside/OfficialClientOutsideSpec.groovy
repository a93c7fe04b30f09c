package io.hotcopy.service.outside

import java.nio.file.Files
import spock.lang.Timeout

/**
 * The whole closed list of lines by the vendor's {@code nuocmd}, and by ours, on one pair of domains: hot copies above,
 * and here archives, processes, storage groups, databases and values.
 */
@Timeout(300)
class OfficialClientOutsideSpec extends TroubledLines {

    static final MANAGER = /\[SM] <UNKNOWN ADDRESS> \[start_id = \d+] \[server_id = e\d] \[pid = <pid>] /
    static final CHECK = 'check database --db-name test --check-running'

    def 'the domain is shown as the vendor shows it'() {
        when:
        def said = twins.say('show domain --client-token tok')

        then:
        said.exit == 0
        def lines = said.out.readLines()
        lines[0] ==~ /server version: .*, server license: .*/
        lines[1] == 'server time: <time>, client token: tok'
        lines[2] == 'Servers:'
        lines.count { it ==~ /  \[e\d] .* ACTIVE \((LEADER|FOLLOWER), Leader=e1, log=.*\) Connected( \*)?/ } == 4
        lines.count { it.startsWith('  ') && it.endsWith(' *') } == 1
        lines.containsAll(['Databases:', '  test [state = RUNNING]'])
        lines.count { it ==~ /    $MANAGER\[node_id = \d+] \[last_ack = <ack>] MONITORED:RUNNING/ } == 3
        lines.count { it ==~ /    \[TE] .* MONITORED:RUNNING/ } == 1
    }

    def 'one line each: #line'() {
        when:
        def said = twins.say(line)

        then:
        said.exit == exit
        (said.out + said.error) =~ told

        where:
        line                                                     | exit | told
        'show database --db-name test'                           | 0    | /(?m)^Database\(.*name=test.*state=RUNNING\)$/
        '--show-json show database --db-name test'               | 0    | /(?m)^  "name": "test",$/
        'show database --db-name test --all-incarnations'        | 0    | MANAGER
        'show database --db-name test --skip-exited'             | 0    | MANAGER
        CHECK                                                    | 0    | '^$'
        "$CHECK --num-processes 4"                               | 0    | '^$'
        "$CHECK --num-processes 5 --timeout 1"                   | 1    | "^'check database' failed: "
        'check database --db-name nosuch'                        | 1    | "^'check database' failed: "
        'get archives'                                           | 0    | /(?m)^Archive\(.* id=2, .*state=RUNNING\)$/
        'get archives --db-name nosuch'                          | 0    | '^$'
        '--show-json-fields id,state get archives'               | 0    | /^\{\n  "id": 0,\n  "state": "RUNNING"\n}\n\{/
        'show archives'                                          | 0    | /\[0] e1 : \S+ @ test .* RUNNING\n  $MANAGER/
        "show archives --archive-format '{id:>4} {dbName}'"      | 0    | /(?m)^   1 test$/
        'get storage-groups --db-name test'                      | 0    | /StorageGroup\(.* name=SG1, .*state=Available/
        'show storage-groups --db-name test'                     | 0    | /\[name = SG3] \[state = Available]/
        'shutdown process --start-id 99'                         | 1    | 'No process found with startId=99'
        'start process --db-name test --server-id e1 --engine-type TE' | 1 | 'not supported by hotcopy'
        'delete archive --archive-id 0'                          | 1    | "^'delete archive' failed: "
        'delete archive --archive-id 99'                         | 1    | "^'delete archive' failed: "
        "create archive $NEW --server-id e9"                     | 1    | "^'create archive' failed: .*e9"
        "create archive $NEW --server-id e4 --journal-path /archives/j" | 1 | 'not supported by hotcopy'
        "create archive $NEW --server-id e4 --passive"           | 1    | 'not supported by hotcopy'
        'create archive --db-name test --archive-path /archives/n' | 2  | '^nuocmd create archive: error: '
    }

    static final NEW = '--db-name test --archive-path /archives/new'

    def 'an archive comes, serves, goes, and comes again with its number'() {
        when: 'it is new and empty'
        def created = twins.say("create archive $NEW --server-id e4")
        def begun = twins.say('start process --db-name test --server-id e4 --engine-type SM --archive-id 3')
        def running = twins.say("$CHECK --num-processes 5 --timeout 60")
        def shown = twins.say('show archives --db-name test')

        then:
        created.out == 'Archive(archive_path=/archives/new, db_name=test, id=3, is_observer=False, ' +
            'observer_storage_groups=[], server_id=e4, state=PROVISIONED)\n'
        begun.out =~ /^Process\(archive_id=3, .*engine_state=UNKNOWN, engine_type=SM, .*server_id=e4, start_id=\d+\)$/
        running.exit == 0
        shown.out =~ /(?m)^\[3] e4 : \/archives\/new @ test .* RUNNING\n  $MANAGER/

        when: 'it runs, so it stays'
        def kept = twins.say('delete archive --archive-id 3')

        then:
        kept.exit == 1

        when: 'it stops, and is deleted'
        def startId = begun.property('start_id')
        def stopped = twins.say("shutdown process --start-id $startId --timeout 60")
        def exited = twins.say('show archives --db-name test')
        def deleted = twins.say('delete archive --archive-id 3')
        def removed = twins.say('show archives --removed')

        then:
        [stopped, deleted]*.exit == [0, 0]
        exited.out =~ /(?m)^\[3] .*\n  \[SM] .* EXITED\(.*\):/
        removed.out =~ /(?m)^\[3] e4 : \/archives\/new @ test .* REMOVED\(.*\)$/
        [real, ours].every { Files.isDirectory(it.directory.resolve('archives/new')) }

        when: 'it comes again, and is forgotten'
        def again = twins.say("create archive $NEW --server-id e4 --archive-id 3")
        def purged = twins.say('delete archive --archive-id 3 --purge')
        def left = twins.say('get archives --removed')

        then:
        again.out.contains('id=3, ')
        purged.exit == 0
        left.out == ''
    }

    def 'a storage group comes to archives, and goes from all but its last'() {
        when:
        def added = twins.say('add storage-group --db-name test --sg-name SG9 --archive-ids 0 1')
        def shown = twins.say('get storage-groups --db-name test')
        def left = twins.say('remove storage-group --db-name test --sg-name SG9 --archive-ids 0')
        def last = twins.say('remove storage-group --db-name test --sg-name SG9 --archive-ids 1')

        then:
        [added, left, last]*.exit == [0, 0, 1]
        [added, left]*.out == ['', '']
        shown.out =~ /(?m)^StorageGroup\(archive_states=\{0: ADDED, 1: ADDED}, .*, name=SG9, .*state=Available\)$/
        last.error.startsWith("'remove storage-group' failed: ")
    }

    def 'a value is kept: #line'() {
        expect:
        with(twins.say(line)) {
            it.exit == exit
            it.out == out
            it.error == error
        }

        where:
        line                                                     | exit | out      | error
        'get value --key /a/b'                                   | 0    | ''       | ''
        "set value --key /a/b --value '' --expected-value ''"    | 0    | ''       | ''
        'get value --key /a/b'                                   | 0    | '\n'     | ''
        'set value --key /a/b --value 1'                         | 1    | ''       | CHANGED
        "set value --key /a/b --value 1 --expected-value ''"     | 0    | ''       | ''
        'set value --key /a/b --value 2 --expected-value 9'      | 1    | ''       | CHANGED
        'set value --key /a/b --value 2 --expected-value 1'      | 0    | ''       | ''
        'get value --key /a/b'                                   | 0    | '2\n'    | ''
        "set value --key 'a b/..%2F?#é' --value 'ü \"x\"'"       | 0    | ''       | ''
        "get value --key 'a b/..%2F?#é'"                         | 0    | 'ü "x"\n'| ''
        "set value --key a --value 'b c' --unconditional"        | 0    | ''       | ''
        "set value --key a --value 'd e' --unconditional"        | 0    | ''       | ''
        'get value --key a'                                      | 0    | 'd e\n'  | ''
    }

    static final CHANGED = "'set value' failed: Current value for key does not match expected value"
}
