package io.hotcopy.service.http;

import io.hotcopy.admin.AdminAnswer;
import io.hotcopy.admin.AdminJson;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Answers the requests below one place of an {@link AdminServer}. Called on many threads at once, each of which it may
 * hold for as long as the caller is ready to wait.
 */
@FunctionalInterface
public interface MountedService {

    /**
     * Answers one request. What it throws becomes an error with the status 500, so it throws only for faults of its
     * own. A server that ends before the answer interrupts the thread.
     */
    Reply answer(Call call);

    /**
     * Whether somebody may ask here at all; decided before a body is read.
     *
     * @param authorization what the request's {@code Authorization} says
     */
    default boolean admits(Optional<String> authorization) {
        return true;
    }

    /**
     * A request as it came, its address decoded.
     *
     * @param method {@code GET}, {@code POST}, {@code PUT} or {@code DELETE}
     * @param path the segments below the place, decoded once; the last is "" when the path ends with a slash
     * @param query its parameters, decoded, each name with all its values in order; a parameter without value has ""
     * @param body empty when none came; never above the limit of the place
     */
    record Call(String method, List<String> path, Map<String, List<String>> query, byte[] body) {}

    /**
     * What it came to.
     *
     * @param status an HTTP status code
     * @param contentType of the body
     */
    record Reply(int status, String contentType, byte[] body) {
        private static final String JSON = "application/json";

        /** An answer of the administration protocol. */
        public static Reply of(AdminAnswer answer) {
            return new Reply(
                    answer.status(), JSON, answer.body().map(AdminJson::write).orElse(new byte[0]));
        }

        /** An error in the form of the administration protocol. */
        public static Reply error(int status, String message) {
            return of(AdminAnswer.error(status, message));
        }

        /** The body as text, for messages. */
        @Override
        public String toString() {
            return status + " " + new String(body, StandardCharsets.UTF_8);
        }
    }
}
