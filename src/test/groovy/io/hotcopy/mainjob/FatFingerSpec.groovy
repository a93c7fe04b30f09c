package io.hotcopy.mainjob

import io.hotcopy.verb.TestVerbs
import io.hotcopy.verb.Verbs
import io.hotcopy.script.ScriptRunner
import io.hotcopy.script.ScriptText
import io.hotcopy.script.TestOutput
import io.hotcopy.restore.JournalHit.Action
import io.hotcopy.verb.JournalSearchResult
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.TempDir

/** M10: the example examples/fat-finger, as it is shipped. */
class FatFingerSpec extends Specification {

    static final Path EXAMPLE = Path.of('examples/fat-finger').toAbsolutePath()

    @TempDir
    Path directory

    @AutoCleanup
    Verbs verbs

    def written = new StringWriter()
    def output = new TestOutput(written)

    def setup() {
        verbs = TestVerbs.in(directory)
    }

    def "M10: a deleted row and a dropped table are found in the journals, restored to just before, and read"() {
        when:
        run(verbs, 'fat-finger.groovy')

        then:
        output.results.findAll { it instanceof JournalSearchResult }*.hits()*.get(0)*.action() ==
                [Action.DELETE, Action.TABLE_DROPPED]
        output.results.findAll { it.class.simpleName == 'RestoreResult' }.size() == 2
        output.results.find { it.class.simpleName == 'GetResult' }.value().get() == 'Ada'
        output.results.find { it.class.simpleName == 'CountResult' }.records() == 3
    }

    private void run(Verbs over, String script) {
        def text = Files.readString(EXAMPLE.resolve(script))
                .replace('"data/fat-finger-$time"', "'${directory.toAbsolutePath()}/work'")
        new ScriptRunner(over, output).run(new ScriptText(script, EXAMPLE, text), [])
    }
}
