package io.hotcopy.admin;

import io.hotcopy.admin.EngineProcess.Durable;
import io.hotcopy.admin.EngineProcess.Engine;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Processes as the protocol shows them. No SQL is served, so that they have no address. */
final class ProcessJson {

    static final String JOURNAL_HOT_COPY = "journal-hot-copy";

    static final Set<String> FIELDS = Set.of(
            "startId",
            "dbName",
            "host",
            "type",
            "state",
            "durableState",
            "archiveId",
            "archiveDir",
            "nodeId",
            "pid",
            "address",
            "hostname",
            "ipAddress",
            "port",
            "regionName",
            "labels.*",
            "options.*",
            "lastHeardFrom",
            "isExternalStartup",
            "version");

    static final Set<String> EXITED_FIELDS = Stream.concat(
                    FIELDS.stream().map(name -> "process." + name),
                    Stream.of(
                            "databaseIncarnation",
                            "databaseIncarnation.major",
                            "databaseIncarnation.minor",
                            "reason",
                            "exitCode",
                            "hasDisconnected"))
            .collect(Collectors.toUnmodifiableSet());

    private final DomainView domain;
    private final String version;

    ProcessJson(Surroundings surroundings) {
        this.domain = surroundings.domain();
        this.version = surroundings.settings().version();
    }

    List<Map<String, Object>> all(AdminState state, Collection<EngineProcess> processes) {
        List<ArchiveView> archives = domain.archives();
        return processes.stream().map(process -> row(state, process, archives)).toList();
    }

    Map<String, Object> one(AdminState state, EngineProcess process) {
        return row(state, process, domain.archives());
    }

    List<Map<String, Object>> exited(AdminState state) {
        List<ArchiveView> archives = domain.archives();
        return state.exited().stream()
                .map(exited -> exited(state, exited, archives))
                .toList();
    }

    Map<String, Object> exited(AdminState state, ExitedProcess exited) {
        return exited(state, exited, domain.archives());
    }

    private Map<String, Object> exited(AdminState state, ExitedProcess exited, List<ArchiveView> archives) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("process", row(state, exited.process(), archives));
        row.put("databaseIncarnation", exited.incarnation().json());
        row.put("reason", exited.reason());
        exited.exitCode().ifPresent(code -> row.put("exitCode", code));
        row.put("hasDisconnected", true);
        return row;
    }

    private Map<String, Object> row(AdminState state, EngineProcess process, List<ArchiveView> archives) {
        Optional<ArchiveView> archive = archives.stream()
                .filter(each -> process.keeps(each.database(), each.id()))
                .findFirst();
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("startId", Long.toString(process.startId()));
        row.put("dbName", process.database());
        row.put("host", process.host());
        row.put("type", process.archive().isPresent() ? "SM" : "TE");
        row.put("durableState", process.durable().name());
        row.put("state", process.engine().name());
        process.archive().ifPresent(id -> row.put("archiveId", id.value()));
        archive.ifPresent(kept -> row.put("archiveDir", kept.directory().toString()));
        row.put("regionName", domain.regionOf(process.host()));
        row.put("labels", labels(state, process));
        row.put("options", options(archive));
        row.put("isExternalStartup", false);
        row.put("version", version);
        if (process.durable() != Durable.REQUESTED || process.engine() != Engine.UNKNOWN) {
            row.put("nodeId", process.nodeId());
            row.put("pid", ProcessHandle.current().pid());
            row.put("lastHeardFrom", 0);
        }
        return row;
    }

    /** Where it runs, and what its archive was last started with. */
    Map<String, String> labels(AdminState state, EngineProcess process) {
        Map<String, String> labels = new TreeMap<>();
        process.archive()
                .ifPresent(
                        id -> labels.putAll(state.database(process.database()).labels(id)));
        labels.put("region", domain.regionOf(process.host()));
        labels.put("host", process.host());
        return labels;
    }

    static Map<String, String> options(Optional<ArchiveView> archive) {
        return archive.map(kept -> Map.of(JOURNAL_HOT_COPY, onOff(kept.journalHotCopy())))
                .orElse(Map.of());
    }

    static String onOff(boolean enabled) {
        return enabled ? "enable" : "disable";
    }
}
