package io.hotcopy.shell.nuocmd;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What the vendor's client reads from the JSON of processes that run and that have ended, and what it shows of them.
 */
final class Processes {
    /** After so many seconds without a message a process counts as out of reach. */
    private static final double SILENCE_SECONDS = 20;

    private static final Set<String> IN_TOUCH = Set.of("MONITORED", "REQUESTED_SHUTDOWN");

    private Processes() {}

    static Entity running(Map<String, Object> json) {
        Object options = Fields.or(json, "options", Map.of());
        Object version =
                options instanceof Map<?, ?> map && map.containsKey("ip-version") ? map.get("ip-version") : "v4";
        return new Entity("Process", json)
                .with("start_id", json.get("startId"))
                .with("db_name", json.get("dbName"))
                .with("server_id", json.get("host"))
                .with("durable_state", json.get("durableState"))
                .with("archive_id", json.get("archiveId"))
                .with("region_name", json.get("regionName"))
                .with("engine_type", json.get("type"))
                .with("engine_state", Fields.or(json, "state", "UNKNOWN"))
                .with("node_id", json.get("nodeId"))
                .with("address", address(json, version))
                .with("ipVersion", version)
                .with("pid", json.get("pid"))
                .with("last_ack", Entities.seconds(json.get("lastHeardFrom")))
                .with("journal_recovery_progress", json.get("journalRecoveryProgress"))
                .with("archive_save_progress", json.get("archiveSaveProgress"))
                .with("options", options)
                .with("labels", Fields.or(json, "labels", Map.of()));
    }

    private static Object address(Map<String, Object> json, Object version) {
        String port = PythonText.str(json.get("port"));
        Object hostName = json.get("hostname");
        Object address = json.get("address");
        if (json.get("port") == null) {
            return null;
        } else if (address == null || address.equals(hostName)) {
            return PythonText.str(hostName) + ":" + port;
        }
        String number = PythonText.str(address);
        String place = ("v6".equals(version) ? "[" + number + "]" : number) + ":" + port;
        return hostName == null ? place : PythonText.str(hostName) + "/" + place;
    }

    static Entity exited(Map<String, Object> json) {
        return new Entity("ExitedProcess", json)
                .with("db_incarnation", Entities.incarnation(json, "databaseIncarnation"))
                .with("reason", json.get("reason"))
                .with("has_disconnected", Fields.or(json, "hasDisconnected", false))
                .with("exit_code", json.get("exitCode"))
                .with("process", running(Fields.object(Fields.or(json, "process", Map.of()))));
    }

    /**
     * The same process with the state that people are shown: one that starts, recovers or is out of reach says so.
     *
     * @param disconnected the ids of the servers that are cut off
     */
    static Entity asShown(Map<String, Object> json, Set<String> disconnected) {
        Entity process = starting(running(json));
        boolean reachable = !disconnected.contains(process.text("server_id")) && !isSilent(process);
        return reachable ? process : withState(process, "UNREACHABLE(" + process.text("engine_state") + ")");
    }

    private static Entity starting(Entity process) {
        Map<String, Object> json = process.json();
        if (!process.text("engine_state").equals("UNKNOWN")) {
            return process;
        } else if (process.text("durable_state").equals("CONFIGURED") && json.get("journalRecoveryProgress") != null) {
            Object saved = json.get("archiveSaveProgress");
            return withState(
                    process,
                    saved != null
                            ? "RECOVERING_JOURNAL:SAVE(" + percent(saved) + ")"
                            : "RECOVERING_JOURNAL:REPLAY(" + percent(json.get("journalRecoveryProgress")) + ")");
        }
        return IN_TOUCH.contains(process.text("durable_state")) ? process : withState(process, "STARTING_UP");
    }

    private static String percent(Object fraction) {
        double part = fraction instanceof Number number ? number.doubleValue() : 0;
        return PythonFormatSpec.format(100 * part, ".1f") + "%";
    }

    private static boolean isSilent(Entity process) {
        boolean known = process.properties().get("last_ack") instanceof Double seconds && seconds <= SILENCE_SECONDS;
        return IN_TOUCH.contains(process.text("durable_state")) && !known;
    }

    private static Entity withState(Entity process, String state) {
        Map<String, Object> json = new LinkedHashMap<>(process.json());
        json.put("state", state);
        return running(json);
    }
}
