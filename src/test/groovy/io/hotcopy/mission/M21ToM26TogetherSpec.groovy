package io.hotcopy.mission

import static io.hotcopy.term.HotCopyType.FULL
import static io.hotcopy.term.HotCopyType.INCREMENTAL
import static io.hotcopy.term.HotCopyType.JOURNAL
import static io.hotcopy.term.HotCopyType.SIMPLE

import io.hotcopy.driver.CopyRefusedException
import io.hotcopy.driver.CopyRequest
import io.hotcopy.plan.BackupPlan
import io.hotcopy.progress.ProgressEvent
import io.hotcopy.term.ArchiveId
import io.hotcopy.term.ElementId
import io.hotcopy.term.HotCopyType
import io.hotcopy.verb.ProblemsException
import java.nio.file.Path
import java.util.concurrent.CountDownLatch
import java.util.concurrent.CyclicBarrier
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.TempDir
import spock.lang.Timeout

/**
 * M21–M26: hot copies that really run together on one archive of the embedded database. The second is always one that
 * was planned before the first began, as when two clients ask at the same moment: what refuses it is the database.
 */
@Timeout(300)
class M21ToM26TogetherSpec extends Specification {

    /** Where a running hot copy of each type is held: it has been let in, and has published nothing. */
    static final MIDDLE = [
        (FULL): 'copy files', (SIMPLE): 'copy files', (INCREMENTAL): 'copy changes', (JOURNAL): 'copy journals']

    static final ZERO = new ArchiveId(0)

    @TempDir
    Path directory
    @AutoCleanup
    LiveBank bank
    @AutoCleanup
    HeldRun running
    @AutoCleanup
    HeldRun second

    def setup() {
        bank = new LiveBank(directory, LiveBank.NO_GROUPS, [zero: [0], one: [1]])
        bank.work()
        bank.backup('zero', FULL)
        bank.work()
    }

    def 'M21: of two #type hot copies of one archive the second is refused, and the first goes on'() {
        given:
        def first = plan(type)
        def other = plan(type)
        running = bank.hold(first, MIDDLE[type])

        when:
        bank.carryOut(other)

        then:
        CopyRefusedException refused = thrown()
        refused.message.endsWith("Only one ${type.word()} hot copy at a time allowed")
        refused.hints()[0].contains(running.handle().ids()[0].toString())

        when:
        def done = running.finish()

        then:
        type == SIMPLE || bank.restoresExactly(done.cut())

        where:
        type << HotCopyType.values()
    }

    def 'M21: who asks by the verb is refused already by the plan'() {
        given:
        running = bank.hold(plan(JOURNAL), MIDDLE[JOURNAL])

        when:
        bank.backup('zero', JOURNAL)

        then:
        ProblemsException refused = thrown()
        refused.problems().findAll { it.error }*.message() == ['Only one journal hot copy at a time allowed']
        refused.problems()[0].hints() != []
    }

    def 'M21: of two clients that ask for a #type hot copy at the same moment one is served'() {
        given: 'plans made before, and listeners that hold each at its middle until both have an answer'
        def plans = [plan(type), plan(type)]
        def barrier = new CyclicBarrier(2)
        def answers = Collections.synchronizedList([])
        def answered = new CountDownLatch(2)

        when:
        plans.collect { each ->
            Thread.start {
                barrier.await()
                try {
                    bank.engine().run(each, { event ->
                        if (event instanceof ProgressEvent.StageEntered
                                && event.stage() == MIDDLE[type]) {
                            answered.countDown()
                            answered.await()
                        }
                    })
                    answers << 'served'
                } catch (CopyRefusedException refused) {
                    answered.countDown()
                    answers << refused.message
                }
            }
        }*.join()

        then:
        answers.toSorted { it == 'served' ? 0 : 1 }[0] == 'served'
        answers.count { it.endsWith("Only one ${type.word()} hot copy at a time allowed") } == 1

        where:
        type << HotCopyType.values()
    }

    def 'M21: full hot copies of different archives run together'() {
        given:
        running = bank.hold(plan(FULL), MIDDLE[FULL])

        when:
        def other = bank.backup('one', FULL)
        def first = running.finish()

        then:
        [first, other].every { bank.restoresExactly(it.cut(), it.run().toString()) }
    }

    def 'M22: an incremental into a set whose full still runs is refused'() {
        given:
        def full = plan(FULL)
        running = bank.hold(full, MIDDLE[FULL])

        when:
        bank.carryOut(bank.planInto(full, INCREMENTAL))

        then:
        CopyRefusedException refused = thrown()
        refused.message.endsWith('Full and incremental hot copies of the same backup set cannot run at the same time')
        refused.hints()[0].endsWith('wait until it has ended, or name the previous backup set.')
    }

