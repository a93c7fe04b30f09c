package io.hotcopy.restore

import io.hotcopy.problem.HotCopyException
import io.hotcopy.progress.ProgressEvent
import io.hotcopy.progress.ProgressListener
import java.nio.file.Path
import java.util.concurrent.CountDownLatch
import java.util.concurrent.atomic.AtomicInteger

/** Whole or not at all, whatever ends a restore. */
class InterruptedRestoreSpec extends CollectionSpecification {

    def "an interruption at any event leaves no target, no work and no directory made for them, and the flag set"() {
        given:
        def events = new AtomicInteger()
        def restoring = Thread.currentThread()
        ProgressListener interruptAtThisEvent = { if (events.getAndIncrement() == at) { restoring.interrupt() } }

        when:
        restorer.restore(plan(), deep ? target.resolve('further/down') : target, interruptAtThisEvent)

        then:
        def interrupted = thrown(HotCopyException)
        interrupted instanceof InterruptedRestoreException
        Thread.interrupted()
        besideTarget().isEmpty()

        where:
        at << (0..<24)
        deep = at % 2 == 0
    }

    def "an interruption while the archive is made waits for the format to return, then leaves nothing"() {
        given:
        def inside = new CountDownLatch(1)
        def atWork = false
        def slow = new TextArchiveFormat() {
                    @Override
                    void finish(Path archive, RestoredState state, ProgressListener progress) {
                        atWork = true
                        inside.countDown()
                        try {
                            new CountDownLatch(1).await()
                        } catch (InterruptedException stop) {
                            super.finish(archive, state, progress)
                        }
                        atWork = false
                    }
                }
        def restoring = Thread.currentThread()
        Thread.start { inside.await(); restoring.interrupt() }

        when:
        new Restorer(new ArchiveFormats([slow]), new Random(1), new Workers(1))
                .restore(plan(), target, ProgressListener.NONE)

        then:
        thrown(InterruptedRestoreException)
        Thread.interrupted()
        !atWork
        besideTarget().isEmpty()
    }

    def "a format that fails leaves nothing, and its own words are heard"() {
        given:
        def failing = new TextArchiveFormat() {
                    @Override
                    void finish(Path archive, RestoredState state, ProgressListener progress) {
                        throw new HotCopyException("the journal has a hole after commit ${state.target()}")
                    }
                }

        when:
        new Restorer(new ArchiveFormats([failing]), new Random(1), new Workers(2))
                .restore(plan(), target, ProgressListener.NONE)

        then:
        def failure = thrown(HotCopyException)
        failure.message == 'the journal has a hole after commit 100'
        besideTarget().isEmpty()
    }

    def "a restore that ran through hears of no interruption"() {
        given:
        def events = []

        when:
        restorer.restore(plan(), target, { synchronized (events) { events << it } })

        then:
        events.size() >= 24
        events.any { it instanceof ProgressEvent.TaskAdvanced }
        restoredTo(100)
    }
}
