package io.hotcopy.admin

import static io.hotcopy.admin.AdminFixture.json
import static io.hotcopy.admin.AdminFixture.message

import io.hotcopy.backupset.BackupSet
import io.hotcopy.term.ArchiveId
import spock.lang.Specification
import spock.lang.TempDir
import spock.lang.Timeout

import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration
import java.util.concurrent.CompletableFuture
import java.util.concurrent.TimeUnit

/** Hot copies as the vendor's clients ask for them, follow them and cancel them. */
@Timeout(120)
class HotCopySpec extends Specification {
    static final String REFUSED = 'Failure while performing hot-copy: '
    static final String BY_ENGINE = REFUSED + 'Error while sending engine request: '

    @TempDir
    Path directory
    AdminFixture service
    Path backups

    def setup() {
        backups = Files.createDirectory(directory.resolve('backups'))
        service = new AdminFixture(directory.resolve('home')).start()
        service.database().createTable('t', 2, [AdminFixture.SG1, AdminFixture.SG2])
        put('1', 'one')
    }

    def cleanup() {
        service?.close()
    }

    def 'a full into a directory for each archive is told of as the vendor does, and is a set'() {
        when:
        def answer = hotCopy([type: 'full', backupSetDirs: ['1': dir('a1')], timeoutSec: '60'])

        then:
        answer.status() == 200
        with(json(answer)) {
            hotCopyId ==~ /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/
            coordinatorStartId == startId(1)
            status == 'completed'
            stage == 3
            message == 'Hot copy successfully completed'
            beginTimestamp ==~ /\d{4}-\d\d-\d\d \d\d:\d\d:\d\d/
            endTimestamp ==~ /\d{4}-\d\d-\d\d \d\d:\d\d:\d\d/
            destinationDirectory == dir('a1') + '/tmp/full/data'
            uri == 'http://127.0.0.1:8888/api/1/databases/hotCopyStatus' +
                    "?coordinatorStartId=$coordinatorStartId&hotCopyId=$hotCopyId"
        }
        BackupSet.open(backups.resolve('a1')).facts().elements().size() == 1
    }

    def 'incremental and journal go into the set, and the status of each is found by its ids'() {
        given:
        completed(hotCopy([type: 'full', backupSetDirs: ['1': dir('a1')], timeoutSec: 60]))
        put('2', 'two')

        when:
        def incremental = completed(hotCopy([type: 'incremental', backupSetDirs: ['1': dir('a1')], timeoutSec: 60]))
        put('3', 'three')
        def journal = completed(hotCopy([type: 'journal', backupSetDirs: ['1': dir('a1')], timeoutSec: 60]))

        then:
        BackupSet.open(backups.resolve('a1')).facts().elements().size() == 3
        [incremental, journal].every {
            json(status(it.coordinatorStartId, it.hotCopyId)) == it
        }

        when:
        def all = json(service.get('databases/test/hotCopyStatus'))

        then:
        all.errors == [:]
        all.hotCopyStatuses.keySet() == [0, 1, 2, 3].collect { startId(it) } as Set
        all.hotCopyStatuses[startId(1)]*.hotCopyId.containsAll([incremental.hotCopyId, journal.hotCopyId])
        all.hotCopyStatuses[startId(0)] == []
        json(service.get('databases/hotCopyStatus', [coordinatorStartId: startId(1)])).hotCopyStatuses ==
                [(startId(1)): all.hotCopyStatuses[startId(1)]]
    }

    def 'a simple hot copy makes an archive'() {
        when:
        completed(service.post('databases/test/hotCopySimple',
                [backupLocations: ['1': [copyArchiveDir: dir('simple')]], timeoutSec: 60]))

        then:
        Files.isDirectory(backups.resolve('simple'))
    }

    def 'a default directory that is shared takes every archive in, each into its own number'() {
        when:
        Files.createDirectory(backups.resolve('all'))
        completed(hotCopy(
                [type: 'full', shared: 'True', defaultBackupSetDir: dir('all'), backupSetDirs: [:], timeoutSec: 60]))

        then:
        (0..3).every { BackupSet.identity(backups.resolve("all/$it")) }
    }

