package io.hotcopy.admin

import static io.hotcopy.admin.AdminFixture.json
import static io.hotcopy.admin.AdminFixture.message

import java.nio.file.Path
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

/** What show domain, show database, get servers and get storage-groups ask for. */
class DomainShownSpec extends Specification {

    @TempDir
    @Shared
    Path directory

    @AutoCleanup
    @Shared
    AdminFixture service

    def setupSpec() {
        service = new AdminFixture(directory.resolve('home')).start()
    }

    def "the server tells its version, its time and no licence, and hears the client's message"() {
        expect:
        json(service.post('diagnostics/log', [message: 'hel\nlo'])) ==
                [serverVersion: 'hotcopy 1.0', serverTimeMillis: 1_795_678_512_345, licenseType: 'None']
        service.logged.contains('client: hel lo')
        json(service.get('diagnostics/config')) == [properties: [ThisServerId: 'e1']]
    }

    def "each host is a server, the first of them the local one and leader"() {
        when:
        def servers = service.rows('peers', [offset: 0, limit: 20, orderBy: 'id'])

        then:
        servers*.id == ['e1', 'e2', 'e3', 'w1']
        servers*.isLocal == [true, false, false, false]
        servers*.connectedState*.state == ['Connected'] * 4
        servers*.localRoleInfo*.role == ['LEADER'] + ['FOLLOWER'] * 3
        servers*.localRoleInfo*.lifeCycle == ['ACTIVE'] * 4
        json(service.get('peers/w1')).labels == [region: 'west', host: 'w1']
        message(service.get('peers/e9')) == 'No server found with id=e9'
    }

    def "regions are numbered in the order of their declaration"() {
        expect:
        service.rows('regions') == [[id: 0, name: 'east'], [id: 1, name: 'west']]
        json(service.get('regions/1')) == [id: 1, name: 'west']
    }

    def "a database is shown with its incarnation"() {
        expect:
        json(service.get('databases/test')) == [
            name: 'test', state: 'RUNNING', incarnation: [major: 1, minor: 0], defaultRegionId: 0,
            hostAssignments: [:], databaseOptions: [:]
        ]
        service.rows('databases', [orderBy: 'name'])*.name == ['test']
    }

    def "an unknown database is told in the vendor's words, wherever it is asked for"() {
        expect:
        [service.get('databases/nosuch'), service.get('databases/nosuch/storageGroups')].every {
            it.status() == 404 && message(it) == 'Database nosuch does not exist'
        }
    }

    def "every storage manager and transaction engine is a process"() {
        when:
        def processes = service.rows('processes', [filterBy: 'dbName', dbName: 'test', orderBy: 'startId'])

        then:
        processes*.startId == ['0', '1', '2', '3', '4']
        processes*.type == ['SM'] * 4 + ['TE']
        processes*.archiveId == [0, 1, 2, 3, null]
        processes*.nodeId == [1, 2, 3, 4, 5]
        processes*.durableState.every { it == 'MONITORED' }
        processes*.state.every { it == 'RUNNING' }
        processes*.lastHeardFrom.every { it == 0 }
        processes[3].labels == [region: 'west', host: 'w1']
        processes*.options == [['journal-hot-copy': 'enable']] * 3 + [['journal-hot-copy': 'disable'], [:]]
        processes[0].archiveDir == directory.resolve('home/test/archive-0').toString()
    }

    def "one process is asked for by its start id"() {
        expect:
        json(service.get('processes/2')).host == 'e3'
        json(service.get('processes/2/options')) == ['journal-hot-copy': 'enable']
        json(service.get('processes/availableOptions')).options.keySet() == ['journal-hot-copy'] as Set
        service.get('processes/42').status() == 404
        message(service.get('processes/42')) == 'No process found with startId=42'
    }

    def "processes are chosen by a label of theirs"() {
        expect:
        service.rows('processes', [filterQuery: query, filterBy: 'type', type: 'SM'])*.archiveId == found

        where:
        query                        | found
        'label(region east)'         | [0, 1, 2]
        ' label ( region "west" ) '  | [3]
        "label('host' 'e2')"         | [1]
        'label(zone a)'              | []
    }

    def "a filter that is no label is refused"() {
        when:
        def answer = service.get('processes', [filterQuery: 'random(first(label(a b) any))'])

        then:
        answer.status() == 400
        message(answer) ==
                'process filter "random(first(label(a b) any))": hotcopy understands label(KEY VALUE) only'
    }

    def "storage groups have the vendor's numbers, and start ids as leader candidates"() {
        when:
        def groups = service.rows('databases/test/storageGroups', [orderBy: 'sgName'])

        then:
        groups*.sgName == ['ALL', 'SG1', 'SG2', 'UNPARTITIONED']
        groups*.sgId == [1, 10, 11, 2]
        groups[1] == [
            sgId: 10, sgName: 'SG1', dbName: 'test', state: 'Available',
            archiveStates: ['0': 'ADDED', '1': 'ADDED', '3': 'ADDED'],
            processStates: ['0': 'RUNNING', '1': 'RUNNING', '3': 'RUNNING'],
            leaderCandidates: ['0', '1', '3']
        ]
    }

    def "archives lie in the home and run"() {
        expect:
        def asked = [removed: 'False', filterBy: 'dbName', dbName: 'test', orderBy: 'id']
        service.rows('archives', asked)*.id == [0, 1, 2, 3]
        json(service.get('archives/1')) == [
            id: 1, dbName: 'test', host: 'e2', path: directory.resolve('home/test/archive-1').toString(),
            state: 'RUNNING', observerStorageGroups: []
        ]
        service.rows('archives', [removed: 'True']) == []
        message(service.get('archives/9')) == 'No archive found with id=9'
    }

    def "what is nowhere, and what takes another method, is told in JSON"() {
        expect:
        def answer = service.send(method, path, [:], null)
        answer.status() == status
        json(answer).code == status

        where:
        method   | path                      || status
        'GET'    | 'nothing'                 || 404
        'GET'    | 'databases/test/x/y'      || 404
        'PATCH'  | 'processes'               || 405
        'DELETE' | 'kvstore/a'               || 405
        'POST'   | 'processes'               || 400
        'POST'   | 'processes/externalStartup' || 400
    }
}
