package io.hotcopy.shell

import io.hotcopy.shell.ProgramSurroundings.TerminalOpener
import io.hotcopy.verb.TestVerbs
import java.nio.charset.StandardCharsets
import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.attribute.PosixFilePermissions
import org.jline.terminal.Size
import org.jline.terminal.Terminal
import org.jline.terminal.impl.DumbTerminal
import org.jline.terminal.impl.ExternalTerminal
import spock.lang.Specification
import spock.lang.TempDir

/** The whole shell, typed into: keys in, everything that would be on the screen out. */
class ShellOverKeysSpec extends Specification {

    @TempDir
    Path directory

    def screen = new ByteArrayOutputStream()

    int code

    def "help is answered and exit leaves"() {
        when:
        type('help\nexit\nhelp exit\n')

        then:
        shown().contains('list everything, or explain one command or word')
        !shown().contains('Usage: exit')
        code == 0
    }

    def "a command that fails leaves the shell open"() {
        when:
        type('help nonsense\nhelp exit\n')

        then:
        shown().contains('ERROR: there is no command "nonsense"')
        shown().contains('Usage: exit')
        code == 0
    }

    def "a terminal of unknown size still shows its prompt"() {
        when:
        type('exit\n', new Size(0, 0))

        then:
        shown().contains('hotcopy> ')
    }

    def "the history is its owner's only, and is there the next time"() {
        given:
        def history = home().resolve('history')

        when:
        type('help exit\nexit\n')

        then:
        PosixFilePermissions.toString(Files.getPosixFilePermissions(home())) == 'rwx------'
        PosixFilePermissions.toString(Files.getPosixFilePermissions(history)) == 'rw-------'
        Files.readString(history).contains('help exit')

        when:
        screen.reset()
        typeOnXterm('\u0010\u0010\rexit\r')

        then:
        shown().contains('Usage: exit')
    }

    def "lines from a pipe end at the first that fails, with its code"() {
        when:
        pipe('help exit\nexit --now\nhelp quit\n')

        then:
        shown().contains('Usage: exit')
        shown().contains("unknown option: '--now'")
        !shown().contains('Usage: quit')
        code == 2
        Files.notExists(home())
    }

    def "arguments #arguments give exit code #expected"() {
        when:
        code = program(Optional.empty(), '').run(arguments)

        then:
        code == expected
        shown().contains(text)

        where:
        arguments                      || expected | text
        ['--version']                  || 0        | 'hotcopy 1.2.3'
        ['-V']                         || 0        | 'hotcopy 1.2.3'
        ['help']                       || 0        | 'list everything'
        ['--help']                     || 0        | 'list everything'
        ['help', 'exit']               || 0        | 'Usage: exit'
        ['-c', 'help exit']            || 0        | 'Usage: exit'
        ['-c', 'help x', '-c', 'exit'] || 2        | 'there is no command "x"'
        ['-c']                         || 2        | 'every -c takes one line'
        ['-c', 'exit', 'more']         || 2        | 'every -c takes one line'
        ['nonsense']                   || 2        | 'there is no command "nonsense"'
        ['help', '--now']              || 2        | "unknown option: '--now'"
    }

    private void type(String keys, Size size = new Size(100, 30)) {
        def input = new ByteArrayInputStream(keys.bytes)
        run(new DumbTerminal('keys', 'dumb', input, screen, StandardCharsets.UTF_8), size)
    }

    private void typeOnXterm(String keys) {
        def input = new ByteArrayInputStream(keys.bytes)
        run(new ExternalTerminal('keys', 'xterm', input, screen, StandardCharsets.UTF_8), new Size(100, 30))
    }

    private void run(Terminal terminal, Size size) {
        terminal.size = size
        code = program(Optional.of({ takesInterrupts -> terminal } as TerminalOpener), '').run([])
    }

    private void pipe(String lines) {
        code = program(Optional.empty(), lines).run([])
    }

    private HotCopyProgram program(Optional<TerminalOpener> terminal, String lines) {
        def out = new PrintWriter(screen, true)
        def input = new BufferedReader(new StringReader(lines))
        new HotCopyProgram(new ProgramSurroundings('1.2.3', directory, home(), input, out, out, terminal,
            true, System::nanoTime, { false }, { events -> TestVerbs.in(directory) }))
    }

    private Path home() {
        directory.resolve('home')
    }

    private String shown() {
        screen.toString(StandardCharsets.UTF_8)
    }
}
