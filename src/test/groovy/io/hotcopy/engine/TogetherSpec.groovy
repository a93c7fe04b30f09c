package io.hotcopy.engine

import static io.hotcopy.term.HotCopyType.FULL
import static io.hotcopy.term.HotCopyType.INCREMENTAL
import static io.hotcopy.term.HotCopyType.JOURNAL
import static io.hotcopy.term.HotCopyType.SIMPLE

import io.hotcopy.driver.CopyRefusedException
import io.hotcopy.driver.FileDatabase
import io.hotcopy.progress.ProgressListener
import io.hotcopy.term.HotCopyType
import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.CountDownLatch
import java.util.concurrent.CyclicBarrier
import java.util.concurrent.atomic.AtomicInteger
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.TempDir
import spock.lang.Timeout

/** Hot copies that really run together on one archive: what the vendor allows (M21–M26), and what it refuses. */
@Timeout(300)
class TogetherSpec extends Specification {

    @TempDir
    Path directory

    FileDatabase database
    Path previous
    Path next

    @AutoCleanup
    HeldCopy running

    def setup() {
        database = new FileDatabase(Files.createDirectory(directory.resolve('home')), 'SG1 SG2', 'SG1 SG3')
        previous = Files.createDirectory(directory.resolve('previous'))
        next = Files.createDirectory(directory.resolve('next'))
        commit(100)
        take(FULL, previous)
        commit(20)
    }

    def 'M21 a second #type on the same archive is refused while the first runs, which goes on'() {
        given:
        running = held(type, place.call(this), call)

        when:
        take(type, other.call(this))

        then:
        CopyRefusedException refused = thrown()
        refused.message == "Only one ${type.word()} hot copy at a time allowed"
        refused.hints()[0].contains(running.handle().ids()[0].toString())

        when:
        running.finish()

        then:
        noExceptionThrown()

        where:
        type        | call       | place           | other
        FULL        | 'read'     | { it.next }     | { it.fresh() }
        SIMPLE      | 'read'     | { it.next }     | { it.fresh() }
        INCREMENTAL | 'changes'  | { it.previous } | { it.previous }
        JOURNAL     | 'journal'  | { it.previous } | { it.previous }
    }

    def 'M21 of two clients that ask for a #type at the same moment one is served'() {
        given: 'a cut that waits until both clients have an answer'
        def served = new AtomicInteger()
        def answered = new CountDownLatch(2)
        database.watch({ call, archive ->
            if (call == 'cut') {
                served.incrementAndGet()
                answered.countDown()
                answered.await()
            }
        } as FileDatabase.Watcher)
        def plans = [Plans.plan(Plans.step(type, database, place.call(this), 0)),
                     Plans.plan(Plans.step(type, database, other.call(this), 0))]
        def barrier = new CyclicBarrier(2)

        when:
        def refused = Collections.synchronizedList([])
        def clients = plans.collect { plan ->
            Thread.start {
                barrier.await()
                try {
                    Plans.engine(database).run(plan, ProgressListener.NONE)
                } catch (CopyRefusedException refusal) {
                    refused << refusal.message
                    answered.countDown()
                }
            }
        }
        clients*.join()

        then:
        served.get() == 1
        refused == ["Only one ${type.word()} hot copy at a time allowed"]
        database.openCopies() == 0

        where:
        type        | place           | other
        FULL        | { it.next }     | { it.fresh() }
        SIMPLE      | { it.next }     | { it.fresh() }
        INCREMENTAL | { it.previous } | { it.previous }
        JOURNAL     | { it.previous } | { it.previous }
    }

    def 'M21 hot copies of one type on different archives run together'() {
        given:
        running = held(FULL, next, 'read')

        expect:
        take(FULL, fresh(), 1).cut() != null

        when:
        running.finish()

        then:
        CopiedFiles.requireExact(database, next.resolve('set-0'))
    }

    def 'M22 an incremental into a set whose full still runs is refused'() {
        given:
        running = held(FULL, next, 'read')

        when:
        take(INCREMENTAL, next)

        then:
        CopyRefusedException refused = thrown()
        refused.message == 'Full and incremental hot copies of the same backup set cannot run at the same time'
        refused.hints()[0].endsWith('wait until it has ended, or name the previous backup set.')
    }

    def 'M22 an incremental into a set whose full has completed is taken'() {
        when:
        take(INCREMENTAL, previous)

        then:
        CopiedFiles.requireExactElement(database, previous.resolve('set-0'), '1.inc')
    }

