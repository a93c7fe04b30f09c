package io.hotcopy.mission

import static io.hotcopy.term.HotCopyType.FULL
import static io.hotcopy.term.HotCopyType.INCREMENTAL
import static io.hotcopy.term.HotCopyType.JOURNAL

import io.hotcopy.backupset.SyncedFiles
import io.hotcopy.embedded.journal.Leases
import io.hotcopy.problem.HotCopyException
import java.nio.file.Path
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.TempDir
import spock.lang.Timeout

/** One journal chain per archive goes on over its sets (protocol §4), so that M26 leaves no hole between them. */
@Timeout(300)
class PointInTimeOverSetsSpec extends Specification {

    @TempDir
    Path directory
    @AutoCleanup
    LiveBank bank
    @AutoCleanup
    HeldRun running
    List<?> commits = []

    def setup() {
        bank = new LiveBank(directory, LiveBank.THREE_GROUPS, [pair: [0, 1], zero: [0]])
        note(bank.work())
        bank.backup('pair', FULL)
        commits.clear()
        note(bank.work())
        bank.backup('pair', JOURNAL)
        note(bank.work())
    }

    def 'commits between the last journal copy of the old set and the initialisation of the new one'() {
        when:
        def next = bank.backup('pair', FULL)
        note(bank.work())
        bank.backup('pair', JOURNAL)

        then:
        everyCommitIsRestored()
        bank.restoresExactly(next.cut())
    }

    def 'the same with a full in between that was cancelled after its set was initialised'() {
        given:
        running = bank.hold(bank.plan('pair', FULL), 'copy files')
        note(bank.work())
        bank.backup('pair', JOURNAL)
        note(bank.work())
        running.cancel()

        when:
        note(bank.work())
        bank.backup('pair', JOURNAL)
        note(bank.work())
        bank.backup('pair', FULL)
        note(bank.work())
        bank.backup('pair', JOURNAL)

        then:
        everyCommitIsRestored()
    }

    def 'the same with two failed fulls in between, each with journals of its own'() {
        when:
        2.times {
            bank.failFull('pair')
            note(bank.work())
            bank.backup('pair', JOURNAL)
            note(bank.work())
        }
        bank.backup('pair', FULL)
        note(bank.work())
        bank.backup('pair', JOURNAL)

        then:
        everyCommitIsRestored()
    }

    def 'a set whose full failed is no base, and takes no incrementals: they go on in the set before'() {
        given:
        bank.failFull('pair')
        note(bank.work())

        when:
        def incremental = bank.backup('pair', INCREMENTAL)
        def journal = bank.backup('pair', JOURNAL)

        then:
        incremental.archives()*.directory() != journal.archives()*.directory()
        bank.restoresExactly(incremental.cut())
        everyCommitIsRestored()
    }

    def 'each archive\'s journal goes into its newest set, also when those are of different collections'() {
        given: 'a full of archive 0 alone, as when one of both was killed between its sets'
        def alone = bank.backup('zero', FULL, true)
        note(bank.work())

        when:
        def journal = bank.backup('pair', JOURNAL)

        then:
        journal.archives()[0].directory() == alone.archives()[0].directory()
        journal.archives()[1].directory() != alone.archives()[0].directory()
        everyCommitIsRestored()
    }

    def 'an #type cancelled when about to be published moves no lease: the next one begins where it began'() {
        given:
        bank.backup('pair', INCREMENTAL)
        note(bank.work())
        running = bank.hold(bank.plan('pair', type), 'publish')
        note(bank.work())
        def leased = leases()

        when:
        running.cancel()

        then:
        leases() == leased

        when:
        def next = bank.backup('pair', type)

        then:
        bank.restoresExactly(next.cut())
        bank.backup('pair', JOURNAL)
        everyCommitIsRestored()

        where:
        type << [INCREMENTAL, JOURNAL]
    }

    def 'a process that dies when an #type is about to be published has moved no lease either'() {
        given:
        bank.backup('pair', INCREMENTAL)
        note(bank.work())
        def leased = leases()
        running = bank.hold(bank.plan('pair', type), 'publish')
        note(bank.work())

        when:
        bank.crash(running)

        then:
        leases() == leased

        when:
        def next = bank.backup('pair', type)

        then:
        bank.restoresExactly(next.cut())
        bank.backup('pair', JOURNAL)
        everyCommitIsRestored()

        where:
        type << [INCREMENTAL, JOURNAL]
    }

    def 'a journal element that is lost leaves a hole, and what lies in it is refused'() {
        given:
        def lost = bank.backup('pair', JOURNAL)
        def after = bank.work()
        bank.backup('pair', JOURNAL)
        lost.archives().each { SyncedFiles.deleteTree(it.directory().resolve('2.jnl')) }

        when:
        bank.restoresExactly(after)

        then:
        HotCopyException refused = thrown()
        refused.message.startsWith("cannot restore commit $after")
    }

    /** Owner to commit, of what lasts longer than a hot copy; on both archives. */
    private Map<Integer, Map> leases() {
        (0..1).collectEntries { archive ->
            [archive, Leases.open(bank.archiveDirectory(archive).resolve('leases.yaml')).all()
                .findAll { it.owner() ==~ /(set|seed|journal-chain).*/ }.collectEntries { [it.owner(), it.number()] }]
        }
    }

    private void note(commit) {
        commits << commit
    }

    private boolean everyCommitIsRestored() {
        commits.every { bank.restoresExactly(it) }
    }
}
