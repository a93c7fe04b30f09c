package io.hotcopy.shell.nuocmd;

import io.hotcopy.shell.nuocmd.PythonText.Tuple;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the vendor's client reads from the JSON of each kind of thing, but processes. */
final class Entities {
    private static final int LENGTH_OF_A_DATE = "yyyy-mm-dd ".length();

    private Entities() {}

    static Entity archive(Map<String, Object> json) {
        Object observed = Fields.or(json, "observerStorageGroups", List.of());
        return new Entity("Archive", json)
                .with("id", json.get("id"))
                .with("db_name", json.get("dbName"))
                .with("server_id", json.get("host"))
                .with("archive_path", json.get("path"))
                .with("journal_path", json.get("journalPath"))
                .with("snapshot_archive_path", json.get("snapshotArchivePath"))
                .with("state", json.get("state"))
                .with("observer_storage_groups", observed)
                .with("is_observer", Fields.isTruth(observed));
    }

    static Entity storageGroup(Map<String, Object> json) {
        return new Entity("StorageGroup", json)
                .with("db_name", json.get("dbName"))
                .with("name", json.get("sgName"))
                .with("id", json.get("sgId"))
                .with("state", json.get("state"))
                .with("archive_states", Fields.or(json, "archiveStates", Map.of()))
                .with("process_states", Fields.or(json, "processStates", Map.of()))
                .with("leader_candidates", Fields.or(json, "leaderCandidates", List.of()));
    }

    static Entity database(Map<String, Object> json) {
        return new Entity("Database", json)
                .with("name", json.get("name"))
                .with("state", json.get("state"))
                .with("incarnation", incarnation(json, "incarnation"))
                .with("default_region_id", json.get("defaultRegionId"))
                .with("server_assignments", Fields.or(json, "hostAssignments", Map.of()))
                .with("default_options", Fields.or(json, "databaseOptions", Map.of()));
    }

    /** Major and minor number. */
    static Tuple incarnation(Map<String, Object> json, String key) {
        return new Tuple(Arrays.asList(Fields.at(json, key, "major"), Fields.at(json, key, "minor")));
    }

    static Entity hotCopy(Map<String, Object> json) {
        return new Entity("HotCopyResponse", json)
                .with("id", json.get("hotCopyId"))
                .with("coordinator_start_id", json.get("coordinatorStartId"))
                .with("begin_timestamp", json.get("beginTimestamp"))
                .with("end_timestamp", json.get("endTimestamp"))
                .with("timestamp_range", range(json.get("beginTimestamp"), json.get("endTimestamp")))
                .with("status", json.get("status"))
                .with("message", json.get("message"));
    }

    /** From begin to end, the end without its date when that is the same. */
    private static Object range(Object begin, Object end) {
        String from = begin instanceof String text ? text : "";
        String to = end instanceof String text ? text : "";
        if (from.isEmpty()) {
            return null;
        } else if (to.isEmpty()) {
            return from + "...";
        }
        boolean sameDay = date(from).equals(date(to));
        return from + ".." + (sameDay ? to.substring(date(to).length()) : to);
    }

    private static String date(String timestamp) {
        return timestamp.substring(0, Math.min(LENGTH_OF_A_DATE, timestamp.length()));
    }

    /** The hot copies of several storage managers, and what was wrong with asking others. */
    static Entity statuses(Map<String, Object> json) {
        Map<String, Object> statuses = new LinkedHashMap<>();
        Fields.object(json.get("hotCopyStatuses"))
                .forEach((startId, hotCopies) -> statuses.put(
                        startId,
                        Fields.objects(hotCopies).stream()
                                .map(Entities::hotCopy)
                                .toList()));
        return new Entity("HotCopyDatabaseStatuses", json)
                .with("errors", json.get("errors"))
                .with("hotcopy_statuses", statuses);
    }

    static Entity server(Map<String, Object> json) {
        Object connected = Fields.at(json, "connectedState", "state");
        Object evicted = Fields.or(json, "isEvicted", false);
        return new Entity("Server", json)
                .with("id", json.get("id"))
                .with("address", json.get("address"))
                .with("peer_state", json.get("peerState"))
                .with("role", Fields.at(json, "localRoleInfo", "role"))
                .with("raft_lifecycle", Fields.at(json, "localRoleInfo", "lifeCycle"))
                .with("raft_state", raftState(json))
                .with("leader", Fields.at(json, "localRoleInfo", "leaderServerId"))
                .with("connected_state", connected)
                .with("is_connected", "Connected".equals(connected))
                .with("is_evicted", evicted)
                .with("is_passive", Fields.or(json, "isPassive", false))
                .with("observed_state", Fields.isTruth(evicted) ? "Evicted" : connected)
                .with("log_term", index(json, "logLastTerm"))
                .with("commit_index", index(json, "commitIndex"))
                .with("log_index", index(json, "logLastIndex"))
                .with("is_local", Fields.or(json, "isLocal", false))
                .with("ping_latency", known(Fields.at(json, "connectedState", "latency")))
                .with("last_ack", seconds(known(Fields.at(json, "connectedState", "lastAckDeltaMillis"))))
                .with("version", json.get("version"))
                .with("full_version", Fields.or(json, "fullVersion", json.get("version")))
                .with("labels", Fields.or(json, "labels", Map.of()));
    }

    private static Object raftState(Map<String, Object> json) {
        Object lifeCycle = Fields.at(json, "localRoleInfo", "lifeCycle");
        if (!Fields.isTruth(Fields.or(json, "isPassive", false))) {
            return lifeCycle;
        } else if ("ACTIVE".equals(lifeCycle)) {
            return "PASSIVE";
        }
        return "PASSIVE(" + (Fields.isTruth(lifeCycle) ? PythonText.str(lifeCycle) : "UNKNOWN") + ")";
    }

    private static Object index(Map<String, Object> json, String name) {
        return Fields.at(json, "localRoleInfo", "localPeerTermIndexInfo", name);
    }

    /** A number below zero means that none is known. */
    private static Object known(Object number) {
        return number instanceof Number known && known.doubleValue() >= 0 ? known : null;
    }

    /** Milliseconds as seconds. */
    static Object seconds(Object millis) {
        return millis instanceof Number known ? known.doubleValue() / 1e3 : null;
    }
}
