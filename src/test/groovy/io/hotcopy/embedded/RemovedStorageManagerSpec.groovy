package io.hotcopy.embedded

import io.hotcopy.driver.ArchiveFacts.State
import io.hotcopy.driver.CopyRequest
import io.hotcopy.model.StorageManager
import io.hotcopy.problem.HotCopyException
import io.hotcopy.progress.ProgressListener
import io.hotcopy.term.ArchiveId
import io.hotcopy.term.ElementId
import io.hotcopy.term.HotCopyType
import io.hotcopy.term.StorageGroupName
import java.nio.file.Files
import java.nio.file.Path

/** A running database loses a storage manager for good, and perhaps gets one of its number again. */
class RemovedStorageManagerSpec extends LivingBank {

    static final ArchiveId ONE = new ArchiveId(1)
    static final ArchiveId SEVEN = new ArchiveId(7)

    Path place

    @Override
    long seed() {
        22
    }

    def setup() {
        place = directory.resolve('disk-7')
    }

    def 'a declared one is gone, its archive stays on disk, and it stays away after a #end'() {
        when:
        database.stopStorageManager(ONE)
        database.removeStorageManager(ONE, false)

        then:
        known() == [0, 2, 3, 4, 5]
        database.removedStorageManagers() == new TreeSet([ONE])
        database.facts().archive(ONE).empty
        !schema().containsKey(ONE)
        Files.exists(sample.archive(1).resolve('archive.yaml'))

        when:
        end == 'stop' ? domain.close() : domain.crash()
        clients.stop()

        then:
        EmbeddedDomain.savedFacts(sample.declared(), 'test').archive(ONE).empty

        when:
        started(sample.start())

        then:
        known() == [0, 2, 3, 4, 5]
        database.removedStorageManagers() == new TreeSet([ONE])
        domain.reports()[0].absent().isEmpty()
        BankCheck.requireWhole(bank, database, 'after the ' + end)

        where:
        end << ['stop', 'crash']
    }

    def 'an added one is gone, and nobody knows after the next start that there was one'() {
        given:
        addSeven()
        database.startStorageManager(SEVEN, ProgressListener.NONE)
        database.stopStorageManager(SEVEN)

        when:
        database.removeStorageManager(SEVEN, false)

        then:
        known() == [0, 1, 2, 3, 4, 5]
        database.removedStorageManagers().isEmpty()
        Files.exists(place.resolve('archive.yaml'))
        !Files.exists(place.resolve('home.yaml'))

        when:
        clients.stop()
        domain.close()
        started(sample.start())

        then:
        known() == [0, 1, 2, 3, 4, 5]
        !schema().containsKey(SEVEN)
    }

    def 'purged, nothing is left of it'() {
        given:
        addSeven()
        database.startStorageManager(SEVEN, ProgressListener.NONE)
        [ONE, SEVEN].each { database.stopStorageManager(it) }

        when:
        [ONE, SEVEN].each { database.removeStorageManager(it, true) }

        then:
        !Files.exists(place)
        !Files.exists(sample.archive(1))
        database.running().state().state().archives().keySet()*.value() == [0, 2, 3, 4, 5]

        when: 'both come anew'
        clients.stop()
        domain.close()
        started(sample.start())
        addSeven()
        add(ONE, sample.archive(1))
        [ONE, SEVEN].each { database.startStorageManager(it, ProgressListener.NONE) }

        then:
        known() == [0, 1, 2, 3, 4, 5, 7]
        BankCheck.requireWhole(bank, database, 'after they came anew')
    }

    def 'what is not an archive of this database is not deleted, and the storage manager stays'() {
        given:
        addSeven()
        Files.createDirectories(place.resolve('photographs'))

        when:
        database.removeStorageManager(SEVEN, true)

        then:
        HotCopyException refused = thrown()
        refused.message == "\"$place\" is not deleted: it has no archive.yaml"
        Files.exists(place.resolve('photographs'))
        known().contains(7)
    }

    def 'one of its number comes back on what was left of it, and gets only the difference'() {
        given:
        database.stopStorageManager(ONE)
        database.removeStorageManager(ONE, false)
        await(30)

        when:
        add(ONE, sample.archive(1))
        def report = database.startStorageManager(ONE, ProgressListener.NONE)
        await(30)
        clients.stop()

        then:
        report.from().value() > 0
        database.removedStorageManagers().isEmpty()
        BankCheck.requireWhole(bank, database, 'after it came back')

        when:
        domain.close()
        started(sample.start())

        then:
        status(ONE).state() == State.RUNNING
        status(ONE).added()
        BankCheck.requireWhole(bank, database, 'after the restart')
    }

