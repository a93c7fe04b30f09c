package io.hotcopy.verb

import static io.hotcopy.plan.PastRun.Outcome.CANCELLED
import static io.hotcopy.plan.PastRun.Outcome.DONE
import static io.hotcopy.plan.PastRun.Outcome.FAILED
import static io.hotcopy.term.HotCopyType.FULL
import static io.hotcopy.term.HotCopyType.INCREMENTAL
import static io.hotcopy.term.HotCopyType.JOURNAL

import io.hotcopy.catalog.DomainState
import io.hotcopy.catalog.RunLedger
import io.hotcopy.driver.RunningCopy
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
import java.util.concurrent.ConcurrentLinkedQueue
import java.util.concurrent.ExecutionException
import java.util.concurrent.TimeUnit
import java.util.concurrent.locks.LockSupport

/** A backup that meets another one waits for it, and one that fails is tried again, as the policy says. */
@Timeout(120)
class WaitAndRetrySpec extends Specification {
    static final Confirmation YES = { preview -> true }
    static final Pace CRAWL = Pace.of(Optional.of(new ByteSize(500)), Optional.empty())

    static final String WAITS = 'onOverlap wait: this one waits until that has ended.'

    @TempDir
    Path directory
    Closure<?> atEachLook = { }
    Closure<?> atEvent = { }
    Queue<String> events = new ConcurrentLinkedQueue<>()
    MadeClock clock
    Verbs verbs

    def cleanup() {
        verbs?.close()
    }

