package io.hotcopy.service

import com.fasterxml.jackson.databind.ObjectMapper
import io.hotcopy.service.outside.Acme
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpResponse
import java.nio.file.Path
import java.time.Duration
import java.util.concurrent.CompletableFuture
import java.util.concurrent.ConcurrentLinkedQueue
import java.util.concurrent.Executors
import java.util.concurrent.TimeUnit
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.TempDir
import spock.lang.Timeout

/** What twenty waiting clients do to a service: ask again and again, while it copies. */
@Timeout(120)
class TwentyPollersSpec extends Specification {

    static final CLIENTS = 20
    static final ObjectMapper JSON = new ObjectMapper()

    @TempDir
    Path directory
    @AutoCleanup
    Acme acme
    @AutoCleanup('shutdownNow')
    def clients = Executors.newScheduledThreadPool(CLIENTS)
    def http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()

    def 'each is answered each second, without an error, until the copy has ended'() {
        given:
        acme = new Acme(directory, Acme.WHOLE, 3)
        def begun = asked(to('databases/test/hotCopy').POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(
            [type: 'full', shared: false, backupSetDirs: ['0': acme.backup('slow').toString()], maxRate: '800000',
                checkContainsAllSgs: true]))).header('Content-Type', 'application/json'))
        assert begun.statusCode() == 200: begun.body()
        def copy = JSON.readValue(begun.body(), Map)

        when:
        def answers = new ConcurrentLinkedQueue<HttpResponse<String>>()
        def ended = (0..<CLIENTS).collect { client ->
            def seen = new CompletableFuture<Integer>()
            int rounds = 0
            clients.scheduleAtFixedRate({
                try {
                    def status = asked(to('databases/hotCopyStatus?coordinatorStartId=' +
                        "$copy.coordinatorStartId&hotCopyId=$copy.hotCopyId"))
                    answers.addAll([status, asked(to(BESIDE[client % BESIDE.size()]))])
                    rounds++
                    if (JSON.readValue(status.body(), Map).status != 'running') {
                        seen.complete(rounds)
                    }
                } catch (Exception trouble) {
                    seen.completeExceptionally(trouble)
                }
            }, client * 1000 / CLIENTS as long, 1000, TimeUnit.MILLISECONDS)
            seen
        }
        def rounds = ended*.get()

        then: 'everybody has asked while it ran, and nobody was told of an error'
        rounds.every { it >= 3 }
        answers*.statusCode().unique() == [200]
        answers.any { it.body().contains('"completed"') }
    }

    /** What the vendor's client asks besides, while it shows what goes on. */
    static final BESIDE = [
        'databases/test/hotCopyStatus',
        'processes?offset=0&limit=20&filterBy=type&filterBy=dbName&type=SM&dbName=test&orderBy=startId',
        'databases/test',
        'archives?removed=False&offset=0&limit=20&orderBy=id',
        'databases/test/storageGroups?offset=0&limit=20&orderBy=sgName',
    ]

    private HttpRequest.Builder to(String resource) {
        HttpRequest.newBuilder(acme.served.address().resolve("/api/1/$resource")).timeout(Duration.ofSeconds(25))
    }

    private HttpResponse<String> asked(HttpRequest.Builder request) {
        http.send(request.build(), HttpResponse.BodyHandlers.ofString())
    }
}
