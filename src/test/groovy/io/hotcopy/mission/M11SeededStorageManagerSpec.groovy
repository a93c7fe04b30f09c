package io.hotcopy.mission

import static io.hotcopy.term.HotCopyType.FULL
import static io.hotcopy.term.HotCopyType.INCREMENTAL

import io.hotcopy.backupset.SyncedFiles
import io.hotcopy.driver.ArchiveFacts.State
import io.hotcopy.recovery.RestoreTarget.Latest
import io.hotcopy.term.ArchiveId
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.TempDir

/** M11: a new storage manager may SYNC everything; one that begins on the latest backup SYNCs the difference. */
class M11SeededStorageManagerSpec extends Specification {

    @TempDir
    Path directory
    @AutoCleanup
    LiveBank bank

    def 'on an empty archive everything is SYNCed, on a restored one the difference only'() {
        given: 'much that was backed up, and a little that came later'
        bank = new LiveBank(directory, archives, [one: [1]])
        100.times { bank.put("row-$it", 'x' * 2_000) }
        bank.backup('one', FULL, true)
        50.times { bank.put("row-$it", 'y' * 2_000) }
        bank.backup('one', INCREMENTAL, true)
        5.times { bank.put("row-$it", 'z' * 2_000) }

        when: 'the storage manager is lost, and begins on an empty archive'
        lose()
        def empty = bank.startManager(1)

        then:
        bank.database().facts().archive(new ArchiveId(1)).get().state() == State.RUNNING
        empty.from().value() == 0

        when: 'it is lost again, and begins on what its latest backup gives'
        lose()
        def restored = bank.restore(new Latest())
        Files.move(restored.archives()[new ArchiveId(1)], bank.archiveDirectory(1))
        def seeded = bank.startManager(1)

        then: 'bytes SYNCed, seeded against empty'
        seeded.from() == restored.commit().get()
        seeded.bytes().bytes() > 0
        seeded.bytes().bytes() * 10 < empty.bytes().bytes()

        and: 'it is as good as the others: with them gone it serves what they served'
        bank.stopManager(0)
        bank.database().begin().withCloseable { transaction ->
            (0..<100).every { new String(transaction.get('accounts', "row-$it".bytes).get()) == row(it) }
        }

        where:
        archives << [LiveBank.NO_GROUPS, LiveBank.THREE_GROUPS]
    }

    private static String row(int number) {
        (number < 5 ? 'z' : number < 50 ? 'y' : 'x') * 2_000
    }

    private void lose() {
        bank.stopManager(1)
        SyncedFiles.deleteTree(bank.archiveDirectory(1))
    }
}
