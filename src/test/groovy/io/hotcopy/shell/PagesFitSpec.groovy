package io.hotcopy.shell

import io.hotcopy.shell.ProgramSurroundings.TerminalOpener
import io.hotcopy.verb.SmallBank
import io.hotcopy.verb.TestVerbs
import java.nio.charset.StandardCharsets
import java.nio.file.Path
import org.jline.terminal.Size
import org.jline.terminal.impl.ExternalTerminal
import spock.lang.Specification
import spock.lang.TempDir

/** Every page that a person sees in the first hour, on terminals of several widths. */
class PagesFitSpec extends Specification {

    static final LINES = [
        'load domain.groovy policy.groovy', 'start bank', 'create table accounts', 'put accounts 4711 rich', 'status',
        'plan', 'backup --yes --quiet', 'put accounts 4712 poor',
        'journal search latest --table accounts --quiet', 'status',
        'list', 'describe latest', 'show archives', 'show domain', 'show storage-groups', 'show policies', 'timeline',
        'catalog list', 'catalog describe bank/ledger', 'catalog missing', 'preview latest', 'verify latest --quiet',
        'scan accounts', 'count accounts', 'expire --yes --quiet', 'workload status', 'plan --days 2',
        'check domain.groovy',
    ]

    @TempDir
    Path directory

    def screen = new ByteArrayOutputStream()

    def "no line is wider than a terminal of #columns columns, but a word that is"() {
        given:
        SmallBank.writeInto(directory)

        when:
        int code = program(columns)

        then:
        (code == 0 ? [] : shown().readLines().takeRight(6)) == []
        shown().readLines().size() > 100
        shown().readLines().findAll { it.length() > columns && it.trim().contains(' ') } == []

        where:
        columns << [60, 80, 120]
    }

    private int program(int columns) {
        def terminal = new ExternalTerminal('keys', 'xterm', new ByteArrayInputStream(new byte[0]), screen,
            StandardCharsets.UTF_8)
        terminal.size = new Size(columns, 40)
        def out = new PrintWriter(screen, true)
        new HotCopyProgram(new ProgramSurroundings('1.2.3', directory, directory.resolve('home'),
            new BufferedReader(new StringReader('')), out, out,
            Optional.of({ interrupts -> terminal } as TerminalOpener), true, System::nanoTime, { false },
            { events -> TestVerbs.in(directory) }, NoService.NUOCMD)).run(LINES.collectMany { ['-c', it] })
    }

    private String shown() {
        screen.toString(StandardCharsets.UTF_8).replaceAll(/\u001b\[[0-9;?]*[a-zA-Z]|\r/, '')
    }
}