    def 'what cannot be is refused in the words of the vendor: #because'() {
        given:
        completed(hotCopy([type: 'full', backupSetDirs: ['1': dir('a1')], timeoutSec: 60]))

        when:
        def answer = service.post("databases/$database/hotCopy", saying(body))

        then:
        answer.status() == status
        message(answer) == saying(text)

        where:
        [because, database, status, body, text] << [
            ['no such database', 'no', 404,
             { [type: 'full'] },
             { 'Database no does not exist' }],
            ['no directory at all', 'test', 400,
             { [type: 'full', backupSetDirs: [:]] },
             { REFUSED + 'No archives specified for hot-copy and no default backup location' }],
            ['no such archive', 'test', 400,
             { full('9', 'x') },
             { REFUSED + 'No RUNNING SMs found for database dbName=test' }],
            ['no number', 'test', 400,
             { full('zero', 'x') },
             { REFUSED + 'No RUNNING SMs found for database dbName=test' }],
            ['groups are missing', 'test', 400,
             { full('0', 'x') },
             { REFUSED + 'Not all storage groups are included in hot-copy for dbName=test, missingSgs=[SG2]' }],
            ['no parent', 'test', 409,
             { full('1', 'no/x') },
             { BY_ENGINE + "Failed to create backup set ${dir('no/x')}: No such file or directory" }],
            ['no type', 'test', 400,
             { full('1', 'x') + [type: 'whole'] },
             { '"type" must be full, incremental or journal, not "whole"' }],
            ['a rate of nothing', 'test', 400,
             { full('1', 'x') + [maxRate: '0'] },
             { '"maxRate" must be a whole number from 1 to 9223372036854775807, not "0"' }],
            ['in the home of the domain', 'test', 400,
             { [type: 'full', backupSetDirs: ['1': home('x')]] },
             { "\"${home('x')}\" is not a directory that this service may write into" }],
            ['two archives, one directory', 'test', 400,
             { [type: 'full', defaultBackupSetDir: dir('x'), backupSetDirs: [:]] },
             { REFUSED + "\"${dir('x')}\" is the directory of several archives" }],
            ['test mode', 'test', 400,
             { full('1', 'x') + [testMode: 1] },
             { 'a test mode of hot copies: not supported by hotcopy' }]
        ]
    }

    def 'storage groups may be missing when that is said'() {
        expect:
        completed(hotCopy(full('0', 'a0') + [checkContainsAllSgs: 'False', timeoutSec: 60]))
    }

    def 'one that lasts is told as running, with status 408 after the time to wait, and can be cancelled'() {
        given:
        (1..200).each { put("k$it", 'x' * 1000) }

        when:
        def answer = hotCopy([type: 'full', backupSetDirs: ['1': dir('a1')], maxRate: '1000', timeoutSec: 1])

        then:
        answer.status() == 408
        with(json(answer)) {
            status == 'running'
            stage == 1
            message == 'Stage1: Copy files'
            !containsKey('code')
            !containsKey('endTimestamp')
        }

        when:
        def second = hotCopy([type: 'full', backupSetDirs: ['1': dir('other')]])

        then:
        second.status() == 409
        message(second) == BY_ENGINE + 'Only one full hot copy at a time allowed'

        when:
        def running = json(answer)
        def long_ = service.get('databases/test/hotCopyStatus', [minSecondsRunning: 3600])
        def cancelled = service.send('POST', 'databases/cancelHotCopy',
                [coordinatorStartId: running.coordinatorStartId, hotCopyId: running.hotCopyId, timeoutSec: 60], null)

        then:
        json(long_).hotCopyStatuses[startId(1)] == []
        cancelled.status() == 200
        json(cancelled).status == 'cancelled'
        json(cancelled).message == 'Hot copy cancelled'
    }

