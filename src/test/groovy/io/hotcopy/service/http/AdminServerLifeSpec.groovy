package io.hotcopy.service.http

import io.hotcopy.admin.AdminAnswer
import io.hotcopy.problem.HotCopyException
import java.time.Duration
import java.util.concurrent.CompletableFuture
import java.util.concurrent.CountDownLatch
import java.util.concurrent.TimeUnit
import java.util.function.BooleanSupplier
import spock.lang.AutoCleanup
import spock.lang.Specification

/** How a server begins, bears its load and ends. */
class AdminServerLifeSpec extends Specification {
    static final ServerLimits LIMITS =
            new ServerLimits(Duration.ofSeconds(20), Duration.ofSeconds(20), 2, 100)
    static final Duration LONG = Duration.ofMinutes(1)

    @AutoCleanup
    AdminServer server = AdminServer.start("127.0.0.1", 0, LIMITS)

    CountDownLatch arrived = new CountDownLatch(2)
    CountDownLatch released = new CountDownLatch(1)
    CountDownLatch interrupted = new CountDownLatch(2)

    def "only addresses of this machine are listened at, until there are users: #bind"() {
        when:
        AdminServer.start(bind, 0, LIMITS)

        then:
        HotCopyException refused = thrown()
        refused.message == "cannot listen at \"$bind\": it is not a loopback address"
        refused.hints() == ["The service is for this machine alone until it has TLS and users: use 127.0.0.1."]

        where:
        bind << ["0.0.0.0", "::", "192.0.2.1"]
    }

    def "any loopback address will do: #bind"() {
        when:
        def other = AdminServer.start(bind, 0, LIMITS)

        then:
        other.url().toString() == "http://127.0.0.$last:${other.port()}"

        cleanup:
        other?.close()

        where:
        bind        || last
        "localhost" || 1
        "127.0.0.2" || 2
    }

    def "a port in use is named, and how to choose another"() {
        when:
        AdminServer.start("127.0.0.1", server.port(), LIMITS)

        then:
        HotCopyException refused = thrown()
        refused.message == "port ${server.port()} of \"127.0.0.1\" is in use already"
        refused.hints() == ["Choose another by --port, or stop what listens there."]
    }

    def "what is no port is refused: #port"() {
        when:
        AdminServer.start("127.0.0.1", port, LIMITS)

        then:
        HotCopyException refused = thrown()
        refused.message == "\"$port\" is no port"

        where:
        port << [-1, 65536]
    }

    def "it listens at once, and answers when it is told who answers"() {
        expect:
        get("/api/1/x").status() == 503
        get("/api/1/x").error().get() == "the service is starting"

        when:
        server.serve(Mount.api(new EchoService()))

        then:
        get("/api/1/x").status() == 200
    }

    def "requests that wait take nothing from those of other places"() {
        given:
        server.serve(slow(), Mount.api(new EchoService()), Mount.health { AdminAnswer.empty() })

        when: "as many wait as may"
        def waiting = [ask("/hotcopy/1/x"), ask("/hotcopy/1/x")]
        arrived.await()

        then: "further ones there are refused, others are answered"
        get("/hotcopy/1/x").error().get() == "the service answers too many requests at once"
        get("/hotcopy/1/x").status() == 503
        get("/api/1/x").status() == 200
        get("/health").status() == 200

        when:
        released.countDown()

        then:
        waiting*.get()*.status() == [200, 200]
        get("/hotcopy/1/x").status() == 200
    }

    def "an answer may take longer than a connection may be silent"() {
        given:
        def impatient = AdminServer.start(
                "127.0.0.1", 0, new ServerLimits(Duration.ofMillis(100), Duration.ofSeconds(20), 2, 100))
        impatient.serve(Mount.hotcopy(0) { call ->
            // Two connections that begin later, one after the other, and of which something is expected are ended.
            2.times { assert silence(impatient.port()).answer().empty }
            new MountedService.Reply(200, "text/plain", "patient".bytes)
        })

        expect:
        RawHttp.ask(impatient.port(), "GET /hotcopy/1/x HTTP/1.1\r\nHost: localhost\r\n\r\n").text() == "patient"

        cleanup:
        impatient.close()
    }

