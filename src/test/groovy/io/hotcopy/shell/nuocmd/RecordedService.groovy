package io.hotcopy.shell.nuocmd

import io.hotcopy.admin.AdminAnswer
import io.hotcopy.admin.AdminClient
import io.hotcopy.admin.AdminJson
import io.hotcopy.admin.AdminRequest
import io.hotcopy.problem.HotCopyException
import java.nio.charset.StandardCharsets

/**
 * A service that expects exactly the requests that the vendor's client made when it was recorded, and gives the answers
 * that it got then. After the last of them it is gone.
 */
class RecordedService implements AdminClient {
    private final Iterator<Map> exchanges
    final List<AdminRequest> requests = []

    RecordedService(List<Map> exchanges) {
        this.exchanges = exchanges.iterator()
    }

    @Override
    AdminAnswer send(AdminRequest request) {
        requests << request
        if (!exchanges.hasNext()) {
            throw new HotCopyException('Unable to connect to http://localhost:8888: Connection refused')
        }
        def expected = exchanges.next()
        assert request.method() + ' ' + request.path() == method(expected) + ' ' + path(expected)
        assert written(request.query()) == (expected.query ? parameters(expected.query) : [])
        assert request.body().map { AdminJson.read(AdminJson.write(it)).get() }.orElse(null) == expected.body
        answer(expected)
    }

    boolean isDone() {
        !exchanges.hasNext()
    }

    private static AdminAnswer answer(Map exchange) {
        def body = exchange.answer
        if (body instanceof String && body) {
            throw new HotCopyException('what answers is no administration service')
        }
        new AdminAnswer(exchange.status, body == '' ? Optional.empty() : Optional.ofNullable(body))
    }

    private static String method(Map exchange) {
        exchange.asks.split(' ')[0]
    }

    /** Percent signs are taken off once; a plus is no blank in a path. */
    private static List<String> path(Map exchange) {
        exchange.asks.split(' ')[1].split('/').collect { decoded(it.replace('+', '%2B')) }
    }

    /** In their order, each with its value. */
    private static List<List<String>> parameters(String query) {
        query.split('&').collect { it.split('=', 2).collect { decoded(it) } }
    }

    private static List<List<String>> written(Map<String, List<String>> query) {
        query.collectMany { name, values -> values.collect { [name, it] } }
    }

    private static String decoded(String text) {
        URLDecoder.decode(text, StandardCharsets.UTF_8)
    }
}
