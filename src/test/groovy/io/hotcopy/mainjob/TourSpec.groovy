package io.hotcopy.mainjob

import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.TimeUnit
import spock.lang.Specification
import spock.lang.TempDir

/** The tour, as a stranger runs it: the real program in a process of its own, on a smaller bank. */
class TourSpec extends Specification {

    static final Path TOUR = Path.of('examples/bank/tour.groovy').toAbsolutePath()

    @TempDir
    Path directory

    def "the tour copies under load, restores, finds all equal, and says what to type next"() {
        when:
        def run = hotcopy('run', TOUR.toString(), '12000')

        then:
        run.said.contains('== summary')
        run.said.contains('12,000 accounts with the ledger: equal; sum of balances 12,000,000, expected 12,000,000')
        run.said.contains('== all of it lies in data/tour-')
        run.exit == 0
    }

    def "its dry run decides everything and leaves no trace: not in the data home, the backup root or HOTCOPY_HOME"() {
        given:
        def before = trees()

        when:
        def run = hotcopy('run', TOUR.toString(), '--dry-run')

        then:
        run.said.contains('coordinated full hot copy of bank/ledger, backup group east (archives 0 and 1)')
        run.said.contains('not checked: domain not running')
        run.exit == 0
        trees() == before
    }

    private Map hotcopy(String... arguments) {
        def out = directory.resolve('said.txt')
        def command = [
                Path.of(System.getProperty('java.home'), 'bin', 'java').toString(),
                '-Xmx512m', '--enable-native-access=ALL-UNNAMED',
                '-Djava.library.path=' + System.getProperty('java.library.path'),
                '-cp', classPath(), 'io.hotcopy.app.Main'] + arguments.toList()
        def builder = new ProcessBuilder(command).directory(work().toFile())
                .redirectErrorStream(true).redirectOutput(out.toFile())
        builder.environment().put('HOTCOPY_HOME', directory.resolve('home').toString())
        def process = builder.start()
        process.outputStream.close()
        assert process.waitFor(600, TimeUnit.SECONDS): Files.readString(out)
        return [exit: process.exitValue(), said: Files.readString(out)]
    }

    /** The child works in another directory. */
    private static String classPath() {
        System.getProperty('java.class.path').split(File.pathSeparator)
                .collect { Path.of(it).toAbsolutePath() }.join(File.pathSeparator)
    }

    private Path work() {
        Files.createDirectories(directory.resolve('work'))
    }

    /** Every path below what the tour could touch, with its size and time. */
    private List<String> trees() {
        [work(), directory.resolve('home'), TOUR.parent].findAll { Files.exists(it) }.collectMany { root ->
            Files.walk(root).withCloseable { paths ->
                paths.map { "$it ${Files.size(it)} ${Files.getLastModifiedTime(it)}".toString() }.sorted().toList()
            }
        }
    }
}
