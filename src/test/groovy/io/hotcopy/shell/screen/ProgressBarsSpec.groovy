package io.hotcopy.shell.screen

import io.hotcopy.progress.ProgressEvent.Noted
import io.hotcopy.progress.ProgressEvent.Paced
import io.hotcopy.progress.ProgressEvent.StageEntered
import io.hotcopy.progress.ProgressEvent.StageLeft
import io.hotcopy.progress.ProgressEvent.TaskAdvanced
import io.hotcopy.progress.ProgressEvent.TaskFinished
import io.hotcopy.progress.ProgressEvent.TaskStarted
import java.nio.charset.StandardCharsets
import org.jline.builtins.ScreenTerminal
import org.jline.terminal.Attributes.LocalFlag
import org.jline.terminal.Size
import org.jline.terminal.Terminal.Signal
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
    MovingLines lines
    ProgressBars progress

    def setup() {
        open(80, 24)
    }

    def "each archive has a bar that moves in its place, below the stage with the sum"() {
        when:
        progress.on(new StageEntered('copy files'))
        progress.on(new TaskStarted('archive 0', 100_000_000))
        progress.on(new TaskStarted('archive 1', 200_000_000))
        advance(1, 'archive 0', 25_000_000, 100_000_000)
        advance(2, 'archive 1', 40_000_000, 200_000_000)
        advance(3, 'archive 0', 60_000_000, 100_000_000)

        then:
        shown() == [
            'copy files  3 s  100 MB of 300 MB  33.3 MB/s  5 s left',
            '  archive 0  ███████████░░░░░░░░  60 %  60.0 MB of 100 MB  20.0 MB/s   2 s left',
            '  archive 1  ███░░░░░░░░░░░░░░░░  20 %  40.0 MB of 200 MB  13.3 MB/s  12 s left',
        ]
    }

    def "the speed is that of the last seconds, and a copy that stands still is seen to"() {
        given:
        progress.on(new TaskStarted('archive 0', 1_000_000_000))

        when: 'it begins fast and slows down'
        (1..10).each { advance(it, 'archive 0', it * 50_000_000L, 1_000_000_000) }
        (11..20).each { advance(it, 'archive 0', 500_000_000L + (it - 10) * 10_000_000L, 1_000_000_000) }

        then:
        shown()[0].contains('10.0 MB/s')
        shown()[0].contains('40 s left')

        when: 'nothing is told any more'
        now = 40 * SECOND
        progress.tick()

        then:
        shown()[0].endsWith('0.0 MB/s')
    }

    def "stages that are over stay above the present one while the job runs, with their figures"() {
        when:
        progress.on(new StageEntered('copy files'))
        progress.on(new TaskStarted('archive 0', 100_000_000))
        progress.on(new TaskFinished('archive 0', 100_000_000, 5 * SECOND))
        now = 5 * SECOND
        progress.on(new StageLeft('copy files', 5 * SECOND, 100_000_000, 1234, Optional.empty()))
        progress.on(new StageEntered('take the cut'))
        now = 6 * SECOND
        progress.on(new StageLeft('take the cut', SECOND, 0, 7, Optional.of('commit 42 to become stable')))
        progress.on(new StageEntered('publish'))

        then:
        shown() == [
            'copy files: 5.0 s, 100 MB, 20.0 MB/s, 1,234 commits meanwhile',
            'take the cut: 1.0 s, 7 commits meanwhile, waited for commit 42 to become stable',
            'publish  0 s',
        ]
    }

    def "a task that goes on through several stages keeps its bar"() {
        when:
        progress.on(new StageEntered('copy files'))
        progress.on(new TaskStarted('archive 0', 100_000_000))
        advance(5, 'archive 0', 90_000_000, 100_000_000)
        advance(10, 'archive 0', 100_000_000, 100_000_000)
        progress.on(new StageEntered('take the cut'))
        progress.on(new StageEntered('copy journals'))
        advance(11, 'archive 0', 110_000_000, 120_000_000)

        then:
        shown() == [
            'copy files  10 s',
            'take the cut  0 s',
            'copy journals  1 s',
            '  archive 0  ████████████████████░░  91 %  110 MB of 120 MB  4.0 MB/s  2 s left',
        ]
    }

    def "what a job has shown goes away when it has succeeded, and stays as it was when it has not"() {
        given:
        progress.on(new StageEntered('copy files'))
        progress.on(new TaskStarted('archive 0', 100_000_000))

        when:
        if (succeeded) {
            progress.succeeded()
        }
        progress.close()
        terminal.writer().println('next line')
        terminal.flush()

        then:
        shown().size() == left
        shown()[-1] == 'next line'

        where:
        succeeded || left
        true      || 1
        false     || 3
    }

    def "the pace of the database stands below the bars, as long as it is that of now"() {
        when:
        progress.on(new StageEntered('copy files'))
        now = SECOND
        progress.on(new Paced(1234, Optional.of(1500L), Optional.of(12_000_000L)))

        then:
        shown()[-1] == '  1,234 commits/s, 82 % of before; throttle: 12.0 MB/s each'

        when:
        now = 2 * SECOND
        progress.on(new Paced(3, Optional.empty(), Optional.empty()))

        then:
        shown()[-1] == '  3 commits/s; throttle: none'

        when:
        now = 20 * SECOND
        progress.tick()

        then:
        shown() == ['copy files  20 s']
    }

    def "what is worth telling stands above the bars"() {
        when:
        progress.on(new StageEntered('copy files'))
        progress.on(new TaskStarted('archive 0', 100))
        progress.on(new Noted('the throttle is at its floor'))
        lines.above(new Lines().add('NOTE: storage manager of archive 2 has stopped'))

        then:
        shown() == [
            'the throttle is at its floor',
            'NOTE: storage manager of archive 2 has stopped',
            'copy files  0 s',
            '  archive 0  ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░  0 %  0 B of 100 B  0.0 MB/s',
        ]
    }

    def "more archives than the window has lines: those that are not finished are seen"() {
        given:
        open(80, 10)

        when:
        progress.on(new StageEntered('copy files'))
        (0..<30).each { progress.on(new TaskStarted("archive $it", 100_000_000)) }
        (0..<28).each { progress.on(new TaskFinished("archive $it", 100_000_000, SECOND)) }
        progress.on(new Paced(3, Optional.empty(), Optional.empty()))
        progress.tick()

        then:
        shown(80, 10).size() == 9
        shown(80, 10)[1].startsWith('  archive 28 ')
        shown(80, 10)[2].startsWith('  archive 29 ')
        shown(80, 10)[3].startsWith('  archive 0 ')
        shown(80, 10)[7] == '  and 24 more, 24 of them finished'
    }

    def "in a window of #columns columns no line is longer, and the figures that count stay"() {
        given:
        open(columns, 24)

        when:
        progress.on(new StageEntered('copy files'))
        progress.on(new TaskStarted('archive 0', 100_000_000))
        advance(3, 'archive 0', 60_000_000, 100_000_000)
        progress.on(new Paced(1234, Optional.of(1500L), Optional.of(12_000_000L)))

        then:
        shown(columns, 24)[1] == bar

        where:
        columns || bar
        120     || '  archive 0  ██████████████████░░░░░░░░░░░░  60 %  60.0 MB of 100 MB  20.0 MB/s  2 s left'
        60      || '  archive 0  ███████████░░░░░░░░  60 %  20.0 MB/s  2 s left'
        40      || '  archive 0  ██████░░░░  60 %  2 s left'
        30      || '  archive 0  ██████░░░░  60 %'
        20      || '  archive 0  ███░░░'
    }

    def "a window that is made narrower or wider while bars move has no rubbish in it"() {
        given:
        progress.on(new StageEntered('copy files'))
        progress.on(new TaskStarted('archive 0', 100_000_000))
        advance(3, 'archive 0', 60_000_000, 100_000_000)
        def emulator = new ScreenTerminal(80, 24)
        show(emulator)

        when:
        emulator.setSize(columns, 24)
        terminal.size = new Size(columns, 24)
        terminal.raise(Signal.WINCH)
        advance(4, 'archive 0', 80_000_000, 100_000_000)
        show(emulator)

        then:
        trimmed(emulator) == ['copy files  4 s', bar]

        where:
        columns || bar
        100     || '  archive 0  ████████████████████████░░░░░░  80 %  80.0 MB of 100 MB  20.0 MB/s  1 s left'
        60      || '  archive 0  ███████████████░░░░  80 %  20.0 MB/s  1 s left'
    }

    def "what is typed meanwhile is not shown, and is shown again afterwards, and while a question is asked"() {
        expect:
        !terminal.attributes.getLocalFlag(LocalFlag.ECHO)

        when:
        lines.pause()

        then:
        terminal.attributes.getLocalFlag(LocalFlag.ECHO)

        when:
        lines.resume()

        then:
        !terminal.attributes.getLocalFlag(LocalFlag.ECHO)

        when:
        progress.close()

        then:
        terminal.attributes.getLocalFlag(LocalFlag.ECHO)
    }

    def "while a question is asked nothing is drawn, afterwards all of it"() {
        given:
        progress.on(new StageEntered('copy files'))

        when:
        lines.pause()
        progress.on(new TaskStarted('archive 0', 100))

        then:
        shown() == []

        when:
        lines.resume()
        progress.tick()

        then:
        shown().size() == 2
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

    def "a terminal that has been closed shows nothing more, and the job goes on"() {
        given:
        progress.on(new StageEntered('copy files'))
        terminal.close()

        when:
        progress.on(new StageEntered('publish'))
        progress.close()

        then:
        noExceptionThrown()
    }

    private void open(int columns, int rows) {
        progress?.close()
        sent.reset()
        terminal.size = new Size(columns, rows)
        lines = new MovingLines(terminal, false)
        progress = new ProgressBars(lines, BarTable.Signs.BLOCKS, { now })
    }

    private void advance(int second, String task, long done, long total) {
        now = second * SECOND
        progress.on(new TaskAdvanced(task, done, total))
    }

    private List<String> shown(int columns = 80, int rows = 24) {
        def emulator = new ScreenTerminal(columns, rows)
        emulator.write(sent.toString(StandardCharsets.UTF_8))
        trimmed(emulator)
    }

    private void show(ScreenTerminal emulator) {
        emulator.write(sent.toString(StandardCharsets.UTF_8))
        sent.reset()
    }

    private static List<String> trimmed(ScreenTerminal emulator) {
        emulator.toString().readLines().collect { it.replaceAll(/\s+$/, '') }.findAll { !it.empty }
    }
}
