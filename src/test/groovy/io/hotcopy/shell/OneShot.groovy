package io.hotcopy.shell

import io.hotcopy.verb.TestVerbs
import io.hotcopy.verb.Verbs
import java.nio.file.Path

/** The program as its arguments start it, in a directory, without a terminal. */
class OneShot {
    final StringWriter out = new StringWriter()
    final StringWriter err = new StringWriter()
    final int code

    OneShot(Path directory, List<String> arguments, ServiceSurroundings services = NoService.NUOCMD,
            Closure<Verbs> verbs = { events -> TestVerbs.in(directory) }) {
        def input = new BufferedReader(new StringReader(''))
        code = new HotCopyProgram(new ProgramSurroundings('1.2.3', directory, directory.resolve('home'), input,
            new PrintWriter(out), new PrintWriter(err), Optional.empty(), false, System::nanoTime, { false },
            verbs, services)).run(arguments)
    }
}