    def 'it waits until the other has ended, then plans again'() {
        given:
        begin('onOverlap wait', 'full every: 1.minute')
        beginCrawling()
        clock.pass(Duration.ofMinutes(1))
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

    def 'beside a full that runs, an incremental and a journal hot copy are taken; when it fails, it is due again'() {
        given: 'the full of a day later, while the first is there to append to'
        begin('onOverlap wait', "full at: '00:30'\n    incremental every: 5.minutes\n    journal every: 5.minutes")
        verbs.backup().run(BackupRequest.due(), YES, ProgressListener.NONE)
        clock.pass(Duration.ofDays(1))
        beginCrawling()

        when:
        clock.pass(Duration.ofMinutes(5))
        def beside = verbs.backup().run(BackupRequest.due(), YES, ProgressListener.NONE)

        then:
        beside.hotCopies()*.step() == ['nightly/east/incremental', 'nightly/east/journal']
        verbs.plan().run(BackupRequest.due()).plan().steps().empty

        when:
        verbs.cancel().run(Optional.empty())
        def after = verbs.plan().run(BackupRequest.due()).plan()

        then:
        after.steps()*.id() == ['nightly/east/full']
        after.leftOut().empty
        ledger().collect { [it.type(), it.line(), it.outcome()] }.findAll { it[2] == CANCELLED } ==
                [[FULL, FULL, CANCELLED], [FULL, INCREMENTAL, CANCELLED], [FULL, JOURNAL, CANCELLED]]
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

    def 'a run of the schedule that has nothing to append to has failed, though it has no step: #reaction'() {
        given:
        begin(reaction, "full at: '13:00'\n    incremental every: 1.hour")

        when:
        verbs.backup().run(incrementalOfOne(), YES, ProgressListener.NONE)

        then: 'so often as it was tried; the full that would heal it is not due'
        ProblemsException failed = thrown()
        failed.message == 'no base set: archives 0 and 1 have together no complete full hot copy'
        ledger().collect { [it.type(), it.line(), it.outcome(), it.failure()] } ==
                [[INCREMENTAL, INCREMENTAL, FAILED, failed.message]] * failures
        ledger()*.occurrence()*.get() == [incrementalOfOne().occurrence().get()] * failures
        events.size() == failures - 1
        events.every {
            it ==~ /the backup failed and is tried again at 2021-12-18T01:\S+: no base set: archives 0 and 1 have .*/
        }

        where:
        reaction                                 || failures
        ''                                       || 1
        'onFailure retry, times: 2, after: 1.second' || 3
    }

    def 'it is tried again until it finds what it needs'() {
        given:
        begin('onFailure retry, times: 2, after: 1.second', "full at: '13:00'\n    incremental every: 1.hour")
        atEvent = {
            verbs.backup().run(BackupRequest.full(), YES, ProgressListener.NONE)
        }

        when:
        def result = verbs.backup().run(incrementalOfOne(), YES, ProgressListener.NONE)

        then:
        result.hotCopies()*.step() == ['nightly/east/incremental']
        ledger().collect { [it.type(), it.outcome()] } == [[INCREMENTAL, FAILED], [FULL, DONE], [INCREMENTAL, DONE]]
    }

    def 'what a person asks for and cannot be had is a mistake, and nothing is tried again'() {
        given:
        begin('onFailure retry, times: 2, after: 1.second', "full at: '13:00'\n    incremental every: 1.hour")

        when:
        verbs.backup().run(new BackupRequest(Optional.empty(), INCREMENTAL, Optional.empty(), Pace.DEFAULT, false),
                YES, ProgressListener.NONE)

        then:
        thrown(ProblemsException)
        ledger() == []
        events.empty
    }

    def 'a plan that cannot be run any more once the domain is open has failed, and is tried again'() {
        given:
        begin(reaction)
        verbs.stop().run()
        atEvent = { Files.createDirectories(directory.resolve('backups')) }

        when:
        def result = outcome { verbs.backup().run(BackupRequest.due(), losingTheVolume(), ProgressListener.NONE) }

        then:
        (result instanceof ProblemsException) == !taken
        ledger()*.outcome() == outcomes

        where:
        reaction                                 || taken | outcomes
        ''                                       || false | [FAILED]
        'onFailure retry, times: 1, after: 1.second' || true  | [FAILED, DONE]
    }

    def 'so has one whose domain cannot be opened'() {
        given:
        begin('onFailure retry, times: 1, after: 1.second')
        verbs.stop().run()
        Verbs other = loaded(new MadeClock())
        atEvent = { other.close() }

        when:
        def result = verbs.backup().run(BackupRequest.due(), { preview ->
            other.start().run(StartRequest.of('bank'))
            true
        }, ProgressListener.NONE)

        then:
        result.hotCopies()*.step() == ['nightly/east/full']
        ledger()*.outcome() == [FAILED, DONE]
        ledger().first().failure() == "the domain in \"${directory.resolve('data')}\" is already open"

        cleanup:
        other?.close()
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

    /** A backup that does not end by itself; its full has begun, and its sets are where journals go from here on. */
    private void beginCrawling() {
        verbs.backup().run(BackupRequest.due().with {
            new BackupRequest(it.what(), it.type(), it.occurrence(), it.group(), CRAWL, false)
        }, Optional.of(Duration.ZERO), YES, ProgressListener.NONE)
        while (!archives().every { of -> of.any { it.type() == FULL && it.initialised() } }) {
            LockSupport.parkNanos(1_000_000)
        }
    }

    /** What runs on each of the two archives. */
    private List<List<RunningCopy>> archives() {
        verbs.status().run().databases()*.archives().flatten()*.running()
    }

    /** For 01:00: the full is not due then. */
    private static BackupRequest incrementalOfOne() {
        BackupRequest.due().forOccurrence(Instant.parse('2021-12-18T01:00:00Z'))
    }

    private static Object outcome(Closure<?> action) {
        try {
            action.call()
        } catch (HotCopyException failed) {
            failed
        }
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

    private void begin(String reaction, String lines = "full at: '01:00'") {
        SmallBank.writeInto(directory)
        Path domain = directory.resolve('domain.groovy')
        Files.writeString(domain, Files.readString(domain).replaceAll(/(serves: \['SG.'])/, '$1, journalHotCopy: true'))
        Path policy = directory.resolve('policy.groovy')
        Files.writeString(policy, Files.readString(policy).replace('full\n', "$lines\n    $reaction\n"))
        clock = new MadeClock() {
            @Override
            Instant instant() {
                atEachLook.call()
                super.instant()
            }
        }
        verbs = loaded(clock)
        verbs.start().run(StartRequest.of('bank'))
    }

    private Verbs loaded(MadeClock at) {
        Verbs made = new Verbs(new VerbSurroundings(at, new Random(7), directory.toAbsolutePath(),
                TestVerbs.homeIn(directory), Files.&readString, new ArchiveFormats([new EmbeddedArchiveFormat()]),
                TestVerbs.SMALL, { event ->
                    if (event.startsWith('the backup failed')) {
                        events << event
                        atEvent.call()
                    }
                }))
        def loaded = made.load().run(new LoadRequest([Path.of('domain.groovy'), Path.of('policy.groovy')]))
        assert loaded.problems().findAll { it.error } == []
        made
    }

    private List<PastRun> ledger() {
        new RunLedger(new DomainState(TestVerbs.homeIn(directory)).of('bank')).since(Instant.EPOCH)
    }
}
