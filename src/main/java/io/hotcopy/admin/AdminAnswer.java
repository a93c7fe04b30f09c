package io.hotcopy.admin;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an {@link AdminRequest} came to.
 *
 * @param status an HTTP status code: 200, or 400 and more for an error; 408 tells how a thing stands that has not ended
 *     in time, with the same body as 200
 * @param body a map, list, text, number or truth value as {@link AdminJson} writes it; empty for none. Of an error a
 *     map with {@code code} and {@code messages}, which is what the vendor's client asks of it
 */
public record AdminAnswer(int status, Optional<Object> body) {

    public static AdminAnswer ok(Object body) {
        return new AdminAnswer(200, Optional.of(body));
    }

    public static AdminAnswer empty() {
        return new AdminAnswer(200, Optional.empty());
    }

    /** How it stands after the time that the caller was ready to wait; the body must not have a {@code code}. */
    public static AdminAnswer notYet(Map<String, Object> body) {
        return new AdminAnswer(408, Optional.of(body));
    }

    /** @param status 400 or more, not 408 */
    public static AdminAnswer error(int status, String message) {
        return new AdminAnswer(status, Optional.of(Map.of("code", status, "messages", List.of(message))));
    }

    /** @param more further keys of the body: hints, for example, of which the vendor's client knows nothing */
    public static AdminAnswer error(int status, String message, Map<String, Object> more) {
        Map<String, Object> body = new LinkedHashMap<>(more);
        body.put("code", status);
        body.put("messages", List.of(message));
        return new AdminAnswer(status, Optional.of(body));
    }

    public boolean isError() {
        return status >= 400 && status != 408;
    }
}
