package io.hotcopy.admin

import static io.hotcopy.admin.AdminFixture.await
import static io.hotcopy.admin.AdminFixture.json
import static io.hotcopy.admin.AdminFixture.message

import java.nio.file.Files
import java.nio.file.Path
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.TempDir

/** create archive, delete archive and get archives. */
class ArchiveSpec extends Specification {

    @TempDir
    Path directory

    @AutoCleanup
    AdminFixture service

    def setup() {
        service = new AdminFixture(directory.resolve('home')).start()
    }

    private Map body(Map change = [:]) {
        [dbName: 'test', host: 'e3', path: directory.resolve('new').toString(), restored: false] + change
    }

    private void start(int archive, String host) {
        def started = service.post('processes',
                [dbName: 'test', host: host, engineType: 'SM', archiveId: "$archive".toString(), labels: [:]])
        assert started.status() == 200
        def startId = json(started).startId
        await { json(service.get("processes/$startId")).state == 'RUNNING' }
    }

    private void shutDown(int archive) {
        assert service.delete("processes/${service.process(archive).startId}", [timeout: 0]).status() == 200
    }

    def "an archive is created, started, seen after a new start of the service, and deleted"() {
        when:
        def created = json(service.post('archives', body()))

        then:
        created == [
            id: 4, dbName: 'test', host: 'e3', path: directory.resolve('new').toString(),
            state: 'PROVISIONED', observerStorageGroups: []
        ]

        when:
        start(4, 'e3')

        then:
        json(service.get('archives/4')).state == 'RUNNING'
        message(service.delete('archives/4', [purge: 'False'])) == 'Archive 4 is running'

        when:
        service.stop()
        service.start()

        then:
        json(service.get('archives/4')).state == 'RUNNING'
        service.process(4).archiveDir == directory.resolve('new').toString()

        when:
        shutDown(4)
        def deleted = service.delete('archives/4', [purge: 'False'])

        then:
        json(deleted).state == 'NOT_RUNNING'
        service.rows('archives', [removed: 'False', orderBy: 'id'])*.id == [0, 1, 2, 3]
        service.rows('archives', [removed: 'True', orderBy: 'id']) == [json(deleted)]
        json(service.get('archives/4', [removed: 'True'])) == json(deleted)
        Files.exists(directory.resolve('new/archive.yaml'))

        and: 'its last process is found by its archive'
        service.rows('processes/exited', [
            filterBy: ['process.type', 'process.archiveId'], 'process.type': 'SM', 'process.archiveId': '4',
            orderBy: 'databaseIncarnation'
        ])*.databaseIncarnation*.major == [1, 2]
    }

    def "a removed archive comes back under its number, or is forgotten"() {
        given:
        shutDown(1)
        def path = json(service.get('archives/1')).path
        service.delete('archives/1', [purge: 'False'])

        expect:
        message(service.put('archives/9', body())) == 'No removed archive found with id=9'
        message(service.delete('archives/1', [purge: 'False'])) == 'Archive 1 is removed already'

        when:
        def back = service.put('archives/1', body(host: 'e2', path: path))

        then:
        json(back).state == 'PROVISIONED'
        service.rows('archives', [removed: 'True']) == []

        when:
        start(1, 'e2')

        then: 'with what it served before'
        def group = service.rows('databases/test/storageGroups').find { it.sgName == 'SG2' }
        group.archiveStates.keySet() == ['1', '2'] as Set

        when:
        shutDown(1)
        service.delete('archives/1', [purge: 'True'])

        then:
        service.rows('archives', [removed: 'True']) == []
        service.get('archives/1').status() == 404
        service.delete('archives/1').status() == 404
        json(service.post('archives', body())).id == 4
    }

    def "an archive that cannot be is refused: #text"() {
        given:
        Files.createDirectories(directory.resolve('full/x'))

        when:
        def answer = service.post('archives', body(change.collectEntries { key, value ->
            [(key): value instanceof String ? value.replace('DIR', directory.toString()) : value]
        }))

        then:
        answer.status() == status
        message(answer).replace(directory.toString(), 'DIR').startsWith(text)
        service.rows('archives').size() == 4

        where:
        change                            || status | text
        [dbName: 'nosuch']                || 404    | 'Database nosuch does not exist'
        [host: 'e9']                      || 404    | 'No server found with id=e9'
        [host: null, remoteStart: true]   || 400    | 'create archive with --is-external: not supported by hotcopy'
        [journalPath: '/j']               || 400    | 'create archive with --journal-path: not supported by hotcopy'
        [snapshotArchivePath: '/s']       || 400    | 'create archive with --snapshot-archive-path: not supported by'
        [storageGroupObservers: ['*']]    || 400    | 'create archive with --passive or --observes: not supported by'
        [path: 'relative/x']              || 400    | '"relative/x" is not an absolute path'
        [path: '']                        || 400    | '"" is not an absolute path'
        [path: '/a\0b']                   || 400    | '"/a\\0b" is not a path'
        [path: 'DIR/home/test/archive-9'] || 400    | '"DIR/home/test/archive-9" is not a directory that this service'
        [path: 'DIR/x/../home/admin']     || 400    | '"DIR/x/../home/admin" is not a directory that this service'
        [path: 'DIR']                     || 409    | ''
        [path: 'DIR/full']                || 409    | ''
        [path: 'DIR/none', restored: true] || 409   | ''
        [restored: 'yes']                 || 400    | '"restored" must be true or false, not "yes"'
    }

    def "two archives do not lie in one place"() {
        when:
        service.post('archives', body())
        def answer = service.post('archives', body())

        then:
        answer.status() == 409
        message(answer) == "Archive 4 lies in \"${directory.resolve('new')}\" already"
    }

    def "a service that may write into some directories only does so, links followed"() {
        given:
        service.stop()
        Files.createDirectory(directory.resolve('yes'))
        Files.createSymbolicLink(directory.resolve('yes/out'), directory)
        service.allowed = [directory.resolve('yes')]
        service.start()

        expect:
        service.post('archives', body(path: directory.resolve('no').toString())).status() == 400
        service.post('archives', body(path: directory.resolve('yes/out/no').toString())).status() == 400
        service.post('archives', body(path: directory.resolve('yes/a').toString())).status() == 200
    }
}
