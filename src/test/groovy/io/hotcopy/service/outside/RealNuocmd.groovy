package io.hotcopy.service.outside

import com.fasterxml.jackson.databind.ObjectMapper
import java.nio.charset.StandardCharsets
import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.CompletableFuture
import java.util.concurrent.TimeUnit

/**
 * The vendor's client, as it comes from PyPI. Line after line in one Python process, which saves its start each time;
 * or as {@code nuocmd} is started by a person. Used by one thread.
 */
class RealNuocmd implements Closeable {

    private static final int PATIENCE_SECONDS = 180
    private static final ObjectMapper JSON = new ObjectMapper()

    private final Venv venv = Venv.ready()
    private final Process process
    private final Writer lines
    private final BufferedReader answers

    RealNuocmd() {
        def script = Path.of(RealNuocmd.getResource('many_lines.py').toURI())
        process = venv.program('python3', ['-u', script.toString()])
            .redirectError(ProcessBuilder.Redirect.INHERIT).start()
        lines = process.outputWriter(StandardCharsets.UTF_8)
        answers = process.inputReader(StandardCharsets.UTF_8)
    }

    Said run(List<String> arguments) {
        lines.write(JSON.writeValueAsString(arguments) + '\n')
        lines.flush()
        def answer = CompletableFuture.supplyAsync { answers.readLine() }.get(PATIENCE_SECONDS, TimeUnit.SECONDS)
        assert answer : "Python has ended at: $arguments"
        def told = JSON.readValue(answer, Map)
        new Said(told.exit as int, told.out as String, told.err as String)
    }

    /** In a process of its own, which goes on meanwhile. */
    StartedNuocmd start(List<String> arguments) {
        def out = Files.createTempFile('nuocmd-', '.out')
        def err = Files.createTempFile('nuocmd-', '.err')
        def started = venv.program('nuocmd', arguments).redirectOutput(out.toFile()).redirectError(err.toFile())
        new StartedNuocmd(started.start(), out, err)
    }

    /** In a process of its own. */
    Said runAlone(List<String> arguments) {
        start(arguments).await()
    }

    @Override
    void close() {
        lines.close()
        process.waitFor(10, TimeUnit.SECONDS)
        process.destroyForcibly()
    }
}
