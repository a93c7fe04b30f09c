package io.hotcopy.shell.complete

import io.hotcopy.shell.NoService
import io.hotcopy.shell.command.CommandContext
import io.hotcopy.shell.command.Notices
import io.hotcopy.shell.screen.PlainScreen
import java.nio.file.Path

/** Contexts of commands that only show what they are: who asks for a database fails. */
class Contexts {

    static CommandContext without(Path workingDirectory) {
        def out = new PrintWriter(new StringWriter())
        new CommandContext({ throw new IllegalStateException('this asks no database') },
            new PlainScreen(out, out, { 0L }), new BufferedReader(new StringReader('')), workingDirectory,
            new Notices(), NoService.NUOCMD.nuocmd { 0L })
    }
}
