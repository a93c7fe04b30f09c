package io.hotcopy.mission

import static io.hotcopy.term.HotCopyType.FULL
import static io.hotcopy.term.HotCopyType.INCREMENTAL
import static io.hotcopy.term.HotCopyType.JOURNAL

import io.hotcopy.backupset.SyncedFiles
import io.hotcopy.problem.HotCopyException
import io.hotcopy.recovery.RestoreTarget.BeforeCommit
import io.hotcopy.recovery.RestoreTarget.Latest
import io.hotcopy.recovery.RestoreTarget.ToCommit
import io.hotcopy.verb.StartRequest
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.TempDir

/** Lineage (protocol §1): a restored database begins a new life, whose commits are not those of the old one. */
class LivesAfterRestoreSpec extends Specification {

    @TempDir
    Path directory
    @AutoCleanup
    LiveBank bank

    def 'both lives are restored, each with its own commits of the same numbers'() {
        given: 'the old life, with a mistake in it'
        bank = new LiveBank(directory, LiveBank.THREE_GROUPS, [pair: [0, 1]])
        bank.put('4711', 'rich')
        bank.work()
        def oldFull = bank.backup('pair', FULL)
        def mistake = bank.delete('4711')
        def oldLast = bank.work()
        bank.backup('pair', JOURNAL)
        def oldStates = new TreeMap(bank.states)

        and: 'the new life, restored to before it'
        def restored = bank.restore(new BeforeCommit(mistake))
        def oldJournal = bank.plan('pair', JOURNAL)
        def oldIncremental = bank.plan('pair', INCREMENTAL)
        bank.verbs.stop().run()
        Files.move(directory.resolve('data'), directory.resolve('data-old'))
        bank.verbs.start().run(new StartRequest('bank', [], Optional.of(restored.to())))
        bank.states.tailMap(mistake.value()).clear()

        when: 'it goes on, and an archive of the old life that comes back is refused'
        bank.work(45)
        Files.move(directory.resolve('data-old/ledger/archive-2'), bank.archiveDirectory(2))
        bank.startManager(2)

        then:
        HotCopyException stale = thrown()
        stale.message.contains('holds commits of an earlier life of the database')
        stale.hints()[0].contains('or empty the directory')

        when: 'with an empty directory it gets everything'
        SyncedFiles.deleteTree(bank.archiveDirectory(2))
        bank.startManager(2)

        then:
        noExceptionThrown()

        when: 'an incremental into a set of the old life, planned by somebody who does not know'
        bank.carryOut(oldIncremental)

        then:
        HotCopyException otherLife = thrown()
        otherLife.message.contains('is of archive')

        when:
        bank.carryOut(oldJournal)

        then:
        thrown(HotCopyException)

        when: 'it is copied again'
        def newFull = bank.backup('pair', FULL)
        def newLast = bank.work()
        bank.backup('pair', JOURNAL)
        def newLife = newFull.run().toString()
        def oldLife = oldFull.run().toString()

        then: 'the new life'
        bank.restoredRows(new Latest(), newLife) == bank.states.lastEntry().value
        bank.restoresExactly(newLast, newLife)

        and: 'the old life, at numbers that the new one has used again'
        oldLast < newFull.cut()
        bank.restoredRows(new ToCommit(oldLast), oldLife) == oldStates.floorEntry(oldLast.value()).value
        bank.restoredRows(new Latest(), oldLife) == oldStates.lastEntry().value
        !bank.restoredRows(new ToCommit(mistake), oldLife).containsKey('4711')
        bank.restoredRows(new Latest(), newLife)['4711'] == 'rich'
    }
}