    def 'M23 a journal copy into a set whose full still runs is taken once the set is initialised'() {
        given:
        running = held(FULL, next, 'read')

        when:
        def journal = take(JOURNAL, next)
        def full = running.finish()

        then: 'it lies beside the full, whose cut is later'
        CopiedFiles.requireExactElement(database, next.resolve('set-0'), '1.jnl').cut() == journal.cut()
        CopiedFiles.requireExact(database, next.resolve('set-0')).cut() == full.cut()
    }

    def 'M23 a journal copy into a set that is not yet initialised is refused'() {
        given:
        running = held(FULL, next, 'initialised')

        when:
        take(JOURNAL, next)

        then:
        CopyRefusedException refused = thrown()
        refused.message == 'Backup set must be initialized before journal hot copy'
    }

    def 'M24 a #type into the set that a #other is writing into is taken'() {
        given:
        running = held(other, previous, call)

        when:
        take(type, previous)
        running.finish()

        then:
        CopiedFiles.requireExactElement(database, previous.resolve('set-0'), '1.inc')
        CopiedFiles.requireExactElement(database, previous.resolve('set-0'), '1.jnl')

        where:
        type        | other       | call
        JOURNAL     | INCREMENTAL | 'changes'
        INCREMENTAL | JOURNAL     | 'journal'
    }

    def 'M24 a journal and an incremental that run together leave no room for a third'() {
        given:
        running = held(INCREMENTAL, previous, 'changes')
        take(JOURNAL, previous)

        when:
        take(INCREMENTAL, previous)

        then:
        thrown(CopyRefusedException)
    }

    def 'M25 an incremental into the previous set is taken while a full makes the next'() {
        given:
        running = held(FULL, next, 'read')

        when:
        take(INCREMENTAL, previous)
        running.finish()

        then:
        CopiedFiles.requireExactElement(database, previous.resolve('set-0'), '1.inc')
        CopiedFiles.requireExact(database, next.resolve('set-0'))
    }

    def 'M25 an incremental into the previous set is refused once the full that makes the next has completed'() {
        given:
        commit(60)
        take(FULL, next)
        take(JOURNAL, next)
        database.disturb()

        when: 'the database has let go of what that set would need'
        take(INCREMENTAL, previous)

        then:
        thrown(CopyRefusedException)
    }

    def 'M26 a journal copy into the previous set is refused once the next is initialised'() {
        given:
        running = held(FULL, next, 'read')

        when:
        take(JOURNAL, previous)

        then:
        CopyRefusedException refused = thrown()
        refused.message == 'Journal hot copy is only allowed on the most recent backup set'
        refused.hints()[0].startsWith('The newest backup set is ')
    }

    def 'M26 a journal copy into the previous set is taken as long as the next is not initialised'() {
        given:
        running = held(FULL, next, 'initialised')

        when:
        take(JOURNAL, previous)
        running.finish()

        then:
        CopiedFiles.requireExactElement(database, previous.resolve('set-0'), '1.jnl')
    }

    def 'M26 a full waits with its initialisation for a journal copy that runs'() {
        given:
        running = held(JOURNAL, previous, 'journal')
        def full = Plans.engine(database)
                .start(Plans.plan(Plans.step(FULL, database, next, 0)), ProgressListener.NONE)

        when: 'the set is on disk, but the journal copy still runs'
        while (!Files.exists(next.resolve('set-0/tmp/full'))) {
            Thread.onSpinWait()
        }

        then:
        full.status()[0].stage() == 'initialise sets'

        when:
        def journal = running.finish()
        full.finish(Optional.empty())

        then:
        CopiedFiles.requireExactElement(database, previous.resolve('set-0'), '1.jnl').cut() == journal.cut()
        CopiedFiles.requireExact(database, next.resolve('set-0'))
    }

    private HeldCopy held(HotCopyType type, Path place, String call) {
        new HeldCopy(database, Plans.step(type, database, place, 0), call)
    }

    private RunReport.HotCopy take(HotCopyType type, Path place, int archive = 0) {
        Plans.engine(database)
                .run(Plans.plan(Plans.step(type, database, place, archive)), ProgressListener.NONE)
                .hotCopies()[0]
    }

    Path fresh() {
        Files.createTempDirectory(directory, 'fresh')
    }

    private void commit(int count) {
        count.times { database.commit(database.groups(), 100) }
    }
}
