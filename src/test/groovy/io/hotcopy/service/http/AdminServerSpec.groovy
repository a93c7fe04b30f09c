package io.hotcopy.service.http

import io.hotcopy.admin.AdminAnswer
import io.hotcopy.admin.AdminJson
import java.time.Duration
import spock.lang.AutoCleanup
import spock.lang.Specification

/** What comes over the network: requests reach who answers them, and all else gets an error in JSON. */
class AdminServerSpec extends Specification {
    static final ServerLimits IMPATIENT =
            new ServerLimits(Duration.ofMillis(300), Duration.ofSeconds(20), 4, 100)

    @AutoCleanup
    AdminServer server = AdminServer.start("127.0.0.1", 0, IMPATIENT)

    def setup() {
        server.serve(
                Mount.api(new EchoService()), Mount.health { AdminAnswer.ok([status: "up"]) },
                Mount.hotcopy(100) { call -> new MountedService.Reply(200, "text/plain", call.body()) })
    }

    def "a path is split before it is decoded, once: #sent"() {
        when:
        def answer = get("/api/1/kvstore/$sent")

        then:
        answer.status() == 200
        json(answer).path == ["kvstore", key]

        where:
        sent                                | key
        "%2Fnuodb%2Fnuobackup%2Ftest"       | "/nuodb/nuobackup/test"
        "a%20b%2F..%252F%3F%23%C3%A9"       | "a b/..%2F?#é"
        "%252F"                             | "%2F"
        "a+b"                               | "a+b"
        "a;b=c"                             | "a;b=c"
        "back%5Cslash"                      | "back\\slash"
        "%E2%82%AC%F0%9F%98%80"             | "€😀"
        "line%0Afeed"                       | "line\nfeed"
        ""                                  | ""
        "..a"                               | "..a"
    }

    def "parameters are decoded as those of forms: #sent"() {
        expect:
        json(get("/api/1/x?$sent")).query == query

        where:
        sent                                        | query
        "limit=20&offset=0"                         | [limit: ["20"], offset: ["0"]]
        "filterBy=type&filterBy=dbName"             | [filterBy: ["type", "dbName"]]
        "filterQuery=label%28region+east%29"        | [filterQuery: ["label(region east)"]]
        "a&b=&&c=d=e"                               | [a: [""], b: [""], c: ["d=e"]]
        "%C3%BC=%2B"                                | ["ü": ["+"]]
        ""                                          | [:]
    }

    def "an address that can be read in two ways is refused: #address"() {
        when:
        def answer = get(address)

        then:
        answer.status() == 400
        answer.error().present
        answer.headers()["content-type"] == "application/json"

        where:
        address << [
            "/api/1/../secret",
            "/api/1/./x",
            "/api/1/%2e%2e/secret",
            "/api/1/.%2E/secret",
            "//api/1/x",
            "/api/1/%zz",
            "/api/1/%",
            "/api/1/%4",
            "/api/1/%00",
            "/api/1/%ff",
            "/api/1/%C0%AF",
            "/api/1/\u00e9",
            "/api/1/a|\u0001b",
            "/api/1/x?y=%zz",
            "/api/1/x?y=%ff",
            "/api/1/x?%00",
            "/api/1/x?y=\u00e9",
            "nowhere",
            "http://[/",
        ]
    }

    def "a body is a JSON object in UTF-8, or there is none: #body"() {
        when:
        def answer = post("/api/1/x", body)

        then:
        answer.status() == status
        status == 200 ? json(answer).body == read : answer.error().present

        where:
        body                              | status | read
        ""                                | 200    | null
        '{}'                              | 200    | [:]
        '{"a": [1, null, true, "\u00c3\u00a9"]}' | 200 | [a: [1, null, true, "é"]]
        'null'                            | 400    | null
        '[]'                              | 400    | null
        '"text"'                          | 400    | null
        '{"a":1'                          | 400    | null
        '{"a":1} {}'                      | 400    | null
        '{"a":1,"a":2}'                   | 400    | null
        '{"a":"\u00ff"}'                  | 400    | null
        '{"a":' + '[' * 1000 + ']' * 1000 + '}' | 400 | null
    }

    def "other methods than those of a place are refused with those that it has: #method #address"() {
        when:
        def answer = ask("$method $address HTTP/1.1\r\nHost: localhost\r\n\r\n")

        then:
        answer.status() == 405
        answer.headers().allow == allowed
        method == "HEAD" || answer.error().present

        where:
        method    | address    || allowed
        "BREW"    | "/api/1/x" || "GET, POST, PUT, DELETE"
        "PATCH"   | "/api/1/x" || "GET, POST, PUT, DELETE"
        "OPTIONS" | "/api/1/x" || "GET, POST, PUT, DELETE"
        "get"     | "/api/1/x" || "GET, POST, PUT, DELETE"
        "POST"    | "/health"  || "GET"
    }

    def "what is at no place is not found: #address"() {
        expect:
        get(address).status() == 404
        get(address).error().get() == "there is nothing at this address"

        where:
        address << ["/", "/api", "/api/1", "/api/2/x", "/healthy", "/health/", "/hotcopy/1", "/favicon.ico"]
    }

