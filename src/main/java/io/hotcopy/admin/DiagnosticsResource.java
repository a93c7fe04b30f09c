package io.hotcopy.admin;

import java.util.LinkedHashMap;
import java.util.Map;

/** {@code diagnostics}: what clients ask of the server itself. */
final class DiagnosticsResource {

    private final DomainView domain;
    private final AdminSettings settings;

    DiagnosticsResource(Surroundings surroundings) {
        this.domain = surroundings.domain();
        this.settings = surroundings.settings();
    }

    void on(Routes routes) {
        routes.post("diagnostics/log", this::log).get("diagnostics/config", this::config);
    }

    private AdminAnswer log(Routes.Call call) {
        String message = call.body().text("message");
        settings.log().accept("client: " + message.replaceAll("\\p{Cntrl}", " "));
        Map<String, Object> server = new LinkedHashMap<>();
        server.put("serverVersion", settings.version());
        server.put("serverTimeMillis", settings.clock().millis());
        server.put("licenseType", "None");
        return AdminAnswer.ok(server);
    }

    private AdminAnswer config(Routes.Call call) {
        return AdminAnswer.ok(Map.of("properties", Map.of("ThisServerId", domain.localHost())));
    }
}
