package io.hotcopy.mission

import static io.hotcopy.term.HotCopyType.FULL
import static io.hotcopy.term.HotCopyType.INCREMENTAL
import static io.hotcopy.term.HotCopyType.JOURNAL

import io.hotcopy.backupset.BackupSet
import io.hotcopy.problem.HotCopyException
import io.hotcopy.recovery.RestoreRefusedException
import io.hotcopy.recovery.RestoreTarget.Latest
import io.hotcopy.recovery.RestoreTarget.ToCommit
import io.hotcopy.term.StorageGroupName
import io.hotcopy.verb.ProblemsException
import io.hotcopy.verb.StartRequest
import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.atomic.AtomicBoolean
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.TempDir
import spock.lang.Timeout

/** M34–M39: several storage managers in one hot copy, because only together they have the whole database. */
@Timeout(300)
class M34ToM39CoordinatedSpec extends Specification {

    static final TYPES = [FULL, INCREMENTAL, JOURNAL]

    @TempDir
    Path directory
    @AutoCleanup
    LiveBank bank
    @AutoCleanup
    HeldRun running

    def setup() {
        bank = new LiveBank(directory, LiveBank.THREE_GROUPS, [pair: [0, 1], other: [0, 1], zero: [0], one: [1]])
        bank.work(60)
    }

    def 'M34: no archive alone has the whole database: a hot copy of one is refused, naming what it lacks'() {
        when:
        bank.backup('zero', FULL)

        then:
        ProblemsException refused = thrown()
        refused.problems().findAll { it.error }*.message() ==
            ['Not all storage groups are included in hot-copy for dbName=ledger, missingSgs=[SG3]']

        when: 'it is asked for all the same'
        def partial = bank.backup('zero', FULL, true)

        and: 'and the database is started on what it gives'
        def restored = bank.restore(new Latest(), partial.run().toString())
        bank.verbs.stop().run()
        Files.move(directory.resolve('data'), directory.resolve('data-lost'))
        bank.verbs.start().run(new StartRequest('bank', [], Optional.of(restored.to())))

        then:
        HotCopyException incomplete = thrown()
        incomplete.message ==
            'not all storage groups of bank/ledger are in the restored archives, missing are [SG3]'
    }

    def 'M35: the sets of a #type end at one commit, though writers go on between the copies of the archives'() {
        given:
        type == FULL || bank.backup('pair', FULL)
        bank.work()
        running = bank.hold(bank.plan('pair', type), stage)
        def meanwhile = bank.work()

        when:
        def copied = running.finish()
        bank.work()

        then:
        def cuts = copied.archives().collect { archive ->
            BackupSet.open(archive.directory()).facts().elements().find { it.id() == copied.run() }.cut()
        }
        cuts.unique() == [copied.cut()]
        copied.cut() >= meanwhile
        bank.restoresExactly(copied.cut())

        where: 'held with one archive pinned or the other not yet, and before the cut'
        type        | stage
        FULL        | 'pin'
        FULL        | 'copy files'
        FULL        | 'take the cut'
        INCREMENTAL | 'take the cut'
        JOURNAL     | 'take the cut'
    }

    def 'M35: writers are never paused, and what they write is in all sets or in none'() {
        given:
        bank.backup('pair', FULL)
        def going = new AtomicBoolean(true)
        def writing = Thread.start {
            for (int round = 0; going.get(); round++) {
                bank.database().begin().withCloseable { transaction ->
                    (0..<12).each { transaction.put('accounts', "all-$it".bytes, "$round".bytes) }
                    transaction.commit()
                }
            }
        }

        when:
        def copies = (0..<3).collectMany { TYPES.drop(1).collect { bank.backup('pair', it) } }
        going.set(false)
        writing.join()

        then: 'twelve rows over all storage groups, written together, are always of one round'
        def rounds = copies.collect { copy ->
            def rows = bank.restoredRows(new ToCommit(copy.cut()))
            rows.findAll { it.key.startsWith('all-') }.values().toSet()
        }
        rounds.every { it.size() <= 1 }
        rounds*.size().sum() > 0
    }

