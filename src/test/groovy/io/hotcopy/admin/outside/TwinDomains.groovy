package io.hotcopy.admin.outside

import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.CompletableFuture
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.Stepwise
import spock.lang.TempDir

/** Two equal domains that are served: the vendor's {@code nuocmd} drives one, ours the other. */
@Stepwise
abstract class TwinDomains extends Specification {

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
        twins = new Twins(real.side(nuocmd.&run), ours.side(ours.person.&nuocmd))
    }

    private Acme acme(String name) {
        new Acme(Files.createDirectory(directory.resolve(name)), Acme.GROUPS, bulk())
    }

    /** How many MB lie in every archive, about. */
    abstract int bulk()

    /** A row in both domains. */
    void put(int key, String value) {
        [real, ours].each { it.person.types("put accounts $key '$value'") }
    }

    /** What both hold after a restore of these sets. */
    Map<String, String> restored(String... sets) {
        def rows = [real, ours].collect { acme -> acme.person.restored('accounts', sets.collect { acme.backup(it) } as Path[]) }
        assert rows[0] == rows[1]
        rows[0]
    }
}
