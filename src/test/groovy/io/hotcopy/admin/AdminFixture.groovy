package io.hotcopy.admin

import io.hotcopy.embedded.EmbeddedDatabase
import io.hotcopy.embedded.EmbeddedSettings
import io.hotcopy.embedded.StartOptions
import io.hotcopy.live.LocalDomain
import io.hotcopy.live.RunBook
import io.hotcopy.model.Database
import io.hotcopy.model.Declarations
import io.hotcopy.model.Domain
import io.hotcopy.model.Region
import io.hotcopy.model.StorageManager
import io.hotcopy.term.ArchiveId
import io.hotcopy.term.ByteSize
import io.hotcopy.term.StorageGroupName
import java.nio.file.Path
import java.time.Clock
import java.time.Instant
import java.time.ZoneOffset
import java.util.concurrent.locks.LockSupport

/** A service over a small domain that runs: two regions, four storage managers, two storage groups. */
class AdminFixture implements AutoCloseable {

    static final StorageGroupName SG1 = new StorageGroupName('SG1')
    static final StorageGroupName SG2 = new StorageGroupName('SG2')

    final Path home
    final List<String> logged = Collections.synchronizedList([])
    List<Path> allowed = []

    /** Databases besides its own. */
    List<Database> more = []

    long seed = 1
    LocalDomain domain
    AdminApi api

    AdminFixture(Path home) {
        this.home = home
    }

    Domain declared() {
        def managers = [manager(0, 'e1', SG1), manager(1, 'e2', SG1, SG2), manager(2, 'e3', SG2), manager(3, 'w1', SG1)]
        def regions = [new Region('east', ['e1', 'e2', 'e3']), new Region('west', ['w1'])]
        return new Domain('acme', Optional.of(home), regions, [
            Database.of('test', new TreeSet<>([SG1, SG2]), ['e1'], managers)
        ] + more)
    }

    static StorageManager manager(int archive, String host, StorageGroupName... serves) {
        new StorageManager(new ArchiveId(archive), host, new TreeSet<>(serves as List), archive != 3)
    }

    AdminFixture start() {
        def settings = new EmbeddedSettings(
                new ByteSize(1 << 20), new ByteSize(64 << 20), ByteSize.ofMegabytes(32), ByteSize.ofMegabytes(8))
        def clock = Clock.fixed(Instant.ofEpochMilli(1_795_678_512_345), ZoneOffset.UTC)
        domain = LocalDomain.start(declared(), { Declarations.NONE }, StartOptions.NONE, settings,
                new RunBook(home.resolveSibling('state'), clock, { }), new SplittableRandom(seed++))
        api = AdminApi.open(domain, new AdminSettings(
                clock, { 'http://127.0.0.1:8888' }, 'hotcopy 1.0', allowed, [home], { String line -> logged << line }))
        return this
    }

    EmbeddedDatabase database() {
        domain.embedded().database('test')
    }

    AdminAnswer get(String path, Map<String, Object> query = [:]) {
        send('GET', path, query, null)
    }

    AdminAnswer delete(String path, Map<String, Object> query = [:]) {
        send('DELETE', path, query, null)
    }

    AdminAnswer post(String path, Map<String, Object> body) {
        send('POST', path, [:], body)
    }

    AdminAnswer put(String path, Map<String, Object> body) {
        send('PUT', path, [:], body)
    }

    /** @param path with %2F for a slash that does not part segments */
    AdminAnswer send(String method, String path, Map<String, Object> query, Map<String, Object> body) {
        def segments = path.split('/').collect { URLDecoder.decode(it, 'UTF-8') }
        api.send(new AdminRequest(method, segments, parameters(query), Optional.ofNullable(body)))
    }

    static Map<String, List<String>> parameters(Map<String, Object> query) {
        query.collectEntries { name, value -> [(name): (value instanceof List ? value : [value])*.toString()] }
    }

    /** What a client reads: the body as it comes out of JSON. */
    static Object json(AdminAnswer answer) {
        AdminJson.read(AdminJson.write(answer.body().get())).get()
    }

    List<Map> rows(String path, Map<String, Object> query = [:]) {
        json(get(path, query)).data
    }

    Map process(int archive) {
        rows('processes', [filterBy: 'archiveId', archiveId: archive])[0]
    }

    static String message(AdminAnswer answer) {
        json(answer).messages.join(': ')
    }

    static void await(Closure<Boolean> condition) {
        while (!condition()) {
            LockSupport.parkNanos(1_000_000)
        }
    }

    void stop() {
        api?.close()
        domain?.close()
        api = null
        domain = null
    }

    @Override
    void close() {
        stop()
    }
}
