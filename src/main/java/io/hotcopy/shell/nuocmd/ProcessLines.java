package io.hotcopy.shell.nuocmd;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lines that start a process and shut one down. */
final class ProcessLines {

    private ProcessLines() {}

    static List<NuocmdLine> all() {
        return List.of(
                NuocmdLine.of("start", "process", ProcessLines::start, NuocmdLine.database())
                        .exactlyOne(Option.one("--server-id"), Option.flag("--this-server"))
                        .and(
                                Option.one("--engine-type").oneOf("TE", "SM", "SSM"),
                                Option.one("--archive-id"),
                                Option.one("--expected-incarnation").as(ValueType.INCARNATION),
                                Option.one("--nuodb-cmd").hide(),
                                Option.any("--options"),
                                Option.any("--labels")),
                NuocmdLine.of(
                                "shutdown",
                                "process",
                                ProcessLines::shutDown,
                                Option.one("--start-id").must())
                        .atMostOne(Option.flag("--evict"), Option.flag("--kill"), Option.flag("--kill-with-core"))
                        .and(NuocmdLine.timeout()));
    }

    private static int start(Arguments arguments, Session session) {
        if (arguments.has("nuodb-cmd")) {
            throw new CommandFailure("--nuodb-cmd is not supported by hotcopy");
        }
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("dbName", arguments.required("db-name"));
        body.put("host", arguments.text("server-id").map(id -> (Object) id).orElseGet(() -> thisServer(session)));
        body.put("engineType", arguments.text("engine-type").orElse(null));
        arguments.text("archive-id").ifPresent(archive -> body.put("archiveId", archive));
        Map<String, String> options = arguments.pairs("options");
        body.put("labels", arguments.pairs("labels"));
        if (!options.isEmpty()) {
            body.put("overrideOptions", options);
        }
        arguments.value("expected-incarnation").ifPresent(expected -> body.put("expectedIncarnation", expected));
        session.show(Processes.running(session.post(body, "processes")));
        return NuocmdLine.DONE;
    }

    private static Object thisServer(Session session) {
        return Fields.at(session.get(new Query(), "diagnostics", "config"), "properties", "ThisServerId");
    }

    private static int shutDown(Arguments arguments, Session session) {
        Query query = new Query()
                .with("evict", arguments.has("evict"))
                .with("kill", arguments.has("kill"))
                .with("killWithCore", arguments.has("kill-with-core"))
                .with(
                        "timeout",
                        arguments.whole("timeout").map(Number::toString).orElse("0"));
        List<String> path = Connection.path("processes", arguments.required("start-id"));
        session.connection().send("DELETE", path, query, Optional.empty());
        return NuocmdLine.DONE;
    }
}