    def 'M22: an incremental into a set whose full has completed is taken'() {
        given:
        running = bank.hold(plan(FULL), MIDDLE[FULL])
        running.finish()
        bank.work()

        expect:
        bank.restoresExactly(bank.backup('zero', INCREMENTAL).cut())
    }

    def 'M23: a journal copy into a set whose full still runs is taken once the set is initialised'() {
        given:
        def next = plan(FULL)
        running = bank.hold(next, 'pin')
        bank.work()

        when:
        def journal = bank.carryOut(bank.planInto(next, JOURNAL))
        bank.work()
        def full = running.finish()

        then: 'it lies beside the full, whose cut is later'
        journal.archives()[0].directory() == full.archives()[0].directory()
        journal.cut() < full.cut()

        and: 'what it holds counts for the set before'
        bank.restoresExactly(journal.cut())
        bank.restoresExactly(full.cut())
    }

    def 'M23: a journal copy into a set that is not yet initialised is refused'() {
        given: 'a full that has been let in, and waits before its first step'
        running = bank.hold(plan(FULL), 'initialise sets')
        def set = bank.database().facts().archive(ZERO).get().running()[0].set()

        when:
        bank.copies().begin(ZERO, new CopyRequest(new ElementId(new UUID(1, 1)), JOURNAL, set))

        then:
        CopyRefusedException refused = thrown()
        refused.message.endsWith('Backup set must be initialized before journal hot copy')
        refused.hints()[0].startsWith("The full hot copy ${running.handle().ids()[0]} is about to initialize it")
    }

    def 'M24: a #type into the set that a #other is writing into is taken'() {
        given:
        def first = plan(other)
        def also = plan(type)
        running = bank.hold(first, MIDDLE[other])
        bank.work()

        when:
        def inner = bank.carryOut(also)
        def outer = running.finish()

        then:
        inner.archives()[0].directory() == outer.archives()[0].directory()
        bank.restoresExactly(inner.cut())
        bank.restoresExactly(outer.cut())

        where:
        type        | other
        JOURNAL     | INCREMENTAL
        INCREMENTAL | JOURNAL
    }

    def 'M24: beside a journal and an incremental that run together there is no room for a second #type'() {
        given:
        def third = plan(type)
        running = bank.hold(plan(INCREMENTAL), MIDDLE[INCREMENTAL])
        second = bank.hold(plan(JOURNAL), MIDDLE[JOURNAL])

        when:
        bank.carryOut(third)

        then:
        CopyRefusedException refused = thrown()
        refused.message.endsWith("Only one ${type.word()} hot copy at a time allowed")

        where:
        type << [INCREMENTAL, JOURNAL]
    }

    def 'M25: an incremental into the previous set is taken while a full makes the next'() {
        given:
        def previous = plan(INCREMENTAL)
        running = bank.hold(plan(FULL), MIDDLE[FULL])
        bank.work()

        when:
        def incremental = bank.carryOut(previous)
        bank.work()
        def full = running.finish()

        then:
        incremental.archives()[0].directory() != full.archives()[0].directory()
        bank.restoresExactly(incremental.cut())
        bank.restoresExactly(full.cut())
    }

    def 'M25: an incremental into the previous set is refused once the full that makes the next has completed'() {
        given:
        def previous = plan(INCREMENTAL)
        running = bank.hold(plan(FULL), MIDDLE[FULL])
        running.finish()

        when: 'the database has given up what that set would need'
        bank.carryOut(previous)

        then:
        CopyRefusedException refused = thrown()
        refused.message.endsWith('cannot be continued: a newer full hot copy has been completed')
    }

    def 'M26: a journal copy into the previous set is refused once the next is initialised'() {
        given:
        def previous = plan(JOURNAL)
        running = bank.hold(plan(FULL), 'pin')

        when:
        bank.carryOut(previous)

        then:
        CopyRefusedException refused = thrown()
        refused.message.endsWith('Journal hot copy is only allowed on the most recent backup set')
        refused.hints()[0].startsWith('The newest backup set is ')
    }

    def 'M26: a journal copy into the previous set is taken as long as the next is not initialised'() {
        given:
        def previous = plan(JOURNAL)
        running = bank.hold(plan(FULL), 'initialise sets')

        when:
        def journal = bank.carryOut(previous)
        running.finish()

        then:
        bank.restoresExactly(journal.cut())
    }

    def 'M26: set management and restore live with it: the journal goes on in the next set, and serves both'() {
        given:
        def before = bank.backup('zero', JOURNAL)
        def between = bank.work()
        running = bank.hold(plan(FULL), 'pin')
        def later = bank.work()

        when: 'by the verb, which knows that the newest set is the one that is being made'
        def journal = bank.backup('zero', JOURNAL)
        running.cancel()

        then:
        journal.archives()[0].directory() != before.archives()[0].directory()
        bank.restoresExactly(between)
        bank.restoresExactly(later)
    }

    private BackupPlan plan(HotCopyType type) {
        bank.plan('zero', type)
    }
}
