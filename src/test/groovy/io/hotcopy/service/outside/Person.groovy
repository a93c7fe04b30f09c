package io.hotcopy.service.outside

import com.fasterxml.jackson.databind.ObjectMapper
import io.hotcopy.service.HttpNeighbours
import io.hotcopy.service.HttpAdminClient
import io.hotcopy.shell.OneShot
import io.hotcopy.shell.ServiceSurroundings
import io.hotcopy.verb.TestVerbs
import io.hotcopy.verb.Verbs
import java.nio.file.Path
import java.time.Clock
import java.time.ZoneOffset
import java.util.concurrent.TimeUnit

/** Somebody at a second terminal, in the directory of a domain that may be served meanwhile. */
class Person {

    /** Of all together: what two of them do must not bear one number. */
    private static final Random CHANCE = new Random(6)

    final Path directory
    private int restored

    Person(Path directory) {
        this.directory = directory
    }

    /** Types lines to {@code hotcopy}, all of which must succeed; gives what it printed. */
    String types(String... lines) {
        def said = hotcopy(lines.collectMany { ['-c', it] })
        assert said.exit == 0: "$lines\n$said"
        said.out
    }

    /** {@code nuocmd}, as the launcher has it. */
    Said nuocmd(List<String> arguments) {
        hotcopy(['nuocmd'] + arguments)
    }

    private Said hotcopy(List<String> arguments) {
        def neighbours = new HttpNeighbours(TestVerbs.homeIn(directory), CHANCE, '(not packaged)',
            ProcessHandle.current().pid(), { })
        def verbs = { events ->
            new Verbs(TestVerbs.surroundings(directory, Clock.systemUTC(), events, neighbours, CHANCE.nextLong()))
        }
        def run = new OneShot(directory, arguments, SERVICES, verbs)
        new Said(run.code, "$run.out", "$run.err")
    }

    private static final ServiceSurroundings SERVICES = new ServiceSurroundings(
        { server -> HttpAdminClient.of(server.get()) }, [:], { time -> TimeUnit.NANOSECONDS.sleep(time.toNanos()) },
        ZoneOffset.UTC, { 'token' })

    /** Restores backup sets to their newest state, and reads a table of what comes of them. */
    Map<String, String> restored(String table, Path... sets) {
        def to = "restored-${++restored}"
        types("restore ${sets.join(' ')} --to $to --yes --quiet")
        rows(table, directory.resolve(to))
    }

    /** The rows of a table in archives that together are a database, or in a directory of such. */
    Map<String, String> rows(String table, Path... archives) {
        def text = types("open ${archives.join(' ')} --as it", "scan it.$table --json")
        def told = new ObjectMapper().readValue(text.substring(text.indexOf('{')), Map)
        told.records.collectEntries { [it.key, it.value] }
    }
}
