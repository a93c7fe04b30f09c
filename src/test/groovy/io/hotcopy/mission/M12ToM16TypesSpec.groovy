package io.hotcopy.mission

import static io.hotcopy.term.HotCopyType.FULL
import static io.hotcopy.term.HotCopyType.INCREMENTAL
import static io.hotcopy.term.HotCopyType.JOURNAL
import static io.hotcopy.term.HotCopyType.SIMPLE

import io.hotcopy.backupset.BackupSet
import io.hotcopy.driver.CopyRefusedException
import io.hotcopy.problem.HotCopyException
import io.hotcopy.recovery.RestoreTarget.Latest
import io.hotcopy.recovery.RestoreTarget.ToElement
import io.hotcopy.verb.OpenRequest
import io.hotcopy.verb.ProblemsException
import io.hotcopy.verb.StartRequest
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.TempDir

/** M12–M16: what each of the four types makes, and what it is good for. */
class M12ToM16TypesSpec extends Specification {

    @TempDir
    Path directory
    @AutoCleanup
    LiveBank bank

    def setup() {
        bank = new LiveBank(directory, LiveBank.NO_GROUPS, [zero: [0], one: [1]])
        200.times { bank.put("row-$it", 'x' * 500) }
    }

    def 'M12: a simple hot copy is an archive on which the database starts at once; no set is used or made'() {
        when:
        def simple = bank.backup('zero', SIMPLE)
        bank.work()

        then:
        bank.verbs.list().run([]).listing().collections() == []
        !BackupSet.isLikely(simple.archives()[0].directory())

        when: 'nothing is restored: create archive --restored'
        bank.verbs.stop().run()
        Files.move(directory.resolve('data'), directory.resolve('data-lost'))
        bank.verbs.start().run(new StartRequest('bank', [], Optional.of(simple.archives()[0].directory())))

        then:
        rows() == bank.stateAt(simple.cut())
    }

    def 'M13: a full is a new set with the whole archive and its journal; later ones are appended until the next'() {
        when:
        def full = bank.backup('zero', FULL)
        bank.work()
        def later = [INCREMENTAL, JOURNAL].collect { bank.backup('zero', it) }
        def next = bank.backup('zero', FULL)
        bank.work()
        def after = [INCREMENTAL, JOURNAL].collect { bank.backup('zero', it) }

        then:
        later.every { it.archives()[0].directory() == full.archives()[0].directory() }
        after.every { it.archives()[0].directory() == next.archives()[0].directory() }
        elements(full) == ['full', '1.inc', '1.jnl']
        elements(next) == ['full', '1.inc', '1.jnl']
        Files.isDirectory(full.archives()[0].directory().resolve('full/data/journal'))
        ([full, next] + later + after).every { bank.restoresExactly(it.cut()) }
    }

    def 'M14: an incremental copies only what changed since the one before, deletions too'() {
        given:
        def full = bank.backup('zero', FULL)
        3.times { bank.put("row-$it", 'new' + 'y' * 500) }
        bank.delete('row-100')

        when:
        def first = bank.backup('zero', INCREMENTAL)
        bank.put('row-7', 'z' * 500)
        def second = bank.backup('zero', INCREMENTAL)
        def idle = bank.backup('zero', INCREMENTAL)

        then:
        first.bytes() * 5 < full.bytes()
        second.bytes() < first.bytes()
        idle.bytes() < second.bytes()
        [full, first, second, idle].every { bank.restoresExactly(it.cut()) }
        !bank.stateAt(second.cut()).containsKey('row-100')
    }

    def 'M15: a journal copy holds every commit since the one before, so that each of them can be restored'() {
        given:
        bank.backup('zero', FULL)
        def commits = (0..<4).collect { bank.work(3) }
        def first = bank.backup('zero', JOURNAL)
        commits += (0..<4).collect { bank.work(3) }

        when:
        def second = bank.backup('zero', JOURNAL)

        then:
        (commits + [first.cut(), second.cut()]).every { bank.restoresExactly(it) }
    }

    def 'M15: journal hot copy must be enabled on the storage manager'() {
        given:
        bank.close()
        def without = Files.createDirectory(directory.resolve('without'))
        bank = new LiveBank(without, LiveBank.NO_GROUPS, [zero: [0]], false)
        def full = bank.plan('zero', FULL)
        bank.carryOut(full)

        when:
        bank.backup('zero', JOURNAL)

        then: 'the plan knows'
        ProblemsException foreseen = thrown()
        foreseen.problems()*.message().any { it.startsWith('journal hot copy is not enabled for archive 0') }

        when:
        bank.carryOut(bank.planInto(full, JOURNAL))

        then: 'and so does the database'
        CopyRefusedException refused = thrown()
        refused.message.contains('not enabled')
    }

    def 'M16: a set cannot be used directly'() {
        given:
        def set = bank.backup('zero', FULL).archives()[0].directory()
        bank.verbs.stop().run()
        Files.move(directory.resolve('data'), directory.resolve('data-lost'))

        when:
        bank.verbs.open().run(new OpenRequest([set], 'direct'))

        then:
        thrown(HotCopyException)

        when:
        bank.verbs.start().run(new StartRequest('bank', [], Optional.of(set)))

        then:
        thrown(HotCopyException)
    }

    def 'M16: the restore tool makes an archive of it, of the newest state or of an earlier element'() {
        given:
        def full = bank.backup('zero', FULL)
        bank.work()
        def incremental = bank.backup('zero', INCREMENTAL)
        bank.work()
        def journal = bank.backup('zero', JOURNAL)

        expect:
        bank.restoredRows(new Latest()) == bank.stateAt(journal.cut())
        bank.restoredRows(new ToElement(incremental.run())) == bank.stateAt(incremental.cut())
        bank.restoredRows(new ToElement(full.run())) == bank.stateAt(full.cut())

        when:
        def restored = bank.restore(new ToElement(incremental.run()))
        bank.verbs.stop().run()
        Files.move(directory.resolve('data'), directory.resolve('data-lost'))
        bank.verbs.start().run(new StartRequest('bank', [], Optional.of(restored.to())))

        then: 'and the database starts on it'
        rows() == bank.stateAt(incremental.cut())
    }

    private Map<String, String> rows() {
        Map<String, String> rows = [:]
        bank.database().begin().withCloseable { transaction ->
            transaction.scan('accounts', new byte[0]) { key, value -> rows[new String(key)] = new String(value); true }
        }
        rows
    }

    private static List<String> elements(copy) {
        BackupSet.open(copy.archives()[0].directory()).facts().elements()*.directory()
    }
}
