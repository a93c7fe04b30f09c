package io.hotcopy.verb

import static io.hotcopy.plan.PastRun.Outcome.CANCELLED
import static io.hotcopy.plan.PastRun.Outcome.DONE
import static io.hotcopy.plan.PastRun.Outcome.FAILED

import io.hotcopy.catalog.DomainState
import io.hotcopy.catalog.RunLedger
import io.hotcopy.embedded.EmbeddedArchiveFormat
import io.hotcopy.mission.MadeClock
import io.hotcopy.plan.Pace
import io.hotcopy.plan.PastRun
import io.hotcopy.problem.HotCopyException
import io.hotcopy.progress.ProgressListener
import io.hotcopy.restore.ArchiveFormats
import io.hotcopy.term.ByteSize
import spock.lang.Specification
import spock.lang.TempDir
import spock.lang.Timeout

import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration
import java.time.Instant
import java.util.concurrent.CompletableFuture
import java.util.concurrent.ExecutionException
import java.util.concurrent.TimeUnit
import java.util.concurrent.locks.LockSupport

/** A backup that meets another one waits for it, and one that fails is tried again, as the policy says. */
@Timeout(300)
class WaitAndRetrySpec extends Specification {
    static final Confirmation YES = { preview -> true }
    static final Pace CRAWL = Pace.of(Optional.of(new ByteSize(500)), Optional.empty())

    static final String WAITS = 'onOverlap wait: this one waits until that has ended.'

    @TempDir
    Path directory
    Closure<?> atEachLook = { }
    MadeClock clock
    Verbs verbs

    def cleanup() {
        verbs?.close()
    }

    def 'it waits until the other has ended, then plans again'() {
        given:
        begin('onOverlap wait')
        verbs.backup().run(BackupRequest.due().with {
            new BackupRequest(it.what(), it.type(), it.occurrence(), it.group(), CRAWL, false)
        }, Optional.of(Duration.ZERO), YES, ProgressListener.NONE)
        clock.pass(Duration.ofMinutes(1))
        while (!hints(verbs.plan().run(BackupRequest.due())).contains(WAITS)) { // it may not have begun yet
            LockSupport.parkNanos(1_000_000)
        }
        def planned = new CompletableFuture<PlanResult>()

        when:
        def second = inBackground { preview -> planned.complete(preview) }
        second.whenComplete { result, failure -> planned.completeExceptionally(failure ?: new IllegalStateException()) }
        def seen = hints(planned.get(120, TimeUnit.SECONDS))

        then:
        seen.contains(WAITS)

        when:
        verbs.cancel().run(Optional.empty())

        then:
        second.get(120, TimeUnit.SECONDS).hotCopies()*.step() == ['nightly/east/full']
        ledger()*.outcome() == [CANCELLED, DONE]
    }

    def 'without onFailure a run that failed stays failed'() {
        given:
        begin('onOverlap wait')

        when:
        verbs.backup().run(BackupRequest.due(), losingTheVolume(), ProgressListener.NONE)

        then:
        thrown(HotCopyException)
        ledger()*.outcome() == [FAILED]
    }

    def 'the next try takes what the first could not'() {
        given: 'a volume that is back after the first failure'
        begin('onFailure retry, times: 2, after: 1.second')
        atEachLook = {
            if (ledger()*.outcome() == [FAILED]) {
                Files.createDirectories(directory.resolve('backups'))
            }
        }

        when:
        def result = verbs.backup().run(BackupRequest.due(), losingTheVolume(), ProgressListener.NONE)

        then:
        result.hotCopies()*.step() == ['nightly/east/full']
        ledger()*.outcome() == [FAILED, DONE]
    }

    def 'an interrupt ends the waiting for the next try'() {
        given:
        begin('onFailure retry, times: 2, after: 1.hour')
        Thread runner = null

        when:
        def waiting = inBackground { preview ->
            runner = Thread.currentThread()
            losingTheVolume().agrees(preview)
        }
        while (ledger()*.outcome() != [FAILED]) {
            Thread.onSpinWait()
        }
        runner.interrupt()
        waiting.get(120, TimeUnit.SECONDS)

        then:
        ExecutionException ended = thrown()
        ended.cause.message == 'the backup was cancelled while it waited for the next try'
        ledger()*.outcome() == [FAILED]
    }

    private static List<String> hints(PlanResult plan) {
        plan.problems()*.hints().flatten()
    }

    private CompletableFuture<BackupResult> inBackground(Closure<Boolean> agree) {
        def result = new CompletableFuture<BackupResult>()
        Thread.startDaemon {
            try {
                result.complete(verbs.backup().run(BackupRequest.due(), { agree(it) }, ProgressListener.NONE))
            } catch (Throwable failed) {
                result.completeExceptionally(failed)
            }
        }
        result
    }

    private Confirmation losingTheVolume() {
        { preview ->
            Files.delete(directory.resolve('backups'))
            true
        }
    }

    private void begin(String reaction) {
        SmallBank.writeInto(directory)
        Path policy = directory.resolve('policy.groovy')
        Files.writeString(policy, Files.readString(policy).replace('full\n', "full at: '01:00'\n    $reaction\n"))
        clock = new MadeClock() {
            @Override
            Instant instant() {
                atEachLook.call()
                super.instant()
            }
        }
        verbs = new Verbs(new VerbSurroundings(clock, new Random(7), directory.toAbsolutePath(),
                TestVerbs.homeIn(directory), Files.&readString, new ArchiveFormats([new EmbeddedArchiveFormat()]),
                TestVerbs.SMALL, { }))
        def loaded = verbs.load().run(new LoadRequest([Path.of('domain.groovy'), Path.of('policy.groovy')]))
        assert loaded.problems().findAll { it.error } == []
        verbs.start().run(StartRequest.of('bank'))
    }

    private List<PastRun> ledger() {
        new RunLedger(new DomainState(TestVerbs.homeIn(directory)).of('bank')).since(Instant.EPOCH)
    }
}
