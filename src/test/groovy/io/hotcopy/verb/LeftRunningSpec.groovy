package io.hotcopy.verb

import io.hotcopy.engine.HotCopyStatus
import io.hotcopy.engine.HotCopyStatus.State
import io.hotcopy.plan.Pace
import io.hotcopy.problem.HotCopyException
import io.hotcopy.progress.ProgressListener
import io.hotcopy.term.ByteSize
import io.hotcopy.term.HotCopyType
import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration
import java.util.concurrent.LinkedBlockingQueue
import java.util.concurrent.TimeUnit
import java.util.concurrent.locks.LockSupport
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.TempDir
import spock.lang.Timeout

/** A backup that is not waited for: it goes on in the domain, {@code status} shows it, {@code cancel} ends it. */
@Timeout(300)
class LeftRunningSpec extends Specification {

    /** So slow that it never ends by itself. */
    static final Pace CRAWL = Pace.of(Optional.of(new ByteSize(2000)), Optional.empty())

    @TempDir
    Path directory

    def told = new LinkedBlockingQueue<String>()

    @AutoCleanup
    Verbs verbs

    def setup() {
        SmallBank.writeInto(directory)
        verbs = new Verbs(TestVerbs.surroundings(directory, told.&add))
        verbs.load().run(new LoadRequest(['domain.groovy', 'policy.groovy'].collect { directory.resolve(it) }))
    }

    def 'a backup with a timeout is left running, and says so'() {
        given:
        start()

        when:
        def left = backup(CRAWL, Duration.ZERO)

        then:
        !left.planned()
        left.left()*.step() == ['nightly/east/full']
        left.words() == []

        when:
        def status = begun()

        then:
        status*.id() == left.left()*.id()
        status*.state() == [State.RUNNING]

        when:
        def cancelled = verbs.cancel().run(Optional.of(status[0].id().toString().substring(0, 8)))

        then:
        cancelled.hotCopies()*.state() == [State.CANCELLED]

        and: 'its end is told as what happens by itself'
        told.poll(120, TimeUnit.SECONDS).startsWith("hot copy ${status[0].id()} (nightly/east/full): full hot copy of ")
    }

    def 'a backup that ends within its timeout is told as any other'() {
        given:
        start()

        when:
        def result = backup(Pace.DEFAULT, Duration.ofMinutes(5))

        then:
        result.left() == []
        result.hotCopies()*.step() == ['nightly/east/full']
        verbs.status().run().hotCopies()*.state() == [State.COMPLETED]
    }

    def 'stopping the domain cancels what runs in it, in good order'() {
        given:
        start()
        def left = backup(CRAWL, Duration.ZERO).left()[0]
        begun()

        when:
        verbs.stop().run()

        then:
        told.poll(120, TimeUnit.SECONDS).contains("${left.id()} (nightly/east/full): full hot copy of ")

        and: 'nothing of it looks whole'
        Files.list(directory.resolve('backups')).withCloseable { it.noneMatch { Files.exists(it.resolve('full')) } }
    }

    def 'only what runs can be cancelled'() {
        given:
        start()

        when:
        verbs.cancel().run(id)

        then:
        HotCopyException refused = thrown()
        refused.message == message
        refused.hints() == ['status shows those that are']

        where:
        id                   | message
        Optional.empty()     | 'no hot copy is running'
        Optional.of('4711')  | 'no hot copy "4711" is running'
    }

    def 'a domain that would be opened for the backup alone is waited for'() {
        when:
        backup(Pace.DEFAULT, Duration.ZERO)

        then:
        HotCopyException refused = thrown()
        refused.message == 'a backup cannot be left running, for domain "bank" is not running here'
        refused.hints() == ['start bank runs it']
    }

    private void start() {
        verbs.start().run(new StartRequest('bank', [], Optional.empty()))
    }

    /** Who does not wait at all may be back before the hot copy's own thread has begun it. */
    private List<HotCopyStatus> begun() {
        def status = verbs.status().run().hotCopies()
        while (status*.state().contains(State.WAITING)) {
            LockSupport.parkNanos(100_000)
            status = verbs.status().run().hotCopies()
        }
        status
    }

    private BackupResult backup(Pace pace, Duration timeout) {
        verbs.backup().run(
                new BackupRequest(Optional.empty(), HotCopyType.FULL, Optional.empty(), pace, false),
                Optional.of(timeout), { true }, ProgressListener.NONE)
    }
}