    def 'M36: it makes one set for each archive, together a collection'() {
        when:
        def copied = bank.backup('pair', FULL)
        def listed = bank.verbs.list().run([]).listing().collections()

        then:
        listed.size() == 1
        listed[0].id() == copied.run()
        listed[0].locations() == copied.archives()*.directory()
        listed[0].sets()*.facts()*.get()*.archive()*.value() == [0, 1]
    }

    def 'M37: SG1, which both archives serve, is copied twice, and both copies are equal at the cut'() {
        given:
        bank.backup('pair', FULL)
        bank.work()

        when:
        def copied = TYPES.collect { bank.backup('pair', it) }

        then:
        copied.every { copy ->
            def elements = copy.archives().collect { archive ->
                BackupSet.open(archive.directory()).facts().elements().find { it.id() == copy.run() }
            }
            assert elements*.fingerprints()*.get(new StorageGroupName('SG1')).unique().size() == 1
            assert elements*.covers()*.keySet()*.contains(new StorageGroupName('SG1')) == [true, true]
            bank.restoresExactly(copy.cut())
        }
    }

    def 'M38: another pair of archives is copied in the same way, and either restores the whole'() {
        given:
        bank.close()
        bank = new LiveBank(Files.createDirectory(directory.resolve('regions')),
            [0: ['SG1', 'SG2'], 1: ['SG1', 'SG3'], 3: ['SG1', 'SG2'], 4: ['SG1', 'SG3']], [east: [0, 1], west: [3, 4]])
        bank.work()
        def east = bank.backup('east', FULL)
        bank.work()
        def west = bank.backup('west', FULL)

        when: 'one region is lost'
        bank.stopManager(0)
        bank.stopManager(1)
        def later = bank.work()
        bank.backup('west', JOURNAL)

        then:
        bank.restoresExactly(east.cut(), east.run().toString())
        bank.restoresExactly(west.cut(), west.run().toString())
        bank.restoresExactly(later)
    }

    def 'M39: an incremental into sets of different collections is no coordinated copy of either'() {
        given:
        def first = bank.plan('pair', FULL)
        bank.carryOut(first)
        def second = bank.plan('other', FULL)
        bank.carryOut(second)
        def mixed = bank.mix(bank.planInto(first, INCREMENTAL), bank.planInto(second, INCREMENTAL))

        when:
        bank.carryOut(mixed)

        then:
        thrown(HotCopyException)
        bank.verbs.list().run([]).listing().collections().every { it.later() == [] }
    }

    def 'M39: sets of different collections are not restored together to the cut of one'() {
        given:
        def first = bank.backup('pair', FULL)
        bank.work()
        def second = bank.backup('other', FULL)

        when:
        bank.restore(new Latest(), first.archives()[0].directory().toString(),
            second.archives()[1].directory().toString())

        then:
        thrown(HotCopyException)
    }

    def 'the base of archive 0 with journals of archive 1 alone lacks a storage group, which is named'() {
        given:
        bank.close()
        bank = new LiveBank(Files.createDirectory(directory.resolve('joined')),
            LiveBank.THREE_GROUPS + [3: ['SG2']], [pair: [0, 1], one: [1], two: [2]])
        bank.work()
        def base = bank.backup('pair', FULL)
        def sides = ['two'].collect { bank.backup(it, FULL, true) }
        def wanted = bank.work()
        def journal = bank.backup('one', JOURNAL, true)

        when: 'archives 0 and 1 are restored: SG2 of archive 0 has no journal'
        bank.restoredRows(new ToCommit(wanted), base.run().toString())

        then:
        RestoreRefusedException refused = thrown()
        refused.message == "cannot restore commit $wanted: storage group SG2 is missing after commit ${base.cut()}"

        when: 'archive 2 serves SG2 as well'
        bank.backup('two', JOURNAL, true)

        then:
        bank.restoresExactly(wanted, base.run().toString(), sides[0].run().toString())
    }
}
