package io.hotcopy.shell.nuocmd

import io.hotcopy.admin.AdminClient
import java.time.Duration
import java.time.ZoneOffset
import spock.lang.Specification

/** One line of nuocmd against a service of the test; time passes only when a line waits. */
abstract class NuocmdLines extends Specification {
    static final String TOKEN = '0123456789abcdef0123456789abcdef01234567'

    final StringWriter out = new StringWriter()
    final List<String> complaints = []
    final List<Optional<String>> servers = []
    final List<Duration> waits = []

    /** Gives the exit code. */
    int run(AdminClient service, List<String> words, Map<String, String> environment = [:]) {
        def clients = { server -> servers << server; service }
        def surroundings = new NuocmdSurroundings(clients, environment, waiting(), ZoneOffset.UTC, { TOKEN })
        new Nuocmd(surroundings, new PrintWriter(out), { complaints << it }).run(words)
    }

    /** What went to standard error last. */
    String complaint() {
        complaints.isEmpty() ? '' : complaints.last().readLines().last()
    }

    private Waiting waiting() {
        new Waiting() {
            @Override
            long nanoTime() {
                waits.sum(0L) { it.toNanos() } as long
            }

            @Override
            void sleep(Duration time) {
                waits << time
            }
        }
    }
}
