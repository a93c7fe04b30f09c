package io.hotcopy.shell

import io.hotcopy.shell.ProgramSurroundings.TerminalOpener
import io.hotcopy.verb.TestVerbs
import java.nio.charset.StandardCharsets
import java.nio.file.Path
import org.jline.terminal.Size
import org.jline.terminal.Terminal
import org.jline.terminal.impl.DumbTerminal
import org.jline.terminal.impl.ExternalTerminal

/** The whole shell with a terminal before it: keys in, everything that would be on the screen out. */
class TypedShell {
    final String shown
    final int code

    private TypedShell(Path directory, Terminal terminal, ByteArrayOutputStream screen, Size size) {
        terminal.size = size
        def nothing = new PrintWriter(Writer.nullWriter())
        code = new HotCopyProgram(new ProgramSurroundings('1.2.3', directory, directory.resolve('home'),
            new BufferedReader(Reader.nullReader()), nothing, nothing, Optional.of({ terminal } as TerminalOpener),
            true, System::nanoTime, { false }, { events -> TestVerbs.in(directory) }, NoService.NUOCMD)).run([])
        shown = screen.toString(StandardCharsets.UTF_8)
    }

    /** On a terminal that understands only text. */
    static TypedShell dumb(Path directory, String keys) {
        def screen = new ByteArrayOutputStream()
        def input = new ByteArrayInputStream(keys.bytes)
        new TypedShell(directory, new DumbTerminal('keys', 'dumb', input, screen, StandardCharsets.UTF_8), screen,
            new Size(100, 30))
    }

    static TypedShell xterm(Path directory, String keys, Size size = new Size(100, 30)) {
        def screen = new ByteArrayOutputStream()
        def input = new ByteArrayInputStream(keys.getBytes(StandardCharsets.UTF_8))
        new TypedShell(directory, new ExternalTerminal('keys', 'xterm', input, screen, StandardCharsets.UTF_8), screen,
            size)
    }

    /** What a terminal sends for a text that is pasted. */
    static String paste(String text) {
        '\u001b[200~' + text.replace('\n', '\r') + '\u001b[201~'
    }

    String withoutColours() {
        shown.replaceAll(/\u001b\[[0-9;?]*[a-zA-Z]/, '')
    }
}
