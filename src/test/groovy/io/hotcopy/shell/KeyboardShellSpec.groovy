package io.hotcopy.shell

import static io.hotcopy.shell.TypedShell.paste

import io.hotcopy.verb.SmallBank
import java.nio.file.Files
import java.nio.file.Path
import org.jline.terminal.Size
import spock.lang.Specification
import spock.lang.TempDir

/** What is typed and pasted over several lines, what a line looks like meanwhile, and how one leaves. */
class KeyboardShellSpec extends Specification {

    @TempDir
    Path directory

    def "a whole policy file is pasted, with commands and Groovy after it, and all of it runs in order"() {
        given:
        def text = '// The bank.\ndef hosts = ["e1", "e2"]\n' +
            SmallBank.DOMAIN.replace("hosts: ['e1', 'e2']", 'hosts: hosts') + '\n' + SmallBank.POLICY +
            '\nstart bank\nn = 20\n(1..n).sum()\n'

        when:
        def shell = TypedShell.xterm(directory, paste(text) + '\rexit\r')

        then:
        def shown = shell.withoutColours()
        shown.contains('declared domain bank')
        shown.contains('declared policy nightly')
        shown.contains('started domain bank')
        shown.contains('210')
        shown.contains('bank> ')
        !shown.contains('ERROR')
    }

    def "the same without the terminal's word that it is a paste"() {
        when:
        def shell = TypedShell.xterm(directory,
            (SmallBank.DOMAIN + SmallBank.POLICY).replace('\n', '\r') + 'start bank\rexit\r')

        then:
        shell.withoutColours().contains('declared domain bank')
        shell.withoutColours().contains('declared policy nightly')
        shell.withoutColours().contains('bank> ')
    }

    def "what was pasted ends at the first entry that fails"() {
        when:
        def shell = TypedShell.xterm(directory, paste("describe nothing\nhelp exit\n") + '\rexit\r')

        then:
        shell.withoutColours().contains('ERROR: nothing says where backup sets may lie')
        shell.withoutColours().contains('NOTE: the rest of what was entered together was not run')
        !shell.shown.contains('Usage: exit')
    }

    def "a bracket that closes nothing is told with its place at once, and is no trap: #typed.inspect()"() {
        when:
        def shell = TypedShell.xterm(directory, typed.replace('\n', '\r') + '\rhelp exit\rexit\r')

        then:
        shell.withoutColours().contains(place)
        shell.shown.contains('Usage: exit')

        where:
        typed                                    || place
        "policy('x') { full ) }"                 || 'line:1:20: error: '
        '}'                                      || 'line:1:1: error: '
        '(1 + 2))'                               || 'line:1:8: error: '
        "policy('x') {\n    full )"              || 'error: '
    }

    def "a brace typed behind other text leaves the blanks before it alone"() {
        when:
        TypedShell.xterm(directory, "policy('x') { full   }\rexit\r")

        then:
        Files.readString(directory.resolve('home/history')).contains("policy('x') { full   }")
    }

    def "what is open asks for more and says what would close it"() {
        when:
        def shell = TypedShell.xterm(directory, "[1,\r2]\r'''a\rb'''\rexit\r")

        then:
        shell.withoutColours().contains(']>')
        shell.withoutColours().contains("'''>")
        shell.withoutColours().contains('[1, 2]')
    }

    def "Groovy that fails says where, in what was typed"() {
        when:
        def shell = TypedShell.dumb(directory, 'x = 1\nx +\nnope(x)\nexit\n')

        then:
        shell.shown.contains('error: there is no verb or method `nope(Integer)`')
    }

    def "a hint stands below the line while it is typed, where the terminal has room for it: #size"() {
        expect:
        def shell = TypedShell.xterm(directory, keys + 'exit\r', size)
        shell.withoutColours().contains('--days N  list every run') == shows

        where:
        keys                                 | size              || shows
        'plan --days \u0015'                 | new Size(80, 24)  || true
        'plan --days \u0015'                 | new Size(79, 24)  || false
        'plan --days \u0015'                 | new Size(80, 23)  || false
        '\u001bsplan --days \u0015'          | new Size(80, 24)  || false
        '\u001bs\u001bsplan --days \u0015'   | new Size(80, 24)  || true
    }

    def "on a dumb terminal there is neither hint nor colour"() {
        when:
        def shell = TypedShell.dumb(directory, 'plan --days \u0015exit\n')

        then:
        !shell.shown.contains('list every run')
        !(shell.shown =~ /\u001b\[[0-9;]*m/)
    }

    def "lines of another shell are there the next time, but not those that may hold a secret"() {
        when:
        TypedShell.xterm(directory, 'help exit\r help quit\rtoken = "abc"\rexit\r')

        then:
        Files.readAllLines(directory.resolve('home/history')).collect { it.replaceFirst(/^\d+:/, '') } ==
            ['help exit', 'exit']
    }

    def "who leaves or stops is asked when that would end a hot copy, and may stay"() {
        given:
        SmallBank.writeInto(directory)

        when:
        def shell = TypedShell.dumb(directory, """\
            load domain.groovy policy.groovy
            start bank
            workload start --accounts 20000 --quiet
            workload stop
            backup --yes --quiet --timeout 0 --max-rate 1
            exit
            n
            stop
            n
            get accounts 4711000
            exit
            y
            """.stripIndent())

        then:
        shell.shown.contains('NOTE: a hot copy is running here: full of bank/ledger')
        shell.shown.contains('leave and cancel it? [y/N]')
        shell.shown.contains('stop and cancel it? [y/N]')
        shell.shown.contains('not agreed, nothing was done')
        shell.shown.contains('bank> ')
        shell.code == 0

        and: 'at the end of the keys, too'
        shell.shown.count('leave and cancel it? [y/N]') == 2
    }
}
