package io.hotcopy.shell.nuocmd;

import io.hotcopy.shell.nuocmd.PythonText.Tuple;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Lines that show the whole domain, or one database of it. */
final class DomainLines {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS");
    private static final String NEWEST_FIRST = "databaseIncarnation.major,databaseIncarnation.minor";

    private DomainLines() {}

    static List<NuocmdLine> all() {
        Option database = Option.one("--db-format").or(Formats.DATABASE);
        Option process = Option.one("--process-format").or(Formats.PROCESS);
        NuocmdLine one = NuocmdLine.of("show", "database", DomainLines::showDatabase, NuocmdLine.database())
                .atMostOne(
                        Option.one("--num-incarnations").as(ValueType.WHOLE),
                        Option.flag("--all-incarnations"),
                        Option.flag("--skip-exited"))
                .and(database, process, Option.one("--exited-process-format").or(Formats.EXITED_PROCESS));
        return List.of(
                NuocmdLine.of(
                        "show",
                        "domain",
                        DomainLines::showDomain,
                        Option.one("--server-format").or(Formats.SERVER),
                        database,
                        process,
                        Option.one("--client-token"),
                        Option.flag("--include-tombstone-databases")),
                one);
    }

    private static int showDomain(Arguments arguments, Session session) {
        String token = arguments.text("client-token").orElseGet(session.tokens());
        greet(token, session);
        session.print("Servers:");
        List<Entity> servers = servers(session);
        for (Entity server : servers) {
            String local = Fields.isTruth(server.properties().get("is_local")) ? " *" : "";
            session.print("  " + PythonFormat.fill(arguments.required("server-format") + local, server));
        }
        session.print("Databases:");
        for (Map<String, Object> json : session.all(new Listing("databases", "name"))) {
            Entity database = Entities.database(json);
            if (arguments.has("include-tombstone-databases")
                    || !database.text("state").equals("TOMBSTONE")) {
                show(database, disconnected(servers), arguments, session);
            }
        }
        return NuocmdLine.DONE;
    }

    private static void greet(String token, Session session) {
        Map<String, Object> told = session.post(Map.of("message", token), "diagnostics", "log");
        Instant time = Instant.ofEpochMilli(Fields.whole(Fields.required(told, "serverTimeMillis")));
        session.print("server version: " + PythonText.str(Fields.required(told, "serverVersion")) + ", server license: "
                + PythonText.str(told.get("licenseType")));
        session.print("server time: " + TIME.format(time.atZone(session.zone())) + ", client token: " + token);
    }

    private static List<Entity> servers(Session session) {
        return session.all(new Listing("peers", "id")).stream()
                .map(Entities::server)
                .toList();
    }

    private static Set<String> disconnected(List<Entity> servers) {
        return servers.stream()
                .filter(server -> !Fields.isTruth(server.properties().get("is_connected")))
                .map(server -> server.text("id"))
                .collect(Collectors.toSet());
    }

    private static void show(Entity database, Set<String> disconnected, Arguments arguments, Session session) {
        session.print("  " + PythonFormat.fill(arguments.required("db-format"), database));
        for (Map<String, Object> json : session.all(Session.processes(Optional.of(database.text("name"))))) {
            Entity process = Processes.asShown(json, disconnected);
            session.print("    " + PythonFormat.fill(arguments.required("process-format"), process));
        }
    }

    private static int showDatabase(Arguments arguments, Session session) {
        Set<String> disconnected = disconnected(servers(session));
        Entity database = Entities.database(session.get(new Query(), "databases", arguments.required("db-name")));
        session.show(database);
        show(database, disconnected, arguments, session);
        if (!arguments.has("skip-exited")) {
            showExited(major(database, "incarnation"), arguments, session);
        }
        return NuocmdLine.DONE;
    }

    private static long major(Entity entity, String property) {
        Object incarnation = entity.properties().get(property);
        return Fields.whole(incarnation instanceof Tuple tuple ? tuple.values().get(0) : null);
    }

    /** Newest incarnation first, each but the current one under its number; stops at the first that is too old. */
    private static void showExited(long current, Arguments arguments, Session session) {
        long wanted = arguments.whole("num-incarnations").map(Number::longValue).orElse(1L);
        long oldest = arguments.has("all-incarnations") ? 1 : Math.max(current - wanted + 1, 1);
        Listing exited = new Listing("processes/exited", NEWEST_FIRST + ",process.startId")
                .where("process.dbName", arguments.required("db-name"))
                .descendingBy(NEWEST_FIRST);
        long[] shown = {current};
        session.eachWhile(exited, json -> {
            Entity process = Processes.exited(json);
            long major = major(process, "db_incarnation");
            if (major < oldest) {
                return false;
            } else if (major != shown[0]) {
                session.print("  [incarnation = " + major + "]");
                shown[0] = major;
            }
            session.print("    " + PythonFormat.fill(arguments.required("exited-process-format"), process));
            return true;
        });
    }
}
