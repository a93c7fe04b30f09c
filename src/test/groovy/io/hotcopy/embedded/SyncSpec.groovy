package io.hotcopy.embedded

import io.hotcopy.driver.ArchiveFacts.State
import io.hotcopy.driver.CopyRequest
import io.hotcopy.problem.HotCopyException
import io.hotcopy.progress.ProgressEvent
import io.hotcopy.progress.ProgressListener
import io.hotcopy.term.ArchiveId
import io.hotcopy.term.ElementId
import io.hotcopy.term.HotCopyType
import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.locks.LockSupport
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.TempDir

/** M8, M11, M27 and M28: storage managers go and come back while the database runs. */
class SyncSpec extends Specification {

    static final ArchiveId ONE = new ArchiveId(1)

    @TempDir
    Path directory

    @AutoCleanup
    EmbeddedDomain domain

    SampleDomain sample
    EmbeddedDatabase database
    Bank bank = new Bank(8)
    Bank.Life clients

    def setup() {
        sample = SampleDomain.ofSix(directory.resolve('live'))
        domain = sample.start()
        database = SampleDomain.database(domain)
        Bank.open(database)
        clients = bank.run(database, 3)
        await(60)
    }

    def cleanup() {
        clients.stop()
    }

    private State state() {
        database.facts().archive(ONE).get().state()
    }

    private List<ArchiveId> members() {
        database.running().pipeline().membership().members()*.archive()
    }

    private void await(int more) {
        int wanted = bank.acknowledged.size() + more
        while (bank.acknowledged.size() < wanted) {
            LockSupport.parkNanos(100_000)
        }
    }

    def "M8: a lost storage manager restarts, and SYNCs from the others while clients go on"() {
        given:
        Set<State> seen = []
        List<String> stages = []
        ProgressListener progress = { event ->
            seen << state()
            if (event instanceof ProgressEvent.StageEntered) {
                stages << event.stage()
            }
        }

        when: 'it crashes'
        database.killStorageManager(ONE)
        await(60)

        then: 'the others serve all storage groups'
        state() == State.STOPPED
        !members().contains(ONE)

        when: 'it comes back'
        def report = database.startStorageManager(ONE, progress)
        await(30)
        clients.stop()

        then: 'it was SYNCING until it had all, and is RUNNING now'
        seen == [State.SYNCING] as Set
        stages == ['redo the own journal', 'receive', 'join', 'receive the rest', 'catch up']
        state() == State.RUNNING
        members().contains(ONE)
        report.joined().isAfter(report.from())

        and: 'every storage manager holds the same'
        BankCheck.requireWhole(bank, database, 'after the SYNC')
        sample.events().last() instanceof DomainEvent.StorageManagerJoined
    }

    def "M11: on a restored backup only the difference is SYNCed, on an empty archive everything"() {
        given: 'a backup, and more commits after it'
        def copies = new SampleCopies(directory.resolve('copies'))
        await(200)
        clients.stop()
        def restored = copies.restore(copies.copy(domain, 1)).resolve('archive-1')
        database.createTable('later', 4, [SampleDomain.SG1, SampleDomain.SG3])
        20.times { row ->
            database.begin().withCloseable {
                it.put('later', SampleDomain.bytes("row $row"), new byte[1000])
                it.commit()
            }
        }

        when: 'a new storage manager begins on an empty archive'
        database.stopStorageManager(ONE)
        Files.move(sample.archive(1), directory.resolve('away-1'))
        def empty = database.startStorageManager(ONE, ProgressListener.NONE)

        and: 'another one on the restored backup'
        database.stopStorageManager(ONE)
        Files.move(sample.archive(1), directory.resolve('away-2'))
        Files.move(restored, sample.archive(1))
        def seeded = database.startStorageManager(ONE, ProgressListener.NONE)

        then:
        empty.from().value() == 0
        seeded.from().value() > 0
        seeded.bytes().bytes() < empty.bytes().bytes() / 2
        BankCheck.requireWhole(bank, database, 'on a seeded archive')
    }

    def "M27: a storage manager that is down or catches up cannot be hot copied, the others can"() {
        given:
        database.stopStorageManager(ONE)

        when:
        copy(ONE).close()

        then:
        def down = thrown(HotCopyException)
        down.message == 'No RUNNING SMs found for database dbName=test'
        down.hints() == ['Archive 1 is STOPPED: it was stopped.']

        and:
        copy(new ArchiveId(4)).close()

        when: 'it is asked while it catches up'
        String refused = null
        database.startStorageManager(ONE, { event ->
            if (event == new ProgressEvent.StageEntered('catch up')) {
                try {
                    copy(ONE).close()
                } catch (HotCopyException syncing) {
                    refused = syncing.hints()[0]
                }
            }
        } as ProgressListener)

        then:
        refused == 'Archive 1 is SYNCING: wait until it is RUNNING.'

        and: 'when it is RUNNING it can be copied again'
        copy(ONE).close()
    }

    def "M28: whoever was away has its journal hot copies suspended, also over a restart"() {
        when:
        database.stopStorageManager(ONE)
        database.startStorageManager(ONE, ProgressListener.NONE)

        then:
        suspended() ==~ /a SYNC began at commit \d+/

        when:
        clients.stop()
        def before = suspended()
        domain.close()
        domain = sample.start()
        database = SampleDomain.database(domain)

        then:
        suspended() == before
        domain.reports()[0].returned().isEmpty()
    }

    private String suspended() {
        database.facts().archive(ONE).get().journalSuspended().orElse('')
    }

    private copy(ArchiveId archive) {
        domain.copies(SampleDomain.NAME).begin(archive,
            new CopyRequest(new ElementId(UUID.randomUUID()), HotCopyType.SIMPLE, Optional.empty()))
    }
}
