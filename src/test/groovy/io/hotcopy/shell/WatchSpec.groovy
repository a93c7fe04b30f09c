package io.hotcopy.shell

import io.hotcopy.shell.ProgramSurroundings.TerminalOpener
import io.hotcopy.verb.SmallBank
import io.hotcopy.verb.TestVerbs
import java.nio.charset.StandardCharsets
import java.nio.file.Path
import java.time.Duration
import java.time.ZoneOffset
import org.jline.builtins.ScreenTerminal
import org.jline.terminal.Size
import org.jline.terminal.Terminal
import org.jline.terminal.impl.ExternalTerminal
import spock.lang.Specification
import spock.lang.TempDir

/** {@code watch N LINE}: look again and again. */
class WatchSpec extends Specification {

    @TempDir
    Path directory

    def screen = new ByteArrayOutputStream()
    List<Duration> pauses = []

    /** How often it waits until Ctrl-C comes. */
    int looks = 3

    int code

    def "in a pipe one answer follows the other, each below a line with its time, until it is interrupted"() {
        when:
        code = program(['watch', '5', 'show', 'policies'])

        then:
        code == 0
        pauses == [Duration.ofSeconds(5)] * 3
        shown().readLines().count { it ==~ /show policies  \d{4}-\S+Z, every 5 s; Ctrl-C ends it/ } == 3
        shown().count('no policy is declared') == 3
    }

    def "on a terminal each answer is painted over the one before"() {
        given:
        def terminal = new ExternalTerminal('keys', 'xterm', new ByteArrayInputStream(new byte[0]), screen,
            StandardCharsets.UTF_8)
        terminal.size = new Size(60, 24)

        when:
        code = program(['watch', '1', 'show', 'policies'], '',
            Optional.of({ interrupts -> terminal } as TerminalOpener))

        then:
        code == 0
        painted(60, 24).count { it.startsWith('show policies  ') } == 1
        painted(60, 24).count { it.startsWith('no policy is declared') } == 1
    }

    def "what has more lines than the window is cut, and says so"() {
        given:
        def terminal = new ExternalTerminal('keys', 'xterm', new ByteArrayInputStream(new byte[0]), screen,
            StandardCharsets.UTF_8)
        terminal.size = new Size(60, 10)

        when:
        program(['watch', '1', 'help'], '', Optional.of({ interrupts -> terminal } as TerminalOpener))

        then:
        painted(60, 10).size() == 8
        painted(60, 10)[0].startsWith('help  ')
        painted(60, 10)[7] ==~ /and \d+ more lines/
    }

    def "among the lines of a shell it sees what they have started, and the shell goes on"() {
        given:
        SmallBank.writeInto(directory)

        when:
        code = program([], 'load domain.groovy policy.groovy\nstart bank\nwatch 2 status --json\nstop\n')

        then:
        code == 0
        shown().count('"hotCopies" : [ ]') == 3
        shown().contains('stopped domain bank')
    }

    def "an answer that is an error is shown, and it goes on"() {
        when:
        code = program(['watch', '2', 'describe', 'nothing', '--in', '.'])

        then:
        code == 0
        shown().count('there is no backup set "nothing"') == 3
    }

    def "a line that may change something is refused: #line"() {
        when:
        code = program(['watch', '2', *line.split(' ')])

        then:
        code == 2
        pauses.empty
        shown().contains("watch repeats what only looks, and \"$line\" may change something")

        where:
        line << ['backup --yes', 'start bank', 'put accounts 1 x', 'catalog rebuild x', 'catalog', 'workload start',
            'plan -o plan.yaml', 'plan --output=plan.yaml', 'verify latest --depth drill', 'watch 2 status', 'exit',
            'nuocmd shutdown process', 'run scripts/x.groovy', 'load x']
    }

    def "a line that looks is taken: #line"() {
        when:
        looks = 1
        program(['watch', '2', *line.split(' ')])

        then:
        pauses.size() == 1

        where:
        line << ['list', 'show policies', 'catalog list', 'timeline', 'help status', 'nuocmd --help show domain',
            'workload status', 'verify latest --depth present']
    }

    def "what is no command or no number is wrong usage: #arguments"() {
        when:
        code = program(['watch', *arguments])

        then:
        code == 2
        shown().contains(text)

        where:
        arguments        || text
        ['2', 'nothing'] || 'there is no command "nothing"'
        ['0', 'list']    || 'watch takes a number of seconds, one or more, not 0'
        ['two', 'list']  || "'two' is not an int"
        ['2']            || 'missing required parameter'
    }

    private int program(List<String> arguments, String lines = '',
            Optional<TerminalOpener> terminal = Optional.empty()) {
        def out = new PrintWriter(screen, true)
        def services = new ServiceSurroundings(NoService.NUOCMD.services(), [:], this.&pause, ZoneOffset.UTC, { 't' })
        new HotCopyProgram(new ProgramSurroundings('1.2.3', directory, directory.resolve('home'),
            new BufferedReader(new StringReader(lines)), out, out, terminal, false, System::nanoTime, { false },
            { events -> TestVerbs.in(directory) }, services)).run(arguments)
    }

    private void pause(Duration time) {
        pauses << time
        if (pauses.size() == looks) {
            throw new InterruptedException('Ctrl-C')
        }
    }

    private String shown() {
        screen.toString(StandardCharsets.UTF_8)
    }

    private List<String> painted(int columns, int rows) {
        def emulator = new ScreenTerminal(columns, rows)
        emulator.write(shown())
        emulator.toString().readLines()*.replaceAll(/\s+$/, '').findAll { !it.empty }
    }
}