    def "a fault of who answers is an error in JSON"() {
        given:
        server.serve(Mount.hotcopy(10) { call -> throw fault })

        expect: "whether the body is there at once or comes later"
        [get("/hotcopy/1/x"), postInPieces("/hotcopy/1/x")].every {
            it.status() == 500 && it.error().get() == message && it.text().contains("Free space.") == hinted
        }

        where:
        fault                                           | message                                    || hinted
        new HotCopyException("no space", "Free space.") | "no space"                                 || true
        new IllegalStateException("broken")             | "internal error of the service: ${fault}"  || false
        new StackOverflowError()                        | "internal error of the service: ${fault}"  || false
    }

    def "who closes it waits for the answers that are being made, and new requests hear that it stops"() {
        given:
        server.serve(slow(), Mount.api { AdminAnswer.ok([:]) }, Mount.health { AdminAnswer.error(503, "stopping") })
        def waiting = [ask("/hotcopy/1/x"), ask("/hotcopy/1/x")]
        arrived.await()

        when:
        def closing = CompletableFuture.runAsync { server.close(LONG) }
        await { get("/api/1/x").error().map { it == "the service is stopping" }.orElse(false) }

        then: "its health is told to the end"
        get("/health").error().get() == "stopping"
        !closing.done

        when:
        released.countDown()

        then:
        waiting*.get()*.status() == [200, 200]

        when:
        closing.get()
        get("/health")

        then:
        thrown(ConnectException)
    }

    def "after the limit it interrupts who still answers"() {
        given:
        server.serve(slow())
        2.times { ask("/hotcopy/1/x") }
        arrived.await()

        when: "it is closed twice, the second time for nothing"
        server.close(Duration.ofMillis(1))
        server.close(LONG)

        then:
        interrupted.await(1, TimeUnit.MINUTES)
    }

    def "its threads are named, few when it rests, and end with it"() {
        given:
        server.serve(Mount.api(new EchoService()))
        get("/api/1/x")

        expect:
        threads().size() in 1..8

        when:
        server.close()

        then:
        await { threads().empty }
    }

    /** Tells when two have arrived, and answers once released. */
    private Mount slow() {
        Mount.hotcopy(0) { call ->
            arrived.countDown()
            try {
                released.await()
            } catch (InterruptedException ended) {
                interrupted.countDown()
            }
            new MountedService.Reply(200, "text/plain", new byte[0])
        }
    }

    private static RawHttp silence(int port) {
        def silent = new RawHttp(port)
        silent.send("GET /half HTTP/1.1\r\n")
        silent
    }

    private RawHttp.Answer get(String address) {
        RawHttp.ask(server.port(), "GET $address HTTP/1.1\r\nHost: localhost\r\n\r\n")
    }

    /** Sends the body when it is asked for. */
    private RawHttp.Answer postInPieces(String address) {
        new RawHttp(server.port()).withCloseable {
            it.send("POST $address HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n")
            assert it.anyAnswer().get().status() == 100
            it.send("{}")
            it.answer().get()
        }
    }

    private CompletableFuture<RawHttp.Answer> ask(String address) {
        CompletableFuture.supplyAsync({ get(address) }, { task -> new Thread(task).start() })
    }

    private static List<Thread> threads() {
        Thread.allStackTraces.keySet().findAll { it.name.startsWith("hotcopy-http") }.toList()
    }

    private static boolean await(BooleanSupplier condition) {
        long end = System.nanoTime() + LONG.toNanos()
        while (!condition.asBoolean) {
            assert System.nanoTime() < end
            Thread.onSpinWait()
        }
        true
    }
}
