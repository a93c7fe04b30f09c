package io.hotcopy.shell.help

import io.hotcopy.shell.NoService
import io.hotcopy.shell.command.CommandContext
import io.hotcopy.shell.command.CommandTable
import io.hotcopy.shell.command.Notices
import io.hotcopy.shell.nuocmd.Nuocmd
import io.hotcopy.shell.screen.PlainScreen
import java.nio.file.Path

/** All commands as the program has them, with nothing behind them: they can be read, not run. */
class Commands {
    private static final PrintWriter NOWHERE = new PrintWriter(Writer.nullWriter())
    private static final CommandContext CONTEXT = new CommandContext(
        { throw new IllegalStateException('what is read here runs nothing') },
        new PlainScreen(NOWHERE, NOWHERE, { 0L }), new BufferedReader(Reader.nullReader()), Path.of(''),
        new Notices(), NoService.NUOCMD.nuocmd { 0L })

    static Manual manual(int width = 80) {
        CommandTable.manual(CONTEXT, width)
    }

    /** Every command and every command inside one. */
    static List<CommandDoc> docs() {
        manual().docs().collectMany { it.all().toList() }
    }

    /** Fails, saying why, when a person could not type this; the vendor's lines get as far as to ask their service. */
    static boolean parses(String line) {
        def words = line.findAll(/"[^"]*"|'[^']*'|[^\s'"]+/).collect { it.replaceAll(/^["']|["']$/, '') }
        if (words[0] == 'nuocmd') {
            def told = []
            new Nuocmd(CONTEXT.nuocmd(), NOWHERE, told.&add).run(words.tail())
            assert told*.toString().any { it.contains('no line here asks a service') }
        } else {
            def entry = CommandTable.named(words[0]).orElseThrow { new AssertionError("no command: $line") }
            new CommandTable(CONTEXT).picocli(entry).parseArgs(words.tail() as String[])
        }
        true
    }
}
