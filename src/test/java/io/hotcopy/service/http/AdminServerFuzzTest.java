package io.hotcopy.service.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotcopy.admin.AdminAnswer;
import io.hotcopy.admin.AdminJson;
import io.hotcopy.admin.AdminRequest;
import io.hotcopy.service.http.RawHttp.Answer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Whatever comes, the answer is JSON and the fault is the client's. */
class AdminServerFuzzTest {
    private static final int REQUESTS = 2_000;
    private static final long SEED = 20261126;

    /** Half a body is not waited for: who sends it says that no more will come. */
    private static final ServerLimits LIMITS =
            new ServerLimits(Duration.ofSeconds(20), Duration.ofSeconds(20), 64, 100);

    private final Map<Integer, Integer> statuses = new TreeMap<>();
    private int unanswered;

    @Test
    void everyRequestIsAnsweredInJson() throws IOException {
        HostileRequests requests = new HostileRequests(SEED, UnaryOperator.identity());
        try (AdminServer server = AdminServer.start("127.0.0.1", 0, LIMITS)) {
            server.serve(Mount.api(AdminServerFuzzTest::echo), Mount.health(AdminAnswer::empty));
            for (int number = 0; number < REQUESTS; number++) {
                byte[] request = requests.next();
                check(RawHttp.askAll(server.port(), request), request, number);
            }
            assertEquals(
                    200,
                    RawHttp.ask(server.port(), "GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n")
                            .status());
        }
        assertTrue(
                statuses.getOrDefault(200, 0) > REQUESTS / 10 && statuses.getOrDefault(400, 0) > REQUESTS / 10,
                () -> "not a mixture of sense and nonsense: " + statuses);
        assertTrue(unanswered < REQUESTS / 20, () -> unanswered + " of " + REQUESTS + " were not answered");
    }

    private void check(List<Answer> answers, byte[] request, int number) {
        String text = new String(request, StandardCharsets.ISO_8859_1);
        String which = "seed " + SEED + ", request " + number + ": " + text + "\n-> " + answers;
        if (answers.isEmpty()) {
            // Nothing is said to who has not finished asking.
            assertTrue(!text.contains("\r\n\r\n"), which);
            unanswered++;
        }
        for (Answer answer : answers) {
            statuses.merge(answer.status(), 1, Integer::sum);
            assertTrue(answer.status() >= 200 && answer.status() < 500, which);
            assertEquals("application/json", answer.headers().get("content-type"), which);
            assertTrue(
                    answer.status() == 200
                            ? AdminJson.read(answer.body()).isPresent()
                            : answer.error().isPresent(),
                    which);
        }
    }

    private static AdminAnswer echo(AdminRequest request) {
        Map<String, Object> said = new HashMap<>();
        said.put("method", request.method());
        said.put("path", request.path());
        said.put("query", request.query());
        said.put("body", request.body().orElse(null));
        return AdminAnswer.ok(said);
    }
}
