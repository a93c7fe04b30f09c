package io.hotcopy.service

import io.hotcopy.admin.AdminAnswer
import io.hotcopy.admin.AdminRequest
import io.hotcopy.service.http.AdminServer
import io.hotcopy.service.http.EchoService
import io.hotcopy.service.http.HttpCaller
import io.hotcopy.service.http.Mount
import io.hotcopy.service.http.MountedService
import io.hotcopy.service.http.NoServiceException
import io.hotcopy.service.http.ServerLimits
import io.hotcopy.problem.HotCopyException
import java.time.Duration
import java.util.concurrent.CountDownLatch
import spock.lang.AutoCleanup
import spock.lang.Specification

/** What a client asks arrives as it was asked, and every way to get no answer is told. */
class HttpAdminClientSpec extends Specification {
    @AutoCleanup
    AdminServer server = AdminServer.start("127.0.0.1", 0, ServerLimits.USUAL)

    def "a request arrives as it was asked: #path #query #body"() {
        given:
        server.serve(Mount.api(new EchoService()))

        when:
        def answer = client().send(new AdminRequest(method, path, query, Optional.ofNullable(body)))

        then:
        answer.status() == 200
        answer.body().get() == [method: method, path: path, query: query, body: body]

        where:
        method   | path                                       | query                    | body
        "GET"    | ["databases"]                              | [:]                      | null
        "GET"    | ["kvstore", "/nuodb/nuobackup/a b"]        | [:]                      | null
        "GET"    | ["kvstore", "a b/..%2F?#é€😀;=&+\\\"<>|~"] | [:]                      | null
        "GET"    | ["x", ""]                                  | [:]                      | null
        "GET"    | ["x"]                                      | [a: ["1"], "b&=+ ü": ["&=+ ü", ""]] | null
        "POST"   | ["databases", "täst", "hotCopy"]           | [:]                      | [a: ["0": "/b/ü"], n: null]
        "PUT"    | ["kvstore", "k"]                           | [x: ["y"]]               | [:]
        "DELETE" | ["archives", "3"]                          | [purge: ["True"]]        | null
    }

    def "errors that the service tells are answers: #told"() {
        given:
        server.serve(Mount.api { told })

        expect:
        client().send(AdminRequest.get([:], "x")) == told

        where:
        told << [
            AdminAnswer.error(404, "Database täst does not exist"),
            AdminAnswer.notYet([hotCopyId: "x", message: "Stage1: Begin"]),
            AdminAnswer.empty(),
            AdminAnswer.ok(["a", null, 1]),
        ]
    }

    def "the value null is an answer without a body"() {
        given:
        server.serve(new Mount(["api", "1"], false, ["GET"], 0, { call ->
            new MountedService.Reply(200, "application/json", " null\n".bytes)
        }))

        expect:
        client().send(AdminRequest.get([:], "x")) == AdminAnswer.empty()
    }

    def "an address is a host and a port, with or without http: #address"() {
        given:
        server.serve(Mount.api(new EchoService()))

        expect:
        HttpAdminClient.of(address.replace("PORT", "${server.port()}")).send(AdminRequest.get([:], "x")).status() == 200

        where:
        address << ["127.0.0.1:PORT", "http://127.0.0.1:PORT", "localhost:PORT", "http://localhost:PORT/"]
    }

    def "what is no address is refused: #address"() {
        when:
        HttpAdminClient.of(address)

        then:
        HotCopyException refused = thrown()
        refused.message == message
        !refused.hints().empty

        where:
        address                   || message
        ""                        || '"" is no address of a service'
        "host:port"               || '"host:port" is no address of a service'
        "host:123456"             || '"host:123456" is no address of a service'
        "http://host:1/api"       || '"http://host:1/api" is no address of a service'
        "user:secret@host:1"      || '"user:secret@host:1" is no address of a service'
        "a host:1"                || '"a host:1" is no address of a service'
        "https://localhost:8888"  || '"https://localhost:8888": https:// is not supported by hotcopy'
    }

    def "where nobody listens, that is said as the vendor's client says it"() {
        given:
        server.close()

        when:
        client().send(AdminRequest.get([:], "databases"))

        then:
        NoServiceException nobody = thrown()
        nobody.message == "Unable to connect to http://127.0.0.1:${server.port()}: Connection refused"
    }

    def "a host that nobody knows"() {
        when:
        HttpAdminClient.of("nowhere.invalid:8888").send(AdminRequest.get([:], "databases"))

        then:
        NoServiceException nobody = thrown()
        nobody.message == "Unable to connect to http://nowhere.invalid:8888: unknown host"
    }

    def "a service that goes before it has answered"() {
        given:
        def listener = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))
        def leaver = Thread.start { hearsAndGoes(listener) }

        when:
        HttpAdminClient.of("127.0.0.1:${listener.localPort}").send(AdminRequest.get([:], "databases"))

        then:
        NoServiceException gone = thrown()
        gone.message.startsWith(
                "Unable to connect to http://127.0.0.1:${listener.localPort}: the connection ended before the answer")

        cleanup:
        listener.close()
        leaver.join()
    }

    def "who answers something else is no service: #status #body"() {
        given:
        server.serve(new Mount(["api", "1"], false, ["GET"], 0, { call ->
            new MountedService.Reply(status, "text/html", body.bytes)
        }))

        when:
        client().send(AdminRequest.get([:], "x"))

        then:
        HotCopyException other = thrown()
        other.message == "what answers at ${server.url()} is no administration service: status $status with" +
                " ${body.length()} bytes that are not its JSON"

        where:
        status | body
        200    | "<html>"
        404    | "<html>"
        500    | ""
        502    | "[]"
        302    | '{"a":1}'
    }

    def "who is interrupted waits no more"() {
        given:
        def arrived = new CountDownLatch(1)
        def released = new CountDownLatch(1)
        server.serve(Mount.api { arrived.countDown(); released.await(); AdminAnswer.empty() })
        def told = null
        def stays = false
        def caller = new Thread({
            try {
                client().send(AdminRequest.get([:], "x"))
            } catch (HotCopyException interrupted) {
                told = interrupted
                stays = Thread.currentThread().interrupted
            }
        })

        when:
        caller.start()
        arrived.await()
        caller.interrupt()
        caller.join()

        then:
        told.message == "interrupted while waiting for an answer from ${server.url()}"
        stays

        cleanup:
        released.countDown()
    }

    def "an answer that does not come is waited for as long as the caller has patience"() {
        given:
        def released = new CountDownLatch(1)
        server.serve(Mount.api { released.await(); AdminAnswer.empty() })

        when:
        new HttpCaller(server.url()).send("GET", "/api/1/x", Optional.empty(), Optional.empty(), Duration.ofSeconds(1))

        then:
        HotCopyException late = thrown()
        late.message == "no answer from ${server.url()} within 1 s"

        cleanup:
        released.countDown()
    }

    /** Again and again: the client tries a GET more than once. */
    private static void hearsAndGoes(ServerSocket listener) {
        try {
            while (true) {
                listener.accept().withCloseable { it.inputStream.read() }
            }
        } catch (SocketException closed) {
            assert listener.closed
        }
    }

    private HttpAdminClient client() {
        HttpAdminClient.of("127.0.0.1:${server.port()}")
    }
}
