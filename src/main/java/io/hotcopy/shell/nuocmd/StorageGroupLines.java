package io.hotcopy.shell.nuocmd;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lines about storage groups. */
final class StorageGroupLines {

    private StorageGroupLines() {}

    static List<NuocmdLine> all() {
        return List.of(
                NuocmdLine.of("get", "storage-groups", StorageGroupLines::tell, NuocmdLine.database()),
                NuocmdLine.of(
                        "show",
                        "storage-groups",
                        StorageGroupLines::show,
                        NuocmdLine.database(),
                        Option.one("--storage-group-format").or(Formats.STORAGE_GROUP),
                        Option.one("--process-format").or(Formats.SHORT_PROCESS)),
                change("add", "addStorageGroup"),
                change("remove", "removeStorageGroup"));
    }

    private static NuocmdLine change(String verb, String resource) {
        return NuocmdLine.of(
                verb,
                "storage-group",
                (arguments, session) -> change(resource, arguments, session),
                NuocmdLine.database(),
                Option.one("--sg-name").must(),
                Option.some("--archive-ids").must());
    }

    /** One request for each archive: what was done before one that fails stays done. */
    private static int change(String resource, Arguments arguments, Session session) {
        for (String archive : arguments.list("archive-ids").orElseThrow()) {
            Map<String, Object> body = Map.of(
                    "dbName",
                    arguments.required("db-name"),
                    "sgName",
                    arguments.required("sg-name"),
                    "archiveId",
                    archive);
            session.connection().send("POST", List.of("archives", resource), new Query(), Optional.of(body));
        }
        return NuocmdLine.DONE;
    }

    private static int tell(Arguments arguments, Session session) {
        groups(arguments, session).forEach(session::show);
        return NuocmdLine.DONE;
    }

    private static List<Entity> groups(Arguments arguments, Session session) {
        Listing groups = new Listing("databases/" + arguments.required("db-name") + "/storageGroups", "sgName");
        return session.all(groups).stream().map(Entities::storageGroup).toList();
    }

    private static int show(Arguments arguments, Session session) {
        List<Entity> groups = groups(arguments, session);
        Map<String, Entity> processes = new HashMap<>();
        session.all(Session.processes(arguments.text("db-name"))).stream()
                .map(Processes::running)
                .forEach(process -> processes.put(process.text("start_id"), process));
        session.print("Storage groups for database: " + arguments.required("db-name"));
        for (Entity group : groups) {
            session.print("  " + PythonFormat.fill(arguments.required("storage-group-format"), group));
            showLeaders(group, processes, arguments.required("process-format"), session);
        }
        return NuocmdLine.DONE;
    }

    private static void showLeaders(Entity group, Map<String, Entity> processes, String format, Session session) {
        if (!(group.properties().get("leader_candidates") instanceof List<?> leaders) || leaders.isEmpty()) {
            session.print("    No Leader Candidates available");
            return;
        }
        session.print("    Leader Candidates:");
        for (Object leader : leaders) {
            Entity process = processes.get(PythonText.str(leader));
            session.print(
                    process == null
                            ? "Unknown process ID " + PythonText.str(leader)
                            : "      " + PythonFormat.fill(format, process));
        }
    }
}
