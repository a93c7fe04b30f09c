package io.hotcopy.service

import io.hotcopy.engine.HotCopyFailedException
import io.hotcopy.engine.HotCopyStatus.State
import io.hotcopy.plan.Pace
import io.hotcopy.problem.HotCopyException
import io.hotcopy.progress.ProgressEvent
import io.hotcopy.progress.ProgressListener
import io.hotcopy.term.ByteSize
import io.hotcopy.term.HotCopyType
import io.hotcopy.verb.BackupRequest
import io.hotcopy.verb.BackupResult
import io.hotcopy.verb.LoadRequest
import io.hotcopy.verb.SmallBank
import io.hotcopy.verb.StartRequest
import io.hotcopy.verb.TestVerbs
import io.hotcopy.verb.Verbs
import java.nio.file.Path
import java.time.Clock
import java.time.Duration
import java.util.concurrent.CompletableFuture
import java.util.concurrent.CountDownLatch
import java.util.concurrent.TimeUnit
import java.util.concurrent.locks.LockSupport
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.TempDir
import spock.lang.Timeout

/** A domain is held by the real program in a process of its own, and that process is used, stopped and killed. */
@Timeout(300)
class HolderProcessSpec extends Specification {
    static final Pace CRAWL = Pace.of(Optional.of(new ByteSize(2000)), Optional.empty())

    static final Pace SLOW = Pace.of(Optional.of(new ByteSize(20_000)), Optional.empty())

    @TempDir
    Path directory

    Process process

    /** No two may call by the same ids. */
    long seeds = 100

    @AutoCleanup
    Verbs verbs

    def setup() {
        SmallBank.writeInto(directory)
        process = holder('load domain.groovy policy.groovy', 'start bank', 'create table accounts', 'put accounts 1 x')
        verbs = new Verbs(TestVerbs.surroundings(directory, Clock.systemUTC(), { }, neighbours(), 8))
        verbs.load().run(new LoadRequest(['domain.groovy', 'policy.groovy'].collect { Path.of(it) }))
        awaitHeld()
    }

    def cleanup() {
        process?.destroyForcibly()?.waitFor()
    }

    def 'it is used, and goes on with what it was asked when nobody waits'() {
        expect:
        verbs.get().run('accounts', '1').value() == Optional.of('x')

        when:
        def left = verbs.backup().run(request(), Optional.of(Duration.ZERO), { true }, ProgressListener.NONE).left()
        def later = new Verbs(TestVerbs.surroundings(directory, Clock.systemUTC(), { }, neighbours(), 9))

        then: 'who comes later, and has declared nothing, finds it'
        later.status().run().hotCopies()*.id() == left*.id()
        later.cancel().run(Optional.of(left[0].id().toString())).hotCopies()*.state() == [State.CANCELLED]
    }

    def 'an interrupt of who waits here cancels the hot copy there'() {
        given:
        def copying = copy()

        when:
        copying.thread.interrupt()

        then:
        def ended = copying.end.get(120, TimeUnit.SECONDS)
        ended instanceof HotCopyFailedException
        ended.cancelled()
        verbs.status().run().hotCopies()*.state() == [State.CANCELLED]
    }

    def 'when it is killed in the middle, who waits is told so'() {
        given:
        def copying = copy()

        when:
        process.destroyForcibly().waitFor()

        then:
        HotCopyException ended = copying.end.get(60, TimeUnit.SECONDS)
        ended.message == 'the process that held domain "bank" has ended while it made hot copies'
        ended.hints() == ['start bank runs it again, and list shows which hot copies are complete']

        when:
        verbs.count().run('accounts')

        then: 'it is looked for no more'
        HotCopyException asked = thrown()
        asked.message == 'no domain is running here'
        asked.hints() == ['start bank']

        when: 'what it left behind misleads nobody'
        verbs.start().run(StartRequest.of('bank'))

        then:
        verbs.get().run('accounts', '1').value() == Optional.of('x')
    }

    def 'when it ends in good order, who waits is told that the hot copy was cancelled'() {
        given:
        def copying = copy()

        when: 'it has read all its lines'
        process.outputStream.close()

        then:
        isCancelled(copying.end.get(120, TimeUnit.SECONDS))
        process.waitFor() == 0
        neighbours().all() == []
    }

