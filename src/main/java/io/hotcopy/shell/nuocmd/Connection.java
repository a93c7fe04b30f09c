package io.hotcopy.shell.nuocmd;

import io.hotcopy.admin.AdminAnswer;
import io.hotcopy.admin.AdminClient;
import io.hotcopy.admin.AdminRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Requests of one command; errors that the service tells end it. Names in a path are sent as they were given. */
final class Connection {
    private static final int ERROR = 400;
    private static final int TIMEOUT = 408;
    private static final String NO_JSON = "Expecting value: line 1 column 1 (char 0)";

    private final AdminClient client;

    Connection(AdminClient client) {
        this.client = client;
    }

    /** The parts of a path; one with a slash is several, as it is in the vendor's client. */
    static List<String> path(String... parts) {
        List<String> path = new ArrayList<>();
        for (String part : parts) {
            path.addAll(Arrays.asList(part.split("/", -1)));
        }
        return path;
    }

    Map<String, Object> get(List<String> path, Query query) {
        return object(send("GET", path, query, Optional.empty()));
    }

    Map<String, Object> post(List<String> path, Query query, Map<String, Object> body) {
        return object(send("POST", path, query, Optional.of(body)));
    }

    /**
     * Asks, and gives what the answer holds.
     *
     * @throws ServiceFailure when the service tells an error
     * @throws NotInTime when it tells how a thing stands that has not ended in time
     * @throws CommandFailure when it says anything else that is no success
     * @throws io.hotcopy.problem.HotCopyException when nobody answers
     */
    Optional<Object> send(String method, List<String> path, Query query, Optional<Map<String, Object>> body) {
        AdminRequest request = new AdminRequest(method, path, query.parameters(), body);
        AdminAnswer answer = client.send(request);
        if (answer.status() >= ERROR) {
            throw failure(answer, request);
        }
        return answer.body();
    }

    /** @throws CommandFailure when there is none */
    static Map<String, Object> object(Optional<Object> body) {
        return Fields.object(body.orElseThrow(() -> new CommandFailure(NO_JSON)));
    }

    private static CommandFailure failure(AdminAnswer answer, AdminRequest request) {
        if (!(answer.body().orElse(null) instanceof Map<?, ?>)) {
            return new CommandFailure(NO_JSON);
        }
        Map<String, Object> body = object(answer.body());
        if (body.containsKey("code") && (body.containsKey("messages") || body.containsKey("message"))) {
            return new ServiceFailure(message(body));
        } else if (answer.status() == TIMEOUT) {
            return new NotInTime(body);
        }
        String whose = answer.status() < 500 ? "Client" : "Server";
        return new CommandFailure(answer.status() + " " + whose + " Error for " + request.method() + " "
                + String.join("/", request.path()));
    }

    private static String message(Map<String, Object> body) {
        if (body.get("messages") instanceof Collection<?> messages && !messages.isEmpty()) {
            return messages.stream().map(PythonText::str).collect(Collectors.joining(": "));
        }
        String message = body.get("message") == null ? "" : PythonText.str(body.get("message"));
        return body.get("details") == null ? message : message + ": " + PythonText.str(body.get("details"));
    }
}
