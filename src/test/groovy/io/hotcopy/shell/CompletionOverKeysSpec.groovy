package io.hotcopy.shell

import io.hotcopy.shell.ProgramSurroundings.TerminalOpener
import io.hotcopy.verb.TestVerbs
import io.hotcopy.verb.TwoRegions
import java.nio.charset.StandardCharsets
import java.nio.file.Files
import java.nio.file.Path
import org.jline.terminal.Size
import org.jline.terminal.impl.ExternalTerminal
import spock.lang.Specification
import spock.lang.TempDir

/** Tab, as it is pressed: what it writes into the line, quotes and blanks with it, and what it lists below. */
class CompletionOverKeysSpec extends Specification {

    @TempDir
    Path directory

    def screen = new ByteArrayOutputStream()

    def "a declaration is typed with words, arguments and values by Tab"() {
        when:
        type([
            "dom\tmini') {", "reg\t'r', ho\t['h1']", "data\td') {", "transactionE\tho\t['h\t]",
            "storageM\tar\t0, ho\t'h\t, j\tt\t", '}', '}', 'show domain', 'exit', ''
        ].join('\r'))

        then:
        shown().contains('declared domain mini')
        shown().contains('archive 0 on h1 serves -')
        !shown().contains('error')
    }

    def "a path with a blank is put in quotes, and they close at its end"() {
        given:
        Files.createDirectories(directory.resolve('my files'))
        Files.writeString(directory.resolve('my files/domain.groovy'), TwoRegions.DOMAIN)

        when:
        type(['load my\tdo\t', 'start b\t', 'exit', ''].join('\r'))

        then:
        shown().contains('declared domain bank')
        shown().contains('started domain bank')
    }

    def "options with their values, in both spellings, and whatever the case"() {
        given:
        Files.writeString(directory.resolve('domain.groovy'), TwoRegions.DOMAIN + TwoRegions.POLICY)

        when:
        type(['LO\tdom\t', 'pl\tnigh\t--ru\tFU\t--gr\te\t', 'plan --run=fu\t--group=w\t', 'exit', ''].join('\r'))

        then:
        shown().contains('coordinated full hot copy of bank/ledger, backup group east')
        shown().contains('coordinated full hot copy of bank/ledger, backup group west')
        !shown().contains('ERROR')
    }

    def "what is listed tells what it is"() {
        given:
        Files.writeString(directory.resolve('domain.groovy'), TwoRegions.DOMAIN)

        when:
        type(['load domain.groovy', 'sm stop \t\u0015', "policy('p') { onO\t\t\u0015", 'exit', ''].join('\r'))

        then:
        shown().contains('archives')
        shown().contains('(on e1, serves SG1)')
        shown().contains('wait')
    }

    def "names of Groovy lines, and verbs behind a dot"() {
        when:
        type(['velocity = 41', 'velo\t+ 1', 'x = catalog.li\t()', 'exit', ''].join('\r'))

        then:
        shown().contains('velocity + 1')
        shown().contains('>42')
        shown().contains('x = catalog.list()')
    }

    def "the vendor's lines, up to the pairs of archives and directories"() {
        given:
        Files.writeString(directory.resolve('domain.groovy'), TwoRegions.DOMAIN)
        Files.createDirectories(directory.resolve('copies'))

        when:
        type([
            'load domain.groovy', 'nuocmd hot\tdat\t--db-n\tled\t--ty\tfu\t--backup\t0 cop\tx', 'exit', ''
        ].join('\r'))

        then:
        shown().contains("'hotcopy database' failed: no line here asks a service")
    }

    /** A screen so low that there are no hints below the line: it shows what was typed, and what Tab lists. */
    private void type(String keys) {
        def input = new ByteArrayInputStream(keys.bytes)
        def terminal = new ExternalTerminal('keys', 'xterm', input, screen, StandardCharsets.UTF_8)
        terminal.size = new Size(200, 23)
        def out = new PrintWriter(screen, true)
        new HotCopyProgram(new ProgramSurroundings('1.2.3', directory, directory.resolve('home'),
            new BufferedReader(new StringReader('')), out, out,
            Optional.of({ takesInterrupts -> terminal } as TerminalOpener), true, System::nanoTime, { false },
            { events -> TestVerbs.in(directory) }, NoService.NUOCMD)).run([])
    }

    private String shown() {
        screen.toString(StandardCharsets.UTF_8).replaceAll(/\u001b\[[0-9;?]*[a-zA-Z]/, '')
    }
}