    def 'when it serves and is told to end, who waits is told that the hot copy was cancelled'() {
        given:
        process.outputStream.close()
        process.waitFor()
        process = program('serve', 'domain.groovy', 'policy.groovy', '--port', '0')
        awaitHeld()

        and:
        def copying = copy()

        when:
        process.destroy()

        then:
        isCancelled(copying.end.get(120, TimeUnit.SECONDS))
        process.waitFor()
        neighbours().all() == []
    }

    def 'when it serves and is to finish hot copies, who waits is told of the one that it finished'() {
        given:
        process.outputStream.close()
        process.waitFor()
        process = program('serve', 'domain.groovy', 'policy.groovy', '--port', '0', '--on-stop', 'finish')
        awaitHeld()

        and: 'one that goes on for longer than a caller waits at a time'
        def copying = copy(SLOW)

        when:
        process.destroy()
        def ended = copying.end.get(120, TimeUnit.SECONDS)

        then:
        ended instanceof BackupResult
        ended.hotCopies()*.step() == ['nightly/east/full']
        process.waitFor()
    }

    private static boolean isCancelled(ended) {
        ended instanceof HotCopyFailedException && ended.cancelled()
    }

    def 'when it is stopped and answers nothing, that is what is said'() {
        given:
        send('STOP')

        when:
        neighbours(Duration.ofSeconds(2)).at(directory.resolve('data'))

        then:
        HotCopyException silent = thrown()
        silent.message == "process ${process.pid()}, which holds the domain in \"${directory.resolve('data')}\"," +
                ' does not answer'
        silent.hints() == ["Look whether it is stopped: kill -CONT ${process.pid()} lets it go on."]

        when:
        send('CONT')

        then:
        verbs.count().run('accounts').records() == 1
    }

    private Map copy(Pace pace = CRAWL) {
        def end = new CompletableFuture<Object>()
        def copying = new CountDownLatch(1)
        def thread = new Thread({
            try {
                end.complete(verbs.backup().run(request(pace), { true }) { event ->
                    if (event instanceof ProgressEvent.TaskAdvanced) {
                        copying.countDown()
                    }
                })
            } catch (Throwable thrown) {
                end.complete(thrown)
            }
        })
        thread.daemon = true
        thread.start()
        assert copying.await(120, TimeUnit.SECONDS)
        [thread: thread, end: end]
    }

    private static BackupRequest request(Pace pace = CRAWL) {
        new BackupRequest(Optional.empty(), HotCopyType.FULL, Optional.empty(), pace, false)
    }

    private HttpNeighbours neighbours(Duration patience = Duration.ofSeconds(30)) {
        new HttpNeighbours(
                TestVerbs.homeIn(directory), new Random(seeds++), '1.0', ProcessHandle.current().pid(), { }, patience)
    }

    /** Until it has said who holds it, and its lines have been carried out. */
    private void awaitHeld() {
        def from = neighbours()
        while (!from.at(directory.resolve('data')).map { isFilled(it) }.orElse(false)) {
            assert process.alive: output()
            LockSupport.parkNanos(10_000_000)
        }
    }

    private static boolean isFilled(live) {
        live.database('ledger').tables()*.name().contains('accounts') && live.database('ledger').count('accounts') == 1
    }

    private Process holder(String... lines) {
        def started = program()
        def input = started.outputWriter()
        lines.each { input.write("$it\n") }
        input.flush()
        started
    }

    private Process program(String... arguments) {
        def absolute = System.getProperty('java.class.path').split(File.pathSeparator)
                .collect { Path.of(it).toAbsolutePath().toString() }.join(File.pathSeparator)
        def builder = new ProcessBuilder(
                Path.of(System.getProperty('java.home'), 'bin', 'java').toString(), '-Xmx256m',
                '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', '--enable-native-access=ALL-UNNAMED',
                "-Djava.library.path=${System.getProperty('java.library.path')}".toString(),
                '-cp', absolute, 'io.hotcopy.app.Main', *arguments)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve('output').toFile())
        builder.environment().put('HOTCOPY_HOME', TestVerbs.homeIn(directory).toString())
        builder.start()
    }

    private String output() {
        directory.resolve('output').toFile().text
    }

    private void send(String signal) {
        assert new ProcessBuilder('kill', "-$signal", "${process.pid()}").start().waitFor() == 0
    }
}
