package io.hotcopy.service;

import io.hotcopy.admin.AdminAnswer;
import io.hotcopy.admin.AdminClient;
import io.hotcopy.admin.AdminJson;
import io.hotcopy.admin.AdminRequest;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.service.http.HttpCaller;
import io.hotcopy.service.http.HttpTarget;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reaches an administration service by HTTP. Any thread; needs no closing. */
public final class HttpAdminClient implements AdminClient {
    private static final Pattern SERVER =
            Pattern.compile("(?<scheme>[a-z]+://)?(?<authority>(\\[[0-9A-Fa-f:.]+]|[A-Za-z0-9_.-]+)(:[0-9]{1,5})?)/*");

    /** Beyond what the request itself is ready to wait. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** A year: longer waits are the same to people, and far from any overflow. */
    private static final long LONGEST_WAIT_SECONDS = 31_536_000;

    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,18}");
    private static final List<String> WAITS = List.of("timeoutSec", "timeout");

    private final HttpCaller caller;

    private HttpAdminClient(HttpCaller caller) {
        this.caller = caller;
    }

    /**
     * A client; it connects when it is first asked.
     *
     * @param server {@code host:port} or {@code http://host:port}
     * @throws HotCopyException when that is no such text, or wants what is not supported
     */
    public static HttpAdminClient of(String server) {
        Matcher parts = SERVER.matcher(server);
        if (!parts.matches()) {
            throw new HotCopyException("\"" + server + "\" is no address of a service", "An address is HOST:PORT.");
        }
        String scheme = Optional.ofNullable(parts.group("scheme")).orElse("http://");
        if (!scheme.equals("http://")) {
            throw new HotCopyException(
                    "\"" + server + "\": " + scheme + " is not supported by hotcopy", "Use http://HOST:PORT.");
        }
        return new HttpAdminClient(new HttpCaller(URI.create(scheme + parts.group("authority"))));
    }

    @Override
    public AdminAnswer send(AdminRequest request) {
        HttpResponse<byte[]> response = caller.send(
                request.method(),
                HttpTarget.of(List.of("api", "1"), request.path(), request.query()),
                Optional.empty(),
                request.body().map(AdminJson::write),
                PATIENCE.plusSeconds(ownWait(request)));
        return answer(response.statusCode(), response.body());
    }

    private AdminAnswer answer(int status, byte[] body) {
        if (body.length == 0 && status == 200) {
            return AdminAnswer.empty();
        }
        Optional<Object> value = AdminJson.read(body);
        AdminAnswer answer = new AdminAnswer(status, value);
        boolean wellFormed = status == 200
                ? value.isPresent() || AdminJson.isNull(body)
                : status >= 400 && value.orElse(null) instanceof Map<?, ?>;
        if (!wellFormed) {
            throw new HotCopyException(
                    "what answers at " + caller.base() + " is no administration service: status " + status + " with "
                            + body.length + " bytes that are not its JSON",
                    "Check host and port.");
        }
        return answer;
    }

    private static long ownWait(AdminRequest request) {
        Stream<?> inQuery = WAITS.stream().flatMap(name -> request.query().getOrDefault(name, List.of()).stream());
        Stream<?> inBody = request.body().stream()
                .flatMap(body -> WAITS.stream().map(body::get).filter(value -> value != null));
        return Stream.concat(inQuery, inBody)
                .map(Object::toString)
                .filter(SECONDS.asMatchPredicate())
                .mapToLong(Long::parseLong)
                .map(seconds -> Math.min(seconds, LONGEST_WAIT_SECONDS))
                .max()
                .orElse(0);
    }
}
