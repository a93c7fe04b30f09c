package io.hotcopy.admin;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code databases}: the declared ones. */
final class DatabaseResource {

    private static final Set<String> FIELDS = Set.of(
            "name",
            "state",
            "incarnation",
            "incarnation.major",
            "incarnation.minor",
            "defaultRegionId",
            "databaseOptions.*");

    private final DomainView domain;
    private final ProcessTable processes;

    DatabaseResource(Surroundings surroundings) {
        this.domain = surroundings.domain();
        this.processes = surroundings.processes();
    }

    void on(Routes routes) {
        routes.get("databases", call -> Page.of(call.request(), rows(), FIELDS)).get("databases/{db}", this::one);
    }

    private List<Map<String, Object>> rows() {
        AdminState state = processes.state();
        return domain.databases().stream().map(name -> row(name, state)).toList();
    }

    private AdminAnswer one(Routes.Call call) {
        domain.database(call.variable(0));
        return AdminAnswer.ok(row(call.variable(0), processes.state()));
    }

    private Map<String, Object> row(String name, AdminState state) {
        boolean running = domain.database(name).stopped().isEmpty();
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("name", name);
        row.put("state", running ? "RUNNING" : "NOT_RUNNING");
        row.put("incarnation", state.database(name).incarnation().json());
        row.put("defaultRegionId", 0);
        row.put("hostAssignments", Map.of());
        row.put("databaseOptions", Map.of());
        return row;
    }
}
