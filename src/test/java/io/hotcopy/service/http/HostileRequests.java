package io.hotcopy.service.http;

import io.hotcopy.admin.AdminJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * Requests as the vendor's client was recorded sending them, and what malice and accident make of them. The same for
 * the same seed. None of them asks by the method HEAD, so every answer has a body or says that it has none.
 */
final class HostileRequests {
    private static final List<String> METHODS =
            List.of("GET", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "BREW", "get", "CONNECT", "G\u0001T");
    private static final int MOST_CHANGES = 3;

    private final List<Map<?, ?>> recorded;
    private final RandomGenerator random;
    private final HostileValues values;
    private final HostileTargets targets;
    private final HostileFraming framing;

    /** @param adapt puts names of the world under test, such as directories, into the text of the recorded requests */
    HostileRequests(long seed, UnaryOperator<String> adapt) {
        byte[] adapted = adapt.apply(read()).getBytes(StandardCharsets.UTF_8);
        recorded = ((List<?>) AdminJson.read(adapted).orElseThrow())
                .stream().<Map<?, ?>>map(request -> (Map<?, ?>) request).toList();
        random = new SplittableRandom(seed);
        values = new HostileValues(random);
        targets = new HostileTargets(random, values);
        framing = new HostileFraming(random, values);
    }

    /** The next one, as it is sent. */
    byte[] next() {
        Map<?, ?> base = values.one(recorded);
        String method = (String) base.get("method");
        String target = target(base);
        Object body = base.get("body");
        boolean hasBody = body != null;
        int changes = random.nextInt(MOST_CHANGES + 1);
        for (int change = 0; change < changes; change++) {
            switch (random.nextInt(8)) {
                case 0 -> method = values.one(METHODS);
                case 1, 2, 3 -> target = targets.changed(target);
                default -> {
                    if (hasBody || random.nextInt(4) == 0) {
                        body = values.changed(body);
                        hasBody = true;
                    }
                }
            }
        }
        return framing.framed(method, target, hasBody ? AdminJson.write(body) : new byte[0]);
    }

    private static String target(Map<?, ?> request) {
        String path = (String) request.get("path");
        if (!(request.get("query") instanceof List<?> parameters)) {
            return path;
        }
        return path + "?" + parameters.stream().map(String.class::cast).collect(Collectors.joining("&"));
    }

    private static String read() {
        try (InputStream lines = HostileRequests.class.getResourceAsStream("requests.json")) {
            return new String(lines.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
