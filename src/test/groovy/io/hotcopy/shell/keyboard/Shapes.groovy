package io.hotcopy.shell.keyboard

import io.hotcopy.shell.command.CommandContext
import io.hotcopy.shell.command.CommandTable
import io.hotcopy.shell.command.Notices
import io.hotcopy.shell.screen.PlainScreen

/** What the commands of the program take, read as the shell does, with nothing behind them. */
class Shapes {
    static CommandShapes ofTheProgram() {
        def nothing = new PrintWriter(Writer.nullWriter())
        def context = new CommandContext({ throw new IllegalStateException('no verb is called to read a command') },
            new PlainScreen(nothing, nothing, System::nanoTime), new BufferedReader(Reader.nullReader()), null,
            new Notices(), null)
        def table = new CommandTable(context)
        new CommandShapes(name -> table.ownSpec(name))
    }
}
