package io.hotcopy.admin

import static io.hotcopy.admin.AdminFixture.await
import static io.hotcopy.admin.AdminFixture.json
import static io.hotcopy.admin.AdminFixture.message

import io.hotcopy.progress.ProgressListener
import io.hotcopy.term.ArchiveId
import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.CountDownLatch
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.TempDir

/** start process and shutdown process, and what becomes of processes that nobody asked. */
class ProcessLifeSpec extends Specification {

    static final Map START = [dbName: 'test', host: 'e2', engineType: 'SM', archiveId: '1', labels: [:]]

    @TempDir
    Path directory

    @AutoCleanup
    AdminFixture service

    def setup() {
        service = new AdminFixture(directory.resolve('home')).start()
    }

    private void shutDown(String startId) {
        assert service.delete("processes/$startId",
                [evict: 'False', kill: 'False', killWithCore: 'False', timeout: 0]) == AdminAnswer.empty()
    }

    private List<Map> exited() {
        service.rows('processes/exited', [
            filterBy: 'process.dbName', 'process.dbName': 'test',
            orderBy: 'databaseIncarnation.major,databaseIncarnation.minor,process.startId',
            descendingFields: 'databaseIncarnation.major,databaseIncarnation.minor'
        ])
    }

    def "a process that is shut down has exited gracefully, and its archive does not run"() {
        when:
        shutDown('1')

        then:
        service.rows('processes')*.startId == ['0', '2', '3', '4']
        exited().size() == 1
        with(exited()[0]) {
            process.startId == '1'
            process.durableState == 'REQUESTED_SHUTDOWN'
            process.state == 'RUNNING'
            databaseIncarnation == [major: 1, minor: 0]
            reason == 'Gracefully shutdown engine'
            exitCode == 0
            hasDisconnected
        }
        json(service.get('archives/1')).state == 'NOT_RUNNING'
        json(service.get('databases/test')).incarnation == [major: 1, minor: 1]

        and: 'it is still known by its start id'
        def gone = service.get('processes/1')
        gone.status() == 404
        json(gone).messages == ['Process with startId=1 has exited']
        json(gone).process.archiveId == 1
        json(gone).databaseIncarnation == [major: 1, minor: 0]
        service.delete('processes/1').status() == 404
    }

    def "a process is started at once, and comes up by SYNC under a new start id"() {
        given:
        shutDown('1')

        when:
        def started = json(service.post('processes', START + [
            labels: [role: 'hotcopy'], overrideOptions: ['journal-hot-copy': 'enable'],
            expectedIncarnation: [major: 1, minor: 1]
        ]))

        then:
        started.startId == '5'
        started.durableState == 'REQUESTED'
        started.state == 'UNKNOWN'
        started.archiveId == 1
        started.labels == [role: 'hotcopy', region: 'east', host: 'e2']
        !started.containsKey('pid')

        when:
        await { json(service.get('processes/5')).state == 'RUNNING' }

        then:
        json(service.get('processes/5')).durableState == 'MONITORED'
        json(service.get('databases/test')).incarnation == [major: 1, minor: 2]
        service.rows('processes', [filterQuery: 'label(role hotcopy)'])*.startId == ['5']
    }

    def "a start that fails has exited with the reason"() {
        given:
        service.database().stopStorageManager(new ArchiveId(1))
        def archive = directory.resolve('home/test/archive-1')
        def foreign = directory.resolve('home/test/archive-0')
        archive.toFile().deleteDir()
        Files.createDirectory(archive)
        Files.copy(foreign.resolve('archive.yaml'), archive.resolve('archive.yaml'))

        when:
        def started = json(service.post('processes', START))
        await { service.get("processes/${started.startId}").status() == 404 }

        then:
        def end = exited().find { it.process.startId == started.startId }
        !end.reason.empty
        !end.containsKey('exitCode')
        service.logged.any { it.startsWith("start process ${started.startId} failed") }
    }

    def "a process that is still starting is shut down before it comes up"() {
        given: 'a SYNC that takes long, and a start that waits for it'
        shutDown('1')
        shutDown('3')
        def entered = new CountDownLatch(1)
        def release = new CountDownLatch(1)
        def sync = Thread.start {
            service.database().startStorageManager(new ArchiveId(3), {
                entered.countDown()
                release.await()
            } as ProgressListener)
        }
        entered.await()
        def startId = json(service.post('processes', START)).startId

        when:
        def shutdown = Thread.start { service.delete("processes/$startId", [timeout: 60]) }
        await { exited().any { it.process.startId == startId } }

        then: 'at once, though the SYNC goes on'
        exited().find { it.process.startId == startId }.reason == 'Gracefully shutdown engine'
        service.process(3).state == 'SYNCING'

        when:
        release.countDown()
        [sync, shutdown]*.join()
        service.api.close()

        then: 'it has not come up afterwards'
        service.database().absence(new ArchiveId(1)).present

        cleanup:
        release.countDown()
    }

    def "the last server of a storage group is not shut down"() {
        given:
        shutDown('1')

        when:
        def answer = service.delete('processes/2', [timeout: '5'])

        then:
        answer.status() == 409
        json(answer).messages[0].contains('SG2')
        service.process(2).durableState == 'MONITORED'
    }

    def "a process that is killed has exited without a code"() {
        when:
        def answer = service.delete('processes/1', [kill: 'True', timeout: 0])

        then:
        answer.status() == 200
        exited()[0].process.startId == '1'
    }

    def "who stops and starts a storage manager by other means is seen all the same"() {
        when: 'both between two requests'
        service.database().stopStorageManager(new ArchiveId(2))
        service.database().startStorageManager(new ArchiveId(2), ProgressListener.NONE)

        then:
        service.process(2).startId == '5'
        exited()*.process*.startId == ['2']
        exited()*.reason == ['Gracefully shutdown engine']
        json(service.get('databases/test')).incarnation == [major: 1, minor: 2]
    }

    def "a region that is cut off has servers that are not connected"() {
        when:
        service.domain.isolate(['w1'] as Set)

        then:
        service.rows('peers').findAll { it.connectedState.state == 'Disconnected' }*.id == ['w1']
        exited()*.process*.startId == ['3']
        exited()[0].reason.contains('not more than half')
        service.rows('databases/test/storageGroups').find { it.sgName == 'SG1' }.leaderCandidates == ['0', '1']
    }

    def "a database that stops has no processes, and says so"() {
        when: 'nobody is left who serves SG2'
        def stopped = service.domain.embedded().isolate(['e2', 'e3'] as Set)

        then:
        stopped.keySet() == ['test'] as Set
        json(service.get('databases/test')).state == 'NOT_RUNNING'
        service.rows('processes') == []
        service.rows('databases/test/storageGroups')*.state.every { it == 'Unavailable' }
        service.post('processes', START).status() == 409
    }

    def "start ids go on when the service starts anew, and the incarnation rises"() {
        when:
        service.stop()
        service.start()

        then:
        service.rows('processes')*.startId == ['5', '6', '7', '8', '9']
        service.rows('processes')*.nodeId == [1, 2, 3, 4, 5]
        json(service.get('databases/test')).incarnation == [major: 2, minor: 0]
        exited()*.process*.startId == ['0', '1', '2', '3', '4']
        exited()*.reason.every { it == 'Gracefully shutdown engine' }
    }

    def "processes whose service was killed are known to have ended"() {
        when: 'nobody closes the service'
        service.domain.close()
        service.start()

        then:
        exited()*.reason.every { it == 'the service that held it has ended without stopping it' }
        exited().size() == 5
    }
}
