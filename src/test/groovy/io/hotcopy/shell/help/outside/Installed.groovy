package io.hotcopy.shell.help.outside

import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.TimeUnit

/**
 * Programs that are not ours. Where one is missing, specifications that need it are skipped; they fail when the
 * environment variable {@code HOTCOPY_OUTSIDE} is {@code required}, as in {@code .ci/run}.
 */
class Installed {
    private static final boolean REQUIRED = System.getenv('HOTCOPY_OUTSIDE') == 'required'
    private static final int PATIENCE_SECONDS = 60

    static boolean isWanted(String program) {
        def path = System.getenv('PATH').split(File.pathSeparator)
        REQUIRED || path.any { Files.isExecutable(Path.of(it, program)) }
    }

    /** Runs it in a directory to its end; gives what it prints, on standard error too. */
    static String run(Path directory, List<String> command) {
        def output = Files.createTempFile('hotcopy', '.out')
        try {
            def process = new ProcessBuilder(command*.toString())
                .directory(directory.toFile()).redirectErrorStream(true)
                .redirectInput(new File('/dev/null')).redirectOutput(output.toFile()).start()
            def ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)
            process.destroyForcibly()
            assert ended, "$command does not end: ${Files.readString(output)}"
            Files.readString(output)
        } finally {
            Files.delete(output)
        }
    }
}