    def "whoever is not of this machine is refused: #headers"() {
        when:
        def answer = ask("GET /api/1/x HTTP/1.1\r\n$headers\r\n\r\n")

        then:
        answer.status() == status
        status == 200 || answer.error().present

        where:
        headers                                              || status
        "Host: localhost"                                    || 200
        "Host: LOCALHOST:8888"                               || 200
        "Host: 127.0.0.1:8888"                               || 200
        "Host: [::1]:8888"                                   || 200
        "Host: evil.example"                                 || 403
        "Host: localhost.evil.example"                       || 403
        "Host: 127.0.0.1.evil.example:8888"                  || 403
        "Host: 10.0.0.1"                                     || 403
        "Host: localhost\r\nOrigin: http://localhost:8888"   || 403
        "Host: localhost\r\nOrigin: null"                    || 403
        "Host: "                                             || 400
        "Accept: */*"                                        || 400
        "Host: localhost\r\nHost: evil.example"              || 400
    }

    def "what is no HTTP gets an error in JSON: #name"() {
        when:
        def answer = ask(request.replace("LOCAL", "Host: localhost\r\n"))

        then:
        answer.status() == status
        answer.error().present
        answer.headers()["content-type"] == "application/json"
        !answer.headers().containsKey("server")

        where:
        name                  | request                                                             || status
        "garbage"             | "\u0000\u0001GARBAGE\r\n\r\n"                                       || 400
        "a long header"       | "GET /api/1/x HTTP/1.1\r\nLOCALX: ${'a' * 20000}\r\n\r\n"           || 431
        "a long address"      | "GET /api/1/${'a' * 20000} HTTP/1.1\r\nLOCAL\r\n"                   || 414
        "a negative length"   | "POST /x HTTP/1.1\r\nLOCALContent-Length: -5\r\n\r\n"               || 400
        "two lengths"         | "POST /x HTTP/1.1\r\nLOCALContent-Length: 5, 6\r\n\r\n"             || 400
        "no chunk"            | "POST /api/1/x HTTP/1.1\r\nLOCALTransfer-Encoding: chunked\r\n\r\nz\r\n" || 400
        "an unknown coding"   | "POST /x HTTP/1.1\r\nLOCALTransfer-Encoding: gzip\r\n\r\nabc"       || 400
        "an unknown version"  | "GET /api/1/x HTTP/7.0\r\nLOCAL\r\n"                                || 400
        "another HTTP"        | "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"                                  || 426
    }

    def "a body above the limit of its place is refused, also one that is still being sent"() {
        when:
        def answer = post("/api/1/x", '{"a":"' + 'x' * size + '"}')

        then:
        answer.status() == status

        when: "the next place has another limit"
        def other = post("/hotcopy/1/x", 'x' * 101)

        then:
        other.status() == 413
        other.error().get() == "the body is larger than 100 bytes"

        where:
        size            || status
        (1 << 20) - 10  || 200
        1 << 20         || 413
        5 << 20         || 413
    }

    def "a body that is too large by its own account is not waited for"() {
        expect:
        ask("POST /api/1/x HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99999999\r\n\r\nabc").status() == 413
    }

    def "of who may not ask at a place no body is read"() {
        given:
        def guarded = AdminServer.start("127.0.0.1", 0, IMPATIENT)
        guarded.serve(Mount.hotcopy(1 << 20, new MountedService() {
            @Override
            MountedService.Reply answer(MountedService.Call call) {
                new MountedService.Reply(200, "text/plain", call.body())
            }

            @Override
            boolean admits(Optional<String> authorization) {
                authorization == Optional.of("Bearer me")
            }
        }))
        def head = "POST /hotcopy/1/x HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\n"

        expect: "an answer although the body never comes"
        RawHttp.ask(guarded.port(), "$head\r\n").status() == 401
        RawHttp.ask(guarded.port(), "${head}Authorization: Bearer you\r\n\r\n").status() == 401
        RawHttp.ask(guarded.port(), "${head}Authorization: Bearer me\r\n\r\nabc").text() == "abc"

        cleanup:
        guarded.close()
    }

    def "half a body is not waited for without end, and costs nobody else anything"() {
        given: "more of them than threads"
        def halves = (1..60).collect { new RawHttp(server.port()) }
        halves*.send("POST /api/1/x HTTP/1.1\r\nHost: localhost\r\nContent-Length: 50\r\n\r\n{\"a\"")

        expect:
        get("/api/1/x").status() == 200
        halves.every { it.answer().get().with { status() == 408 && error().present } }

        cleanup:
        halves*.close()
    }

    def "half a request ends with its connection"() {
        given:
        def half = new RawHttp(server.port())
        half.send("GET /api/1/x HTTP/1.1\r\nHo")

        expect:
        half.answer().empty

        cleanup:
        half.close()
    }

    def "a body whose sender has gone is answered"() {
        when:
        def answers = RawHttp.askAll(
                server.port(), "POST /api/1/x HTTP/1.1\r\nHost: localhost\r\nContent-Length: 50\r\n\r\n{\"a\"".bytes)

        then:
        answers*.status() == [400]
        answers[0].error().get() == "bad body: Early EOF"
    }

    def "requests that come in one go are answered in their order"() {
        when:
        def answers = RawHttp.askAll(
                server.port(), (1..5).collect { "GET /api/1/$it HTTP/1.1\r\nHost: localhost\r\n\r\n" }.join().bytes)

        then:
        answers.collect { json(it).path } == [["1"], ["2"], ["3"], ["4"], ["5"]]
    }

    private RawHttp.Answer get(String address) {
        ask("GET $address HTTP/1.1\r\nHost: localhost\r\n\r\n")
    }

    private RawHttp.Answer post(String address, String body) {
        ask("POST $address HTTP/1.1\r\nHost: localhost\r\nContent-Length: ${body.length()}\r\n\r\n$body")
    }

    private RawHttp.Answer ask(String request) {
        RawHttp.ask(server.port(), request)
    }

    private static Map json(RawHttp.Answer answer) {
        (Map) AdminJson.read(answer.body()).get()
    }
}
