package io.hotcopy.service.outside

import java.nio.channels.FileChannel
import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.StandardOpenOption
import java.util.concurrent.TimeUnit

/**
 * A private Python environment under {@code target/} that holds the newest {@code pynuoadmin}, whose {@code nuocmd} is
 * the client that the service is measured by. The first who asks makes it, of all processes that run tests, and the
 * others wait; {@code clean} makes it anew.
 *
 * <p>Where it cannot be made, as without a network, specifications that need it are skipped. When the environment
 * variable {@code HOTCOPY_OUTSIDE} is {@code required}, as in {@code .ci/run}, they run, and fail.
 */
class Venv {

    /** Why specifications are skipped. */
    static final String WITHOUT = 'without python3, its venv, or PyPI, from which pynuoadmin is installed into ' +
        'target/outside; pynuoadmin.log there tells which'

    private static final Path PLACE = Path.of('target', 'outside', 'pynuoadmin').toAbsolutePath()
    private static final Path LOG = PLACE.resolveSibling('pynuoadmin.log')
    private static final Path COMPLETE = PLACE.resolve('complete')
    private static final Path LOCK = PLACE.resolveSibling('pynuoadmin.lock')
    private static final boolean REQUIRED = System.getenv('HOTCOPY_OUTSIDE') == 'required'
    private static final int PATIENCE_MINUTES = 5

    private static Venv made
    private static String missing

    private Venv() { }

    /** Whether specifications that need it are to run. */
    static boolean isWanted() {
        REQUIRED || !whatIsMissing()
    }

    static Venv ready() {
        def missing = whatIsMissing()
        assert !missing
        made
    }

    private static synchronized String whatIsMissing() {
        if (!made && !missing) {
            missing = make()
            made = missing ? null : new Venv()
        }
        missing
    }

    /** A program of it, with nothing of the caller's own settings of nuocmd, and no proxy on the way to loopback. */
    ProcessBuilder program(String name, List<String> arguments) {
        def programs = PLACE.resolve('bin')
        def builder = new ProcessBuilder([programs.resolve(name).toString()] + arguments)
        def environment = builder.environment()
        environment.keySet().removeIf { it.startsWith('NUO') || it.toLowerCase().endsWith('_proxy') }
        environment.remove('PYTHONPATH')
        environment.TZ = 'UTC'
        environment.PYTHONIOENCODING = 'utf-8'
        environment.PATH = programs.toString() + File.pathSeparator + environment.PATH
        builder
    }

    /** Makes it where there is none; gives what was in the way. */
    private static String make() {
        Files.createDirectories(PLACE.parent)
        FileChannel.open(LOCK, StandardOpenOption.CREATE, StandardOpenOption.WRITE).withCloseable {
            it.lock()
            Files.exists(COMPLETE) ? null : install()
        }
    }

    private static String install() {
        Files.deleteIfExists(LOG)
        def steps = [
            ['python3', '-m', 'venv', '--clear', PLACE.toString()],
            [PLACE.resolve('bin/python').toString(), '-m', 'pip', 'install', '--no-input', '--retries', '1',
                '--timeout', '30', 'pynuoadmin'],
        ]
        def failed = steps.find { !succeeds(it) }
        if (!failed) {
            Files.createFile(COMPLETE)
            return null
        }
        "cannot make an environment with the vendor's nuocmd: \"${failed.join(' ')}\" failed, see $LOG"
    }

    private static boolean succeeds(List<String> command) {
        try {
            def process = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(LOG.toFile())).start()
            process.outputStream.close()
            boolean ended = process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)
            process.destroyForcibly()
            return ended && process.exitValue() == 0
        } catch (IOException noSuchProgram) {
            Files.createDirectories(LOG.parent)
            LOG << noSuchProgram.message + '\n'
            return false
        }
    }
}
