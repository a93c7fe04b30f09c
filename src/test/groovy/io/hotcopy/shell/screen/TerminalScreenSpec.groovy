package io.hotcopy.shell.screen

import java.nio.charset.StandardCharsets
import java.nio.file.Path
import org.jline.terminal.Size
import org.jline.terminal.Terminal
import org.jline.terminal.impl.DumbTerminal
import org.jline.terminal.impl.ExternalTerminal
import spock.lang.Specification

class TerminalScreenSpec extends Specification {

    def sent = new ByteArrayOutputStream()
    def last = new StringWriter()

    def "colours are shown on a #type terminal when they are #wanted: #shown"() {
        given:
        def screen = screen(type, '', wanted)

        when:
        screen.show(new Lines().add(Ink.GOOD.of('yes')))

        then:
        text().contains('\u001b') == shown
        text().contains('yes')

        cleanup:
        screen.close()

        where:
        type    | wanted || shown
        'xterm' | true   || true
        'xterm' | false  || false
        'dumb'  | true   || false
    }

    def "a terminal of unknown width counts as 80 columns, a very narrow one as 20"() {
        expect:
        screen('dumb', '', true, new Size(columns, 10)).width() == width

        where:
        columns || width
        0       || 80
        5       || 20
        132     || 132
    }

    def "the answer #answer.inspect() means #agreed"() {
        expect:
        screen('dumb', answer, false).agrees('take 100% of it?') == agreed
        text().contains('take 100% of it? [y/N]')

        where:
        answer   || agreed
        'y\n'    || true
        'Yes\n'  || true
        'n\n'    || false
        '\n'     || false
        'why\n'  || false
        ''       || false
    }

    def "what is said after the terminal has been closed goes elsewhere"() {
        given:
        def screen = screen('xterm', '', true)
        screen.close()

        when:
        screen.complain(new Lines().add(Ink.BAD.of('interrupted')))

        then:
        last.toString() == 'interrupted\n'
    }

    def "what lies below the working directory is shown as one types it there: #text"() {
        when:
        screen('dumb', '', false).show(new Lines().add(text))

        then:
        this.text().readLines() == [shown]

        where:
        text                                               || shown
        'into /srv/dba/copies/a'                          || 'into copies/a'
        'cannot read "/srv/dba/a": "/srv/dba/b" is odd'  || 'cannot read "a": "b" is odd'
        '/srv/dba/a'                                      || 'a'
        'in /srv/dba'                                     || 'in /srv/dba'
        'in "/srv/dba/"'                                  || 'in "/srv/dba/"'
        'in /mnt/srv/dba/a'                               || 'in /mnt/srv/dba/a'
        'in /srv/dbas/a'                                  || 'in /srv/dbas/a'
    }

    def "so in tables, whose columns are as wide as what is shown"() {
        when:
        screen('dumb', '', false).show(new Table('set', '>size').row('/srv/dba/a', 10).row('b', 9).lines())

        then:
        text().readLines() == ['set  size', 'a      10', 'b       9']
    }

    private TerminalScreen screen(String type, String keys, boolean colours, Size size = new Size(80, 24)) {
        def input = new ByteArrayInputStream(keys.bytes)
        Terminal terminal = type == 'dumb'
            ? new DumbTerminal('test', type, input, sent, StandardCharsets.UTF_8)
            : new ExternalTerminal('test', type, input, sent, StandardCharsets.UTF_8)
        terminal.size = size
        new TerminalScreen(
            terminal, new PrintWriter(last, true), colours, System::nanoTime, Path.of('/srv/dba'))
    }

    private String text() {
        sent.toString(StandardCharsets.UTF_8)
    }
}
