package io.hotcopy.shell

import com.fasterxml.jackson.databind.ObjectMapper
import io.hotcopy.plan.PlanYaml
import io.hotcopy.verb.SmallBank
import io.hotcopy.verb.TestVerbs
import java.nio.charset.StandardCharsets
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

/** {@code plan -o}, {@code plan --as}, {@code plan --diff} and {@code apply}, one command at a time. */
class ApplyAndDiffSpec extends Specification {

    @TempDir
    Path directory
    def screen = new ByteArrayOutputStream()

    def setup() {
        SmallBank.writeInto(directory)
        Files.writeString(directory.resolve('policy.groovy'), "include 'domain.groovy'\n" + SmallBank.POLICY)
    }

    def 'a plan is written by one command and applied by another, once'() {
        expect:
        run('plan', 'policy.groovy', '-o', 'plan.yaml') == 0
        shown().contains('plan.yaml: apply carries it out, once')
        Files.readString(directory.resolve('plan.yaml')).startsWith('format: "hotcopy-plan"\nversion: 2\n')

        and: 'nobody is there to be asked'
        run('apply', 'plan.yaml') == 2
        shown().contains('nobody is here to be asked')

        and:
        run('apply', 'plan.yaml', '--yes', '--quiet') == 0
        shown().contains('taken nightly/east/full')

        and:
        run('apply', 'plan.yaml', '--yes') == 1
        shown() =~ /ERROR: this plan has been applied at .*, and a plan is applied once/

        and:
        run('apply', 'policy.groovy', '--yes') == 1
        shown().contains('ERROR: "policy.groovy" is no plan')
    }

    def 'the shell applies in the domain that runs there'() {
        given:
        run('plan', 'policy.groovy', '-o', 'plan.yaml')

        expect:
        pipe('load policy.groovy\nstart bank\napply plan.yaml --yes\nlist\n') == 0
        shown().contains('taken nightly/east/full')
    }

    def 'a plan is printed as what -o writes, or as JSON'() {
        expect:
        run('plan', 'policy.groovy', '--as', 'yaml') == 0
        PlanYaml.read('shown', shown(), { Path.of(it) }).plan().steps().size() == 1

        and:
        run('plan', 'policy.groovy', '--as', 'json') == 0
        new ObjectMapper().readValue(shown(), Map).plan.steps.size() == 1

        and:
        run('plan', 'policy.groovy', '--as', 'xml') == 2
        run('plan', 'policy.groovy', '--diff', 'a', 'b', '-o', 'x') == 2
        shown().contains('--diff makes no plan that could be written or applied')
    }

    def 'what an edit changes is shown, and that nothing does'() {
        given:
        Files.writeString(directory.resolve('new.groovy'), Files.readString(directory.resolve('policy.groovy'))
                .replace('{archive}', '{group}-{archive}'))

        expect:
        run('plan', '--diff', 'policy.groovy', 'policy.groovy') == 0
        shown() == 'no difference\n'

        and:
        run('plan', '--diff', 'policy.groovy', 'new.groovy#nightly') == 0
        shown().startsWith('''\
            - nightly: directory  backups/{date}T{time}-archive-{archive}
            + nightly: directory  backups/{date}T{time}-archive-{group}-{archive}
            '''.stripIndent())

        and:
        run('plan', '--diff', 'policy.groovy', 'new.groovy', '--json') == 0
        with(new ObjectMapper().readValue(shown(), Map)) {
            !equal
            diff.lines*.word == ['directory']
            diff.days == 14
        }

        and:
        run('plan', '--diff', 'policy.groovy', 'new.groovy', '--days', '0') == 1
        shown().contains('a plan looks 1 to 3660 days ahead, not 0')
    }

    def 'how far #words look ahead is bounded'() {
        expect:
        run(*words, '--days', '3661') == 1
        shown().contains('ERROR: a plan looks 1 to 3660 days ahead, not 3661')

        and:
        run(*words, '--days', '3660') == 0

        where:
        words << [['plan', 'policy.groovy'], ['plan', '--diff', 'policy.groovy', 'policy.groovy']]
    }

    private int run(String... words) {
        screen.reset()
        program('').run(words as List)
    }

    private int pipe(String lines) {
        screen.reset()
        program(lines).run([])
    }

    private String shown() {
        screen.toString(StandardCharsets.UTF_8)
    }

    private HotCopyProgram program(String lines) {
        def out = new PrintWriter(screen, true)
        new HotCopyProgram(new ProgramSurroundings('1.2.3', directory, directory.resolve('home'),
            new BufferedReader(new StringReader(lines)), out, out, Optional.empty(), true, System::nanoTime, { false },
            { events -> TestVerbs.in(directory) }, NoService.NUOCMD))
    }
}
