package io.hotcopy.mission

import static io.hotcopy.term.HotCopyType.FULL
import static io.hotcopy.term.HotCopyType.INCREMENTAL
import static io.hotcopy.term.HotCopyType.JOURNAL

import io.hotcopy.driver.CopyRefusedException
import io.hotcopy.recovery.Coverage
import io.hotcopy.recovery.RestoreRefusedException
import io.hotcopy.recovery.RestoreTarget.ToCommit
import io.hotcopy.shell.page.Pages
import io.hotcopy.term.ArchiveId
import io.hotcopy.verb.ProblemsException
import io.hotcopy.verb.SetRequest
import java.nio.file.Path
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.TempDir

/** M27–M30: hot copies of a database without storage groups, while storage managers go and come back. */
class M27ToM30RedundancySpec extends Specification {

    @TempDir
    Path directory
    @AutoCleanup
    LiveBank bank

    def setup() {
        bank = new LiveBank(directory, LiveBank.NO_GROUPS, [zero: [0], two: [2], both: [0, 2]])
        bank.work()
    }

    def 'M27: while the storage manager that is hot copied is down nothing is backed up, unless there is a second'() {
        given:
        bank.backup('zero', FULL)
        bank.backup('two', FULL)
        bank.stopManager(0)
        def meanwhile = bank.work()

        when:
        bank.backup('zero', INCREMENTAL)

        then:
        ProblemsException refused = thrown()
        refused.problems()[0].message() == 'No RUNNING SMs found for database dbName=ledger'
        refused.problems()[0].hints() == ['Archive 0 on e0 is STOPPED: start it, or copy another backup group.']

        when:
        bank.backup('two', JOURNAL)

        then:
        bank.restoresExactly(meanwhile)

        when: 'it is back and has SYNCed'
        bank.startManager(0)
        def back = bank.backup('zero', INCREMENTAL)

        then:
        bank.restoresExactly(back.cut(), back.archives()[0].directory().toString())
    }

    def 'M28: the commits made while it was down are a hole in its sets, which is known and shown'() {
        given:
        def full = bank.backup('zero', FULL)
        def copied = bank.backup('zero', JOURNAL)
        bank.stopManager(0)
        def hidden = bank.work()
        bank.work()
        bank.startManager(0)
        def rebased = bank.backup('zero', INCREMENTAL)
        def later = bank.work()
        bank.backup('zero', JOURNAL)

        when:
        def coverage = bank.verbs.describe().run(SetRequest.of('latest'))

        then:
        def ranges = coverage.described()[0].coverage().lineages()[0].whole()
        Coverage.gaps(ranges)*.toString() == [hole(copied.cut(), rebased.cut())]
        Pages.of(coverage).all()*.toString().join('\n').contains(hole(copied.cut(), rebased.cut()))

        and: 'before and after it any commit can be restored'
        [full.cut(), copied.cut(), rebased.cut(), later].every { bank.restoresExactly(it) }

        when:
        bank.restoredRows(new ToCommit(hidden))

        then:
        RestoreRefusedException refused = thrown()
        refused.message == "cannot restore commit $hidden: storage group UNPARTITIONED is missing after commit " +
            "${copied.cut()}"
    }

    def 'M28: the sets of another storage manager fill the hole'() {
        given:
        bank.backup('zero', FULL)
        bank.backup('two', FULL)
        bank.stopManager(0)
        def hidden = bank.work()
        bank.startManager(0)
        bank.backup('zero', INCREMENTAL)

        when:
        bank.backup('two', JOURNAL)

        then:
        bank.restoresExactly(hidden)
    }

    def 'after a SYNC a journal copy is refused in the vendor\'s words, until an incremental has completed'() {
        given: 'planned before, so that it is the database that refuses'
        bank.backup('zero', FULL)
        def early = bank.plan('zero', JOURNAL)
        bank.stopManager(0)
        bank.work()
        bank.startManager(0)

        when:
        bank.carryOut(early)

        then:
        CopyRefusedException refused = thrown()
        refused.message.endsWith('Full or incremental hot copy must be completed before journal hot copy')

        when: 'by the verb'
        bank.backup('zero', JOURNAL)

        then:
        ProblemsException foreseen = thrown()
        foreseen.problems()*.message().any {
            it.endsWith('Full or incremental hot copy must be completed before journal hot copy')
        }
        bank.database().facts().archive(new ArchiveId(0)).get().journalSuspended().present

        when:
        bank.backup('zero', INCREMENTAL)
        def later = bank.work()
        bank.backup('zero', JOURNAL)

        then:
        !bank.database().facts().archive(new ArchiveId(0)).get().journalSuspended().present
        bank.restoresExactly(later)
    }

    def 'M29: storage managers that are not hot copied come and go without any hot copy noticing'() {
        given:
        bank.backup('zero', FULL)

        when:
        bank.stopManager(1)
        def without = bank.work()
        bank.backup('zero', JOURNAL)
        bank.startManager(1)
        def again = bank.work()
        bank.backup('zero', INCREMENTAL)

        then:
        bank.restoresExactly(without)
        bank.restoresExactly(bank.backup('zero', JOURNAL).cut())
        again > without
    }

    def 'M30: several in one command are warned of, and each of the sets alone is the whole database'() {
        when:
        def result = bank.result('both', FULL)
        def copied = result.hotCopies()[0]

        then:
        result.plan().problems().any { !it.error && it.message().contains('storage groups') }

        when:
        def apart = bank.backup('zero', FULL)

        then: 'one suffices'
        bank.restoresExactly(apart.cut(), apart.run().toString())
        bank.restoresExactly(copied.cut(), copied.run().toString())
    }

    private static String hole(from, through) {
        "commits ${from.value() + 1} to ${through.value() - 1}"
    }
}
