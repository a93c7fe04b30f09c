package io.hotcopy.embedded

import io.hotcopy.driver.ArchiveFacts.State
import io.hotcopy.model.StorageManager
import io.hotcopy.problem.HotCopyException
import io.hotcopy.progress.ProgressEvent
import io.hotcopy.progress.ProgressListener
import io.hotcopy.term.ArchiveId
import io.hotcopy.term.StorageGroupName
import java.nio.file.Path
import java.util.concurrent.locks.LockSupport

/** An archive gives up a storage group that others serve, while the database runs (protocol §3). */
class UnservedGroupSpec extends LivingBank {

    static final ArchiveId ZERO = new ArchiveId(0)
    static final StorageGroupName SG1 = SampleDomain.SG1

    @Override
    long seed() {
        23
    }

    def 'its records of the group are dropped, the others stay, and clients go on'() {
        when:
        database.unserve(ZERO, SG1, ProgressListener.NONE)
        await(60)
        clients.stop()

        then:
        served(ZERO) == ['SG2', 'UNPARTITIONED']
        held(ZERO) == ['SG2', 'UNPARTITIONED']
        database.archiveStates()[0].state() == State.RUNNING
        BankCheck.requireWhole(bank, database, 'after it gave up a group')

        when: 'the domain is declared so and started anew'
        domain.close()
        started(declared('live').start())

        then:
        served(ZERO) == ['SG2', 'UNPARTITIONED']
        domain.reports()[0].absent().isEmpty()
        BankCheck.requireWhole(bank, database, 'after the restart')
    }

    def 'it needs a full before its next incremental and its next journal copy'() {
        given:
        def copies = new SampleCopies(directory.resolve('copies'))
        def series = new CopySeries(domain, 0, directory.resolve('series'))
        def before = series.full(copies)
        series.journal(before)
        database.unserve(ZERO, SG1, ProgressListener.NONE)

        when:
        series.incremental(before)

        then:
        HotCopyException incremental = thrown()
        incremental.message.endsWith('cannot be continued: it gave up storage group SG1')

        when:
        series.journal(before)

        then:
        HotCopyException journal = thrown()
        journal.message == 'Full or incremental hot copy must be completed before journal hot copy'

        when:
        def full = series.full(copies)
        await(30)
        def steps = [series.incremental(full)]
        await(30)
        steps << series.journal(full)

        then:
        steps.last().element().covers().keySet()*.value() == ['SG2', 'UNPARTITIONED']
        steps.last().element().fingerprints() == series.scanned(full, steps)
    }

    def 'what it has given up it can be given again, and then gets as a whole'() {
        when:
        database.unserve(ZERO, SG1, ProgressListener.NONE)
        await(30)
        def report = database.serve(ZERO, SG1, ProgressListener.NONE)
        await(30)
        clients.stop()

        then:
        report.groups()[SG1].files().bytes() > 0
        held(ZERO) == ['SG1', 'SG2', 'UNPARTITIONED']
        BankCheck.requireWhole(bank, database, 'after it got the group again')

        when: 'it is the only one that is left to serve it'
        [1, 3, 4].each { database.stopStorageManager(new ArchiveId(it)) }

        then:
        BankCheck.requireWhole(bank, database, 'on what it got')
    }

    def 'the last one to serve a group keeps it'() {
        given:
        [1, 3, 4].each { database.stopStorageManager(new ArchiveId(it)) }

        when:
        database.unserve(ZERO, SG1, ProgressListener.NONE)

        then:
        HotCopyException last = thrown()
        last.message == 'archive 0 cannot give up storage group SG1: no other running storage manager serves it'
        served(ZERO) == ['SG1', 'SG2', 'UNPARTITIONED']
        database.archiveStates()[0].state() == State.RUNNING
    }

    def '#what is refused'() {
        when:
        database.unserve(new ArchiveId(archive), new StorageGroupName(group), ProgressListener.NONE)

        then:
        HotCopyException refused = thrown()
        refused.message == message

        where:
        what                         | archive | group           || message
        'a group that is not there'  | 0       | 'SG9'           || 'there is no storage group "SG9"'
        'a group it does not serve'  | 0       | 'SG3'           || 'archive 0 does not serve storage group SG3'
        'what every archive serves'  | 0       | 'UNPARTITIONED' || 'every archive serves storage group UNPARTITIONED'
        'an archive that is unknown' | 9       | 'SG1'           || 'acme/test declares no archive 9'
    }

    def 'wherever everything stops dead (at "#stage"), the next start ends it'() {
        given:
        Thread crash = new Thread(domain.&crash)
        ProgressListener atStage = { event ->
            if (event == new ProgressEvent.StageEntered(stage)) {
                crash.start()
                while (database.running().serving) {
                    LockSupport.parkNanos(100_000)
                }
            }
        }

        when:
        database.unserve(ZERO, SG1, atStage)

        then:
        thrown(HotCopyException)

        when:
        crash.join()
        clients.stop()
        started(declared('live').start())

        then:
        served(ZERO) == ['SG2', 'UNPARTITIONED']
        held(ZERO) == ['SG2', 'UNPARTITIONED']
        inSchema(ZERO) == ['SG2', 'UNPARTITIONED']
        BankCheck.requireWhole(bank, database, 'after a crash at ' + stage)

        where:
        stage << ['redo the own journal', 'receive', 'receive files', 'join', 'receive the rest', 'catch up']
    }

    def 'one that was added need not be declared anew, with what it gave up or was given'() {
        given:
        def seven = new ArchiveId(7)
        database.addStorageManager(new StorageManager(seven, 'h3', new TreeSet([SG1, SampleDomain.SG2]), true),
                directory.resolve('disk-7'), false)
        database.startStorageManager(seven, ProgressListener.NONE)

        when:
        database.unserve(seven, SG1, ProgressListener.NONE)
        database.serve(seven, SampleDomain.SG3, ProgressListener.NONE)
        clients.stop()
        domain.close()
        started(sample.start())

        then:
        served(seven) == ['SG2', 'SG3', 'UNPARTITIONED']
        held(seven) == ['SG2', 'SG3', 'UNPARTITIONED']
        BankCheck.requireWhole(bank, database, 'after the restart')
    }

    private SampleDomain declared(String home) {
        new SampleDomain(directory.resolve(home))
                .with(0, SampleDomain.SG2)
                .with(1, SG1, SampleDomain.SG3)
                .with(2, SampleDomain.SG2, SampleDomain.SG3)
                .with(3, SG1, SampleDomain.SG2)
                .with(4, SG1, SampleDomain.SG3)
                .with(5, SampleDomain.SG2, SampleDomain.SG3)
    }

    private List<String> served(ArchiveId archive) {
        status(archive).serves()*.value()
    }

    private List<String> inSchema(ArchiveId archive) {
        schema()[archive]*.value()
    }

    private List<String> held(ArchiveId archive) {
        database.running().open(archive).get().member().store().groups()*.value()
    }
}
