package io.hotcopy.mainjob

import io.hotcopy.script.ScriptRunner
import io.hotcopy.script.ScriptText
import io.hotcopy.script.TestOutput
import io.hotcopy.verb.StorageManagerStartResult
import io.hotcopy.verb.TestVerbs
import io.hotcopy.verb.Tree
import io.hotcopy.verb.Verbs
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.TempDir

/** M27, M28: the example examples/lost-sm, as it is shipped. */
class LostStorageManagerSpec extends Specification {

    static final Path EXAMPLE = Path.of('examples/lost-sm').toAbsolutePath()

    @TempDir
    Path directory

    @AutoCleanup
    Verbs verbs

    def written = new StringWriter()
    def output = new TestOutput(written)

    def setup() {
        verbs = TestVerbs.in(directory)
    }

    def "one is lost under load and comes back; the time it was away is restored over the journals of the others"() {
        when:
        run(verbs)

        then:
        def sync = output.results.find { it instanceof StorageManagerStartResult }.sync().get()
        sync.joined() > sync.from()
        written.toString().contains('west refused: No RUNNING SMs found for database dbName=ledger')
        written.toString().contains(
                'west refused: Full or incremental hot copy must be completed before journal hot copy')
        written.toString().contains('west alone refused: cannot restore commit ')
        output.results.findAll { it.class.simpleName == 'WorkloadCheckResult' }*.equal() == [true, true]
    }

    def "its dry run makes nothing"() {
        given:
        def dry = verbs.dryRun()
        def before = Tree.of(directory)

        when:
        run(dry)

        then:
        Tree.of(directory) == before
    }

    private void run(Verbs over) {
        def text = Files.readString(EXAMPLE.resolve('lost-sm.groovy'))
                .replace('"data/lost-sm-$time"', "'${directory.toAbsolutePath()}/work'")
        new ScriptRunner(over, output).run(new ScriptText('lost-sm.groovy', EXAMPLE, text), [])
    }
}