    def 'one of its number comes anew, elsewhere, on another host and for other groups'() {
        given:
        database.stopStorageManager(ONE)
        database.removeStorageManager(ONE, false)
        clients.stop()
        domain.close()
        started(sample.start())

        when:
        add(ONE, place, SampleDomain.SG2)
        def report = database.startStorageManager(ONE, ProgressListener.NONE)

        then:
        report.from().value() == 0
        [status(ONE).host(), status(ONE).directory()] == ['h3', place]
        status(ONE).serves()*.value() == ['SG2', 'UNPARTITIONED']

        when:
        domain.crash()
        started(sample.start())

        then: 'what is declared of its number counts no more'
        status(ONE).state() == State.RUNNING
        status(ONE).serves()*.value() == ['SG2', 'UNPARTITIONED']
        BankCheck.requireWhole(bank, database, 'after the restart')
        Files.exists(sample.archive(1))
    }

    def 'its full is a base no more for one that came anew, and after a full of that all types go on'() {
        given:
        def copies = new SampleCopies(directory.resolve('copies'))
        def series = new CopySeries(domain, 0, directory.resolve('series'))
        def before = series.full(copies)
        database.stopStorageManager(new ArchiveId(0))
        database.removeStorageManager(new ArchiveId(0), false)
        add(new ArchiveId(0), place, SampleDomain.SG1, SampleDomain.SG2)
        database.startStorageManager(new ArchiveId(0), ProgressListener.NONE)

        when:
        series.incremental(before)

        then:
        thrown(HotCopyException)

        when:
        def full = series.full(copies)
        await(30)
        def steps = [series.incremental(full)]
        await(30)
        steps << series.journal(full)

        then:
        steps.last().element().fingerprints() == series.scanned(full, steps)
    }

    def 'one that runs is not removed, nor one that is not there, nor one of which a hot copy has not ended'() {
        when:
        database.removeStorageManager(ONE, false)

        then:
        HotCopyException running = thrown()
        running.message == 'archive 1 cannot be removed: its storage manager is running'

        when:
        database.removeStorageManager(SEVEN, false)

        then:
        HotCopyException unknown = thrown()
        unknown.message == 'acme/test declares no archive 7'

        when:
        def copy = domain.copies(SampleDomain.NAME).begin(ONE,
                new CopyRequest(new ElementId(UUID.randomUUID()), HotCopyType.SIMPLE, Optional.empty()))
        database.stopStorageManager(ONE)
        database.removeStorageManager(ONE, false)

        then:
        HotCopyException copied = thrown()
        copied.message == 'archive 1 cannot be removed: a hot copy of it has not ended'

        when:
        copy.close()
        database.removeStorageManager(ONE, false)

        then:
        known() == [0, 2, 3, 4, 5]
    }

    def 'M8 one that was killed comes back by SYNC, or is removed'() {
        when:
        database.killStorageManager(ONE)
        await(30)

        then:
        status(ONE).state() == State.STOPPED
        status(ONE).absence().get().reason() == 'it has crashed'

        when:
        database.startStorageManager(ONE, ProgressListener.NONE)
        database.killStorageManager(ONE)
        database.removeStorageManager(ONE, true)
        clients.stop()

        then:
        known() == [0, 2, 3, 4, 5]
        BankCheck.requireWhole(bank, database, 'without it')
    }

    def 'the database stops when the last one to serve a storage group is killed'() {
        given:
        [1, 3, 4].each { database.stopStorageManager(new ArchiveId(it)) }

        when:
        database.killStorageManager(new ArchiveId(0))

        then:
        HotCopyException stops = thrown()
        stops.message.startsWith('database "test" has stopped: ')
        database.stopped().present
        status(new ArchiveId(2)).state() == State.UNKNOWN
    }

    private void addSeven() {
        add(SEVEN, place)
    }

    private void add(ArchiveId archive, Path where, StorageGroupName... groups) {
        def serves = groups.length == 0 ? [SampleDomain.SG1, SampleDomain.SG3] : groups as List
        database.addStorageManager(new StorageManager(archive, 'h3', new TreeSet(serves), true), where, false)
    }
}
