package io.hotcopy.shell.screen

import io.hotcopy.progress.ProgressEvent.Noted
import io.hotcopy.progress.ProgressEvent.StageEntered
import io.hotcopy.progress.ProgressEvent.StageLeft
import io.hotcopy.progress.ProgressEvent.TaskAdvanced
import io.hotcopy.progress.ProgressEvent.TaskFinished
import io.hotcopy.progress.ProgressEvent.TaskStarted
import java.nio.charset.StandardCharsets
import org.jline.builtins.ScreenTerminal
import org.jline.terminal.Size
import org.jline.terminal.impl.ExternalTerminal
import spock.lang.AutoCleanup
import spock.lang.Specification

/** What a person sees, as a terminal emulator shows it. */
class ProgressBarsSpec extends Specification {

    static final SECOND = 1_000_000_000L

    def keys = new PipedInputStream(new PipedOutputStream())
    def sent = new ByteArrayOutputStream()

    @AutoCleanup
    def terminal = new ExternalTerminal('test', 'xterm', keys, sent, StandardCharsets.UTF_8)

    long now = 0
    ProgressBars progress

    def setup() {
        terminal.size = new Size(80, 24)
        progress = new ProgressBars(terminal, false, 80, { now })
    }

    def "each archive has a bar that moves in its place"() {
        when:
        progress.on(new StageEntered('copy files'))
        progress.on(new TaskStarted('archive 0', 100_000_000))
        progress.on(new TaskStarted('archive 1', 200_000_000))
        advance(1, 'archive 0', 25_000_000, 100_000_000)
        advance(2, 'archive 1', 40_000_000, 200_000_000)
        advance(3, 'archive 0', 60_000_000, 100_000_000)

        then:
        shown() == [
            'copy files',
            '  archive 0  ████████████████░░░░░░░░░░  60.0 MB of 100 MB  20.0 MB/s  2 s left',
            '  archive 1  █████░░░░░░░░░░░░░░░░░░░░░  40.0 MB of 200 MB  20.0 MB/s  8 s left',
        ]
    }

    def "what is over stays above the next stage, and a task that goes on keeps its rate"() {
        when:
        progress.on(new StageEntered('copy files'))
        progress.on(new TaskStarted('archive 0', 100_000_000))
        progress.on(new TaskStarted('archive 1', 100_000_000))
        advance(10, 'archive 0', 100_000_000, 100_000_000)
        progress.on(new TaskFinished('archive 1', 100_000_000, 5 * SECOND))
        progress.on(new StageEntered('take the cut'))
        progress.on(new StageEntered('copy journals'))
        advance(11, 'archive 0', 110_000_000, 120_000_000)
        progress.close()

        then:
        shown() == [
            'copy files',
            '  archive 0  ██████████████████████████  100 MB of 100 MB  10.0 MB/s  0 s left',
            '  archive 1  ██████████████████████████  100 MB in 5.0 s, 20.0 MB/s',
            'take the cut',
            'copy journals',
            '  archive 0  ████████████████████████░░  110 MB of 120 MB  10.0 MB/s  1 s left',
        ]
    }

    def "a stage that is over leaves its figures, and whom it waited for"() {
        when:
        progress.on(new StageEntered('copy files'))
        progress.on(new TaskStarted('archive 0', 100_000_000))
        progress.on(new TaskFinished('archive 0', 100_000_000, 5 * SECOND))
        progress.on(new StageLeft('copy files', 5 * SECOND, 100_000_000, 1234, Optional.empty()))
        progress.on(new StageEntered('take the cut'))
        progress.on(new StageLeft('take the cut', SECOND, 0, 7, Optional.of('commit 42 to become stable')))
        progress.close()

        then:
        shown() == [
            'copy files: 5.0 s, 100 MB, 20.0 MB/s, 1,234 commits meanwhile',
            '  archive 0  ██████████████████████████  100 MB in 5.0 s, 20.0 MB/s',
            'take the cut: 1.0 s, 7 commits meanwhile, waited for commit 42 to become stable',
        ]
    }

    def "what is worth telling stands above the bars"() {
        when:
        progress.on(new StageEntered('copy files'))
        progress.on(new TaskStarted('archive 0', 100))
        progress.on(new Noted('the throttle is at its floor'))

        then:
        shown() == [
            'the throttle is at its floor',
            'copy files',
            '  archive 0  ░░░░░░░░░░░░░░░░░░░░░░░░░░  0 B of 100 B  0.0 MB/s',
        ]
    }

    def "it draws at most ten times a second"() {
        given:
        progress.on(new TaskStarted('archive 0', 1_000))
        int before = sent.size()

        when:
        (1..50).each { progress.on(new TaskAdvanced('archive 0', it, 1_000)) }

        then:
        sent.size() == before
    }

    private void advance(int second, String task, long done, long total) {
        now = second * SECOND
        progress.on(new TaskAdvanced(task, done, total))
    }

    private List<String> shown() {
        def emulator = new ScreenTerminal(80, 24)
        emulator.write(sent.toString(StandardCharsets.UTF_8))
        emulator.toString().readLines().collect { it.replaceAll(/\s+$/, '') }.findAll { !it.empty }
    }
}
