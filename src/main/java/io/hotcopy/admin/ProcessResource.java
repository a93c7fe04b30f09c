package io.hotcopy.admin;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code processes}, as they are and as they were. */
final class ProcessResource {

    private final DomainView domain;
    private final ProcessTable processes;
    private final ProcessJson json;

    ProcessResource(Surroundings surroundings) {
        this.domain = surroundings.domain();
        this.processes = surroundings.processes();
        this.json = new ProcessJson(surroundings);
    }

    void on(Routes routes) {
        routes.get("processes", this::list)
                .get("processes/exited", this::exited)
                .get("processes/availableOptions", this::availableOptions)
                .get("processes/{startId}", this::one)
                .get("processes/{startId}/options", this::options);
    }

    private AdminAnswer list(Routes.Call call) {
        AdminState state = processes.state();
        Optional<LabelFilter> wanted = call.query().optionalText("filterQuery").map(LabelFilter::of);
        List<EngineProcess> found = state.processes().stream()
                .filter(process -> wanted.isEmpty() || wanted.get().test(json.labels(state, process)))
                .toList();
        return Page.of(call.request(), json.all(state, found), ProcessJson.FIELDS);
    }

    private AdminAnswer exited(Routes.Call call) {
        return Page.of(call.request(), json.exited(processes.state()), ProcessJson.EXITED_FIELDS);
    }

    private AdminAnswer one(Routes.Call call) {
        String startId = call.variable(0);
        AdminState state = processes.state();
        return state.processes().stream()
                .filter(process -> Long.toString(process.startId()).equals(startId))
                .findFirst()
                .map(process -> AdminAnswer.ok(json.one(state, process)))
                .orElseGet(() -> gone(state, startId));
    }

    /** An error that also says what the process was. */
    private AdminAnswer gone(AdminState state, String startId) {
        ExitedProcess exited = state.exited().stream()
                .filter(each -> Long.toString(each.process().startId()).equals(startId))
                .findFirst()
                .orElseThrow(() -> ProcessTable.unknown(startId));
        return AdminAnswer.error(404, "Process with startId=" + startId + " has exited", json.exited(state, exited));
    }

    private AdminAnswer options(Routes.Call call) {
        EngineProcess process = processes.process(call.variable(0));
        return AdminAnswer.ok(
                ProcessJson.options(process.archive().flatMap(id -> domain.archive(process.database(), id))));
    }

    private AdminAnswer availableOptions(Routes.Call call) {
        return AdminAnswer.ok(Map.of("options", Map.of(ProcessJson.JOURNAL_HOT_COPY, "enable or disable")));
    }
}
