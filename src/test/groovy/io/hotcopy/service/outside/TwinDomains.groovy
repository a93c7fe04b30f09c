package io.hotcopy.service.outside

import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.CompletableFuture
import java.util.concurrent.locks.LockSupport
import spock.lang.AutoCleanup
import spock.lang.Requires
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

/** Two equal domains that are served: the vendor's {@code nuocmd} drives one, ours the other. */
@Requires(value = { Venv.isWanted() }, reason = Venv.WITHOUT, inherited = true)
abstract class TwinDomains extends Specification {

    /** Megabytes in three archives, of which each has two thirds. */
    static final BULK = 16
    static final HOTCOPY = 'hotcopy database --db-name test --type'
    static final FAILED = "'hotcopy database' failed: "
    /** What the vendor's admin process says of itself, and what it passes on. */
    static final NOT_DONE = FAILED + 'Failure while performing hot-copy: '
    static final REFUSED = NOT_DONE + 'Error while sending engine request: '
    static final COMPLETED = response('completed', 'Hot copy successfully completed')
    static final WORKING = /Stage1: [A-Z][a-z ]+/

    @TempDir
    @Shared
    Path directory
    @AutoCleanup
    @Shared
    RealNuocmd nuocmd
    @AutoCleanup
    @Shared
    Acme real
    @AutoCleanup
    @Shared
    Acme ours
    @Shared
    Twins twins

    def setupSpec() {
        nuocmd = new RealNuocmd()
        def other = CompletableFuture.supplyAsync { acme('ours') }
        real = acme('real')
        ours = other.get()
        twins = new Twins(side(real), side(ours))
    }

    private Acme acme(String name) {
        new Acme(Files.createDirectory(directory.resolve(name)), Acme.GROUPS, BULK)
    }

    /** One of both, with the client that drives it. */
    Side side(Acme acme) {
        acme.is(real) ? acme.side(nuocmd.&run) : acme.side(acme.person.&nuocmd)
    }

    /** A row in both domains. */
    void put(String table, int key, String value) {
        [real, ours].each { it.person.types("put $table $key '$value'") }
    }

    /** What a table of both holds after a restore of these sets. */
    Map<String, String> restored(String table, String... sets) {
        def rows = [real, ours].collect { acme ->
            acme.person.restored(table, sets.collect { acme.backup(it) } as Path[])
        }
        assert rows[0] == rows[1]
        rows[0]
    }

    /** Everything below both directories of backups. */
    List<String> listing() {
        [real, ours].collectMany { acme ->
            Files.walk(acme.backup('')).withCloseable { it.map(Object::toString).sorted().toList() }
        }
    }

    /** A pattern of what is printed of a hot copy. */
    static String response(String status, String message) {
        def ended = status == 'running' ? '' : ' end_timestamp=<time>,'
        def range = status == 'running' ? /<time>\.\.\./ : /<time>\.\.<time>/
        /HotCopyResponse\(begin_timestamp=<time>, coordinator_start_id=\d+,/ + ended +
            " id=<id>, message=$message, status=$status, timestamp_range=$range\\)\n"
    }

    static void await(Closure<Boolean> condition) {
        while (!condition()) {
            LockSupport.parkNanos(10_000_000)
        }
    }
}
