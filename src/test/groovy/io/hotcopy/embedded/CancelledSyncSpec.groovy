package io.hotcopy.embedded

import io.hotcopy.driver.ArchiveFacts.State
import io.hotcopy.problem.HotCopyException
import io.hotcopy.progress.ProgressEvent
import io.hotcopy.progress.ProgressListener
import io.hotcopy.term.ArchiveId
import java.nio.file.Path
import java.util.concurrent.locks.LockSupport
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.TempDir

/** Ctrl-C in a SYNC: the storage manager stays away, all others go on, and the next try succeeds. */
class CancelledSyncSpec extends Specification {

    static final ArchiveId AWAY = new ArchiveId(2)

    @TempDir
    Path directory

    @AutoCleanup
    EmbeddedDomain domain

    Bank bank = new Bank(32)

    def "an interrupt while it enters #stage cancels it"() {
        given:
        domain = SampleDomain.ofSix(directory).engines('h0', 'h3', 't1').start()
        def database = SampleDomain.database(domain)
        Bank.open(database)
        database.stopStorageManager(AWAY)
        def clients = bank.run(database, 2)
        while (bank.acknowledged.size() < 40) {
            LockSupport.parkNanos(1_000_000)
        }
        clients.stop()

        when:
        database.startStorageManager(AWAY, interruptingAt(stage, Thread.currentThread()))

        then:
        def cancelled = thrown(HotCopyException)
        cancelled.message == 'the SYNC was cancelled'
        Thread.interrupted()
        database.facts().archives()*.state().count(State.RUNNING) == 5
        database.absence(AWAY).get().reason() == 'its SYNC failed: the SYNC was cancelled'

        when:
        database.startStorageManager(AWAY, ProgressListener.NONE)

        then:
        database.facts().archives()*.state() == [State.RUNNING] * 6

        where:
        stage << ['redo the own journal', 'receive', 'join']
    }

    /** Goes on when the caller waits again, having taken the interrupt. */
    private static ProgressListener interruptingAt(String stage, Thread caller) {
        return { event ->
            if (event instanceof ProgressEvent.StageEntered && event.stage() == stage) {
                caller.interrupt()
                while (caller.interrupted || caller.state != Thread.State.WAITING) {
                    Thread.onSpinWait()
                }
            }
        }
    }
}
