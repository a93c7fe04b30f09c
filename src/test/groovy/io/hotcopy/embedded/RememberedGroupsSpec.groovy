package io.hotcopy.embedded

import static io.hotcopy.embedded.SampleDomain.SG1
import static io.hotcopy.embedded.SampleDomain.SG2
import static io.hotcopy.embedded.SampleDomain.SG3

import io.hotcopy.model.StorageManager
import io.hotcopy.problem.HotCopyException
import io.hotcopy.progress.ProgressListener
import io.hotcopy.term.ArchiveId
import io.hotcopy.term.StorageGroupName
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.TempDir

/** What a declared archive was given and gave up while the database ran holds at the next start, declared or not. */
class RememberedGroupsSpec extends Specification {

    static final ArchiveId ZERO = new ArchiveId(0)
    static final ArchiveId ONE = new ArchiveId(1)
    static final StorageGroupName SG4 = new StorageGroupName('SG4')

    @TempDir
    Path directory

    @AutoCleanup
    EmbeddedDomain domain

    EmbeddedDatabase database

    def setup() {
        start(asDeclared())
        database.createTable('accounts', 4, [SG1, SG2])
        put('accounts', 20)
    }

    def 'a storage group that was added need not be declared'() {
        given:
        database.addStorageGroup(SG4, [ZERO] as Set)
        database.serve(ONE, SG4, ProgressListener.NONE)
        database.createTable('notes', 4, [SG4, SG3])
        put('notes', 30)

        when:
        domain.close()
        def saved = EmbeddedDomain.savedFacts(asDeclared().declared(), 'test')
        start(asDeclared())

        then:
        [saved, database.facts()].each {
            assert it.storageGroups()*.value() == ['SG1', 'SG2', 'SG3', 'SG4', 'UNPARTITIONED']
            assert it.archive(ZERO).get().serves()*.value() == ['SG1', 'SG2', 'SG4', 'UNPARTITIONED']
            assert it.archive(ONE).get().serves()*.value() == ['SG1', 'SG3', 'SG4', 'UNPARTITIONED']
        }
        served(ONE) == ['SG1', 'SG3', 'SG4', 'UNPARTITIONED']
        database.storageGroups().contains(SG4)
        count('notes') == 30
        domain.reports()[0].absent().isEmpty()
        domain.reports()[0].undeclared() == [
            'storage groups [SG4] were added while it ran, and are not declared',
            'archive 0 is declared to serve [SG1, SG2, UNPARTITIONED], and serves [SG1, SG2, SG4, UNPARTITIONED]'
                    + ' since that was changed while it ran',
            'archive 1 is declared to serve [SG1, SG3, UNPARTITIONED], and serves [SG1, SG3, SG4, UNPARTITIONED]'
                    + ' since that was changed while it ran']

        when: 'its last two servers cannot both go'
        database.stopStorageManager(ZERO)
        database.stopStorageManager(ONE)

        then:
        HotCopyException last = thrown()
        last.message.endsWith('no other running one serves storage groups [SG4]')
    }

    def 'a storage group that was given up is not served again because it is still declared'() {
        given:
        database.unserve(ZERO, SG1, ProgressListener.NONE)

        when:
        domain.crash()
        start(asDeclared())

        then:
        served(ZERO) == ['SG2', 'UNPARTITIONED']
        database.running().open(ZERO).get().member().store().groups()*.value() == ['SG2', 'UNPARTITIONED']
        count('accounts') == 20
        domain.reports()[0].undeclared() == [
            'archive 0 is declared to serve [SG1, SG2, UNPARTITIONED], and serves [SG2, UNPARTITIONED]'
                    + ' since that was changed while it ran']

        when: 'it can be given it again, and then nothing differs'
        database.serve(ZERO, SG1, ProgressListener.NONE)
        domain.close()
        start(asDeclared())

        then:
        served(ZERO) == ['SG1', 'SG2', 'UNPARTITIONED']
        domain.reports()[0].undeclared().isEmpty()
        !remembered().contains('archive: 0')
    }

    def 'the declaration may follow in part, and what it has caught up with is forgotten'() {
        given:
        database.addStorageGroup(SG4, [ZERO, ONE] as Set)
        database.unserve(ZERO, SG1, ProgressListener.NONE)

        when: 'archive 0 is not declared to serve the new group yet, archive 1 is'
        domain.close()
        start(sixWith([SG1, SG2], [SG1, SG3, SG4]))

        then:
        served(ZERO) == ['SG2', 'SG4', 'UNPARTITIONED']
        domain.reports()[0].undeclared() == [
            'archive 0 is declared to serve [SG1, SG2, UNPARTITIONED], and serves [SG2, SG4, UNPARTITIONED]'
                    + ' since that was changed while it ran']

        when: 'all of it is declared'
        domain.close()
        start(sixWith([SG2, SG4], [SG1, SG3, SG4]))

        then:
        domain.reports()[0].undeclared().isEmpty()
        !remembered().contains('SG4')

        when: 'somebody declares a group again that was given up'
        domain.close()
        start(sixWith([SG1, SG2, SG4], [SG1, SG3, SG4]))

        then:
        HotCopyException again = thrown()
        again.message ==
                'archive 0 of acme/test is declared to serve [SG1, SG2, SG4, UNPARTITIONED],' +
                        ' and serves [SG2, SG4, UNPARTITIONED]'
        again.hints().last() == 'To have it serve [SG1], start it as it is, and let it serve them then.'

        when: 'somebody takes the declaration of a group back'
        start(sixWith([SG2], [SG1, SG3, SG4]))

        then:
        HotCopyException back = thrown()
        back.message ==
                'archive 0 of acme/test is declared to serve [SG2, UNPARTITIONED], and serves [SG2, SG4, UNPARTITIONED]'

        when: 'a start that was refused has changed nothing'
        start(sixWith([SG2, SG4], [SG1, SG3, SG4]))

        then:
        count('accounts') == 20
    }

