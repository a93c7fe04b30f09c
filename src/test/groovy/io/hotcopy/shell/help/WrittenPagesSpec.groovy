package io.hotcopy.shell.help

import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification

/** The pages that are written from the manual are those that lie in the tree. */
class WrittenPagesSpec extends Specification {

    def '#page says what the program says; write it anew by: scripts/hotcopy help --as #form > #page'() {
        expect:
        Files.readString(Path.of(page)) == Commands.manual().written(Form.valueOf(form.toUpperCase()))

        where:
        form        | page
        'reference' | 'src/docs/reference.md'
        'man'       | 'src/dist/man/hotcopy.1'
        'bash'      | 'src/dist/completion/hotcopy.bash'
        'zsh'       | 'src/dist/completion/_hotcopy'
    }

    def 'every command, word and topic stands in #form'() {
        given:
        def text = Commands.manual().written(form)

        expect:
        Commands.docs().findAll { it.summary() }.every { text.contains(heading + it.words().replace('-', dash) + end) }
        WordHelp.all().every { text.contains(it) }
        Topics.all().every { text.toLowerCase().contains(it.title().toLowerCase()) }

        where:
        form           | heading | dash  | end
        Form.REFERENCE | '#### ' | '-'   | '\n'
        Form.MAN       | '.SS "' | '\\-' | '"\n'
    }

    def 'a table of Markdown has two columns in every row'() {
        expect:
        Commands.manual().written(Form.REFERENCE).readLines().findAll { it.startsWith('| ') }.every {
            it.replace('\\|', '').count('|') == 3
        }
    }

    def 'what roff would take for its own stands for itself'() {
        given:
        def page = new Roff()

        when:
        page.text(".so '/x' \\(aq `-y` ~^")

        then:
        page.toString() == ".PP\n\\&.so \\(aq/x\\(aq \\e(aq \\(ga\\-y\\(ga \\(ti\\(ha\n"
    }

    def "completion of zsh quotes what its own language would read"() {
        given:
        def option = new ArgumentDoc(['--x'], 'A:B', "it's [one]", [], ArgumentDoc.Taken.NOWHERE, false, false)
        def doc = new CommandDoc(['c'], 'S.', [], 'c', [], [option], [], [])

        expect:
        new ZshCompletion([doc], []).text().contains("'(--x)--x=[it'\\''s \\[one\\]]:A\\:B: '")
    }
}
