package io.hotcopy.shell.nuocmd;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lines about the values that the service keeps for others. */
final class ValueLines {

    private ValueLines() {}

    static List<NuocmdLine> all() {
        return List.of(
                NuocmdLine.of(
                        "get", "value", ValueLines::tell, Option.one("--key").must()),
                NuocmdLine.of(
                                "set",
                                "value",
                                ValueLines::set,
                                Option.one("--key").must(),
                                Option.one("--value").must())
                        .atMostOne(Option.one("--expected-value"), Option.flag("--unconditional")));
    }

    private static int tell(Arguments arguments, Session session) {
        Map<String, Object> answer = session.connection().get(path(arguments), new Query());
        Optional.ofNullable(answer.get("value")).ifPresent(value -> session.print(PythonText.str(value)));
        return NuocmdLine.DONE;
    }

    private static int set(Arguments arguments, Session session) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("key", arguments.required("key"));
        body.put("newValue", arguments.required("value"));
        body.put("expectedValue", arguments.text("expected-value").orElse(null));
        body.put("expectedAbsent", !arguments.has("expected-value") && !arguments.has("unconditional"));
        session.connection().send("PUT", path(arguments), new Query(), Optional.of(body));
        return NuocmdLine.DONE;
    }

    /** A key is one part of the path, whatever is in it. */
    private static List<String> path(Arguments arguments) {
        return List.of("kvstore", arguments.required("key"));
    }
}
