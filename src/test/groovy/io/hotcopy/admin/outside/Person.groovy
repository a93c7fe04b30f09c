package io.hotcopy.admin.outside

import com.fasterxml.jackson.databind.ObjectMapper
import io.hotcopy.shell.OneShot
import java.nio.file.Path

/** Somebody at a second terminal, in the directory of a domain that may be served meanwhile. */
class Person {

    final Path directory
    private int restored

    Person(Path directory) {
        this.directory = directory
    }

    /** Types lines to {@code hotcopy}, all of which must succeed; gives what it printed. */
    String types(String... lines) {
        def run = new OneShot(directory, lines.collectMany { ['-c', it] })
        assert run.code == 0: "$lines\n$run.out$run.err"
        run.out.toString()
    }

    /** {@code nuocmd}, as the launcher has it. */
    Said nuocmd(List<String> arguments) {
        def run = new OneShot(directory, ['nuocmd'] + arguments)
        new Said(run.code, run.out.toString(), run.err.toString())
    }

    /** Restores backup sets to their newest state, and reads a table of what comes of them. */
    Map<String, String> restored(String table, Path... sets) {
        def to = "restored-${++restored}"
        types("restore ${sets.join(' ')} --to $to --yes --quiet")
        rows(directory.resolve(to), table)
    }

    /** The rows of a table in an archive, or in a directory of archives that together are a database. */
    Map<String, String> rows(Path archives, String table) {
        def text = types("open $archives --as it", "scan it.$table --json")
        def told = new ObjectMapper().readValue(text.substring(text.indexOf('{')), Map)
        told.records.collectEntries { [it.key, it.value] }
    }
}
