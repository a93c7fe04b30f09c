package io.hotcopy.mainjob

import io.hotcopy.shell.OneShot
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

/** The examples that show the shipped scripts at work, as a person runs them who has read their README. */
class StoriesSpec extends Specification {

    @TempDir
    Path directory

    def 'examples/#story does what its README says'() {
        when:
        def run = new OneShot(directory, ['run', script(story).toString(), '--quiet'])

        then:
        run.code == 0
        def said = run.out.toString() + run.err
        promised(story).findAll { !said.contains(it) } == []

        where:
        story << ['region-loss', 'seed-sm', 'weekly-drill', 'nightly-run']
    }

    def 'the dry run of examples/#story makes nothing'() {
        when:
        def run = new OneShot(directory, ['run', script(story).toString(), '--dry-run'])

        then:
        run.code == 0
        Files.list(directory).withCloseable { it.toList() } == []

        where:
        story << ['region-loss', 'seed-sm', 'weekly-drill', 'nightly-run']
    }

    def 'every folder of examples has a README of a few lines with a command to type: #folder'() {
        given:
        def readme = Files.readAllLines(Path.of('examples', folder, 'README.md'))

        expect:
        readme[0].startsWith('# ')
        readme.size() <= 30
        readme.any { it.contains('hotcopy run ') || it.contains('hotcopy plan ') || it.contains('mvn test') }

        where:
        folder << Files.list(Path.of('examples')).withCloseable { all ->
            all.filter { Files.isDirectory(it) }.map { it.fileName.toString() }.sorted().toList()
        }
    }

    private static Path script(String story) {
        Path.of('examples', story, "${story}.groovy").toAbsolutePath()
    }

    /** The lines after "It says, among other things,". */
    private static List<String> promised(String story) {
        def lines = Files.readAllLines(Path.of('examples', story, 'README.md'))
        def from = lines.indexOf('It says, among other things,')
        def said = lines.drop(from + 2).takeWhile { it.startsWith('    ') }*.trim()
        assert said.size() >= 2
        return said
    }
}
