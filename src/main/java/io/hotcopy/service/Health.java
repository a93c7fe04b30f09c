package io.hotcopy.service;

import io.hotcopy.admin.AdminAnswer;
import io.hotcopy.live.LocalDomain;
import io.hotcopy.model.Database;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Whether a domain serves, for whoever watches it: 200 when all its databases do, else 503. Asks no disk. */
final class Health implements Supplier<AdminAnswer> {
    private static final String UP = "up";

    private final LocalDomain domain;

    Health(LocalDomain domain) {
        this.domain = domain;
    }

    @Override
    public AdminAnswer get() {
        Map<String, String> databases = new LinkedHashMap<>();
        domain.declared().databases().stream()
                .map(Database::name)
                .forEach(name -> databases.put(
                        name, domain.embedded().database(name).stopped().isEmpty() ? UP : "stopped"));
        boolean up = domain.isThere() && databases.values().stream().allMatch(UP::equals);
        Map<String, Object> health = new LinkedHashMap<>();
        health.put("status", domain.isThere() ? up ? UP : "degraded" : "stopping");
        health.put("domain", domain.name());
        health.put("databases", databases);
        health.put(
                "hotCopies",
                domain.copies().all().stream()
                        .filter(copy -> !copy.state().isEnded())
                        .count());
        return up
                ? AdminAnswer.ok(health)
                : AdminAnswer.error(503, "domain \"" + domain.name() + "\" does not serve as a whole", health);
    }
}
