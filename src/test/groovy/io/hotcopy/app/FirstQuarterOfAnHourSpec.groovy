package io.hotcopy.app

import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

/** The session that the README shows, typed into the real program at a terminal: the page says what is to be seen. */
class FirstQuarterOfAnHourSpec extends Specification {
    private static final int ROWS = 400
    private static final int COLUMNS = 110

    /** How a person gets there with Tab; the line is the same. */
    private static final Map<String, String> KEYS = [
        'start bank': 'star\tba\t',
        'workload start': 'wor\tstart',
        'verify latest': 'ver\tlatest',
    ]

    @TempDir
    Path directory

    def transcript = new Transcript()

    def "the README's session is what happens"() {
        given:
        def examples = Files.createDirectories(directory.resolve('examples/bank'))
        ['domain.groovy', 'policy.groovy'].each {
            Files.copy(Path.of('examples/bank', it), examples.resolve(it))
        }
        Files.createDirectory(examples.resolve('backups'))
        def terminal = new PseudoTerminal(
            ROWS, COLUMNS, directory, [HOTCOPY_HOME: "$directory/home" as String], program())

        expect:
        def steps = Transcript.steps(session())
        steps.size() > 12
        terminal.await('the first prompt') { it.cursorLine() == steps[0].prompt() }
        steps.eachWithIndex { step, at ->
            def before = terminal.picture()
            terminal.type(keys(transcript.typed(step)) + '\r')
            if (at + 1 < steps.size()) {
                def next = steps[at + 1].prompt()
                def after = terminal.await("\"$next\" after \"${step.typed()}\"") { asks(it, next, before) }
                transcript.compare(step, after.lines().subList(before.row() + 1, after.row()))
            }
        }
        terminal.awaitEnd() == 0

        and: 'there were bars while it copied'
        terminal.raw().contains('█') && terminal.raw().contains('░')

        cleanup:
        terminal?.close()
    }

    /** Only a line of its own begins there: what is typed may not be taken for what is answered. */
    private static boolean asks(PseudoTerminal.Picture now, String prompt, PseudoTerminal.Picture before) {
        now.row() > before.row() && (prompt.endsWith('>')
            ? now.cursorLine() == prompt
            : now.cursorLine().endsWith('[y/N]'))
    }

    private static String keys(String typed) {
        KEYS.getOrDefault(typed, typed)
    }

    private static List<String> session() {
        def lines = Files.readAllLines(Path.of('README.md'))
        def from = lines.findIndexOf { it.startsWith('hotcopy> load examples/bank') }
        def to = lines.findIndexOf(from) { it.startsWith('```') }
        lines.subList(from, to)
    }

    private static List<String> program() {
        def absolute = System.getProperty('java.class.path').split(File.pathSeparator)
            .collect { Path.of(it).toAbsolutePath() as String }.join(File.pathSeparator)
        [
            "${System.getProperty('java.home')}/bin/java" as String, '-Xmx512m', '-XX:TieredStopAtLevel=1',
            "-Djava.library.path=${System.getProperty('java.library.path')}" as String,
            '--enable-native-access=ALL-UNNAMED', '-cp', absolute, 'io.hotcopy.app.Main'
        ]
    }
}