    def 'while the service stops it tells of hot copies, and takes no others'() {
        given:
        (1..200).each { put("k$it", 'x' * 1000) }
        def running = json(hotCopy(full('1', 'a1') + [maxRate: '1000']))
        def id = service.domain.copies().running()

        when:
        service.api.leave()
        def refused = hotCopy(full('0', 'a0') + [checkContainsAllSgs: false])
        def told = CompletableFuture.runAsync {
            service.domain.copies().cancelAll()
            service.api.awaitTold(id, Duration.ofSeconds(100))
        }

        then:
        refused.status() == 503
        message(refused) == 'the service is stopping'

        when: 'who waits for it asks once more when it has ended'
        def ended = status(running.coordinatorStartId, running.hotCopyId, 60)

        then:
        json(ended).status == 'cancelled'
        told.get(60, TimeUnit.SECONDS) == null
    }

    def 'a domain that is being stopped begins no other, whoever asks'() {
        when:
        service.domain.copies().takeNoMore()
        def refused = hotCopy(full('1', 'a1'))

        then:
        refused.status() == 409
        message(refused) == BY_ENGINE + 'no hot copy can begin: the domain is being stopped'
        !Files.exists(backups.resolve('a1'))
    }

    def 'one that fails half-way says why'() {
        given:
        (1..200).each { put("k$it", 'x' * 1000) }
        def running = json(hotCopy([type: 'full', backupSetDirs: ['1': dir('a1')], maxRate: 2000]))

        when:
        service.database().killStorageManager(new ArchiveId(1))
        def ended = json(status(running.coordinatorStartId, running.hotCopyId, 60))

        then:
        ended.status == 'failed'
        ended.message.startsWith('Hot copy failed: ')
    }

    def 'after a SYNC a journal hot copy is refused until another has completed'() {
        given:
        completed(hotCopy([type: 'full', backupSetDirs: ['1': dir('a1')], timeoutSec: 60]))
        service.database().stopStorageManager(new ArchiveId(1))
        put('2', 'two')
        service.database().startStorageManager(new ArchiveId(1), { })

        when:
        def refused = hotCopy([type: 'journal', backupSetDirs: ['1': dir('a1')]])

        then:
        refused.status() == 409
        message(refused) == BY_ENGINE + 'Full or incremental hot copy must be completed before journal hot copy'

        when:
        completed(hotCopy([type: 'incremental', backupSetDirs: ['1': dir('a1')], timeoutSec: 60]))

        then:
        completed(hotCopy([type: 'journal', backupSetDirs: ['1': dir('a1')], timeoutSec: 60]))
    }

    def 'who asks for a hot copy that nobody knows is told so'() {
        expect:
        status(startId(1), id).status() == 404
        message(status(startId(1), id)) == "No hot copy found with hotCopyId=$id"

        where:
        id << ['3f0c8a56-8f7e-4c1d-9a55-0d6d7f0c0a01', 'nonsense']
    }

    // ---- the words above

    String dir(String name) {
        backups.resolve(name).toString()
    }

    String home(String name) {
        service.home.resolve(name).toString()
    }

    static Map<String, Object> full(String archive, Path directory) {
        [type: 'full', backupSetDirs: [(archive): directory.toString()]]
    }

    Map<String, Object> full(String archive, String name) {
        full(archive, backups.resolve(name))
    }

    /** What a row says, of the directories of this feature. */
    private Object saying(Closure<?> row) {
        row.rehydrate(this, this, this).call()
    }

    private AdminAnswer hotCopy(Map<String, Object> body) {
        service.post('databases/test/hotCopy', body)
    }

    private AdminAnswer status(String coordinator, String id, int patience = 0) {
        service.get('databases/hotCopyStatus',
                [coordinatorStartId: coordinator, hotCopyId: id] + (patience ? [timeoutSec: patience] : [:]))
    }

    private static Map completed(AdminAnswer answer) {
        assert answer.status() == 200
        def told = json(answer)
        assert told.status == 'completed'
        told
    }

    private String startId(int archive) {
        service.process(archive).startId
    }

    private void put(String key, String value) {
        service.database().begin().withCloseable {
            it.put('t', key.bytes, value.bytes)
            it.commit()
        }
    }
}