    def 'what nobody has changed while it ran is refused, beside what somebody has'() {
        given:
        database.addStorageGroup(SG4, [ZERO] as Set)
        domain.close()

        when:
        start(sixWith(zero, [SG1, SG3]))

        then:
        HotCopyException refused = thrown()
        refused.message ==
                "archive 0 of acme/test is declared to serve $declared, and serves [SG1, SG2, SG4, UNPARTITIONED]"

        when:
        start(asDeclared())

        then:
        served(ZERO) == ['SG1', 'SG2', 'SG4', 'UNPARTITIONED']

        where:
        zero                 || declared
        [SG1]                || '[SG1, UNPARTITIONED]'
        [SG1, SG2, SG3]      || '[SG1, SG2, SG3, UNPARTITIONED]'
        [SG1, SG3, SG4]      || '[SG1, SG3, SG4, UNPARTITIONED]'
    }

    def 'a storage group that only an added archive serves is remembered with it'() {
        given:
        def seven = new ArchiveId(7)
        database.addStorageManager(
                new StorageManager(seven, 'h3', new TreeSet([SG1]), true), directory.resolve('disk-7'), false)
        database.startStorageManager(seven, ProgressListener.NONE)
        database.addStorageGroup(SG4, [seven] as Set)
        database.createTable('notes', 2, [SG4])
        put('notes', 10)

        when:
        domain.close()
        start(asDeclared())

        then:
        served(seven) == ['SG1', 'SG4', 'UNPARTITIONED']
        count('notes') == 10
        domain.reports()[0].undeclared() == [
            'storage groups [SG4] were added while it ran, and are not declared',
            'archive 7 was added while it ran, and is not declared']
    }

    def 'an archive that was removed takes along what was remembered of it'() {
        given:
        database.addStorageGroup(SG4, [ZERO, ONE] as Set)
        database.stopStorageManager(ZERO)
        database.removeStorageManager(ZERO, false)

        when:
        domain.close()
        start(asDeclared())

        then:
        domain.reports()[0].undeclared() == [
            'storage groups [SG4] were added while it ran, and are not declared',
            'archive 1 is declared to serve [SG1, SG3, UNPARTITIONED], and serves [SG1, SG3, SG4, UNPARTITIONED]'
                    + ' since that was changed while it ran',
            'archive 0 is declared, and was removed while it ran']

        when: 'it comes back to where it lies, with other groups'
        database.addStorageManager(new StorageManager(ZERO, 'h0', new TreeSet([SG2]), true),
                directory.resolve('live/test/archive-0'), false)
        database.startStorageManager(ZERO, ProgressListener.NONE)
        domain.close()
        start(asDeclared())

        then:
        served(ZERO) == ['SG2', 'UNPARTITIONED']
        domain.reports()[0].undeclared().last() ==
                'archive 0 was added while it ran, and serves instead of the one that is declared'
    }

    private SampleDomain asDeclared() {
        sixWith([SG1, SG2], [SG1, SG3])
    }

    private SampleDomain sixWith(List<StorageGroupName> zero, List<StorageGroupName> one) {
        new SampleDomain(directory.resolve('live'))
                .with(0, zero as StorageGroupName[])
                .with(1, one as StorageGroupName[])
                .with(2, SG2, SG3)
                .with(3, SG1, SG2)
                .with(4, SG1, SG3)
                .with(5, SG2, SG3)
    }

    private void start(SampleDomain sample) {
        domain = sample.start()
        database = SampleDomain.database(domain)
    }

    private String remembered() {
        Files.readString(directory.resolve('live/test/storage-managers.yaml'))
    }

    private List<String> served(ArchiveId archive) {
        database.archiveStates().find { it.id() == archive }.serves()*.value()
    }

    private void put(String table, int rows) {
        rows.times { row ->
            database.begin().withCloseable {
                it.put(table, SampleDomain.bytes('row' + row), SampleDomain.bytes('value'))
                it.commit()
            }
        }
    }

    private long count(String table) {
        database.begin().withCloseable { it.count(table) }
    }
}
