package io.hotcopy.admin;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code peers} and {@code regions}: the declared hosts, as if on each an admin process ran. */
final class PeerResource {

    /** All of them are in this process. */
    private static final String ADDRESS = "127.0.0.1";

    private static final Set<String> FIELDS = Set.of(
            "id",
            "address",
            "peerState",
            "isLocal",
            "isEvicted",
            "version",
            "labels.*",
            "connectedState.state",
            "localRoleInfo.role",
            "localRoleInfo.lifeCycle");

    private final DomainView domain;
    private final String version;

    PeerResource(Surroundings surroundings) {
        this.domain = surroundings.domain();
        this.version = surroundings.settings().version();
    }

    void on(Routes routes) {
        routes.get("peers", call -> Page.of(call.request(), peers(), FIELDS))
                .get("peers/{id}", this::one)
                .get("regions", call -> Page.of(call.request(), regions(), Set.of("id", "name")))
                .get("regions/{id}", this::region);
    }

    private AdminAnswer one(Routes.Call call) {
        return AdminAnswer.ok(withId(call.variable(0), peers(), "No server found with id="));
    }

    private AdminAnswer region(Routes.Call call) {
        return AdminAnswer.ok(withId(call.variable(0), regions(), "No region found with id="));
    }

    private static Map<String, Object> withId(String id, List<Map<String, Object>> rows, String none) {
        return rows.stream()
                .filter(row -> row.get("id").toString().equals(id))
                .findFirst()
                .orElseThrow(() -> UnmetRequestException.unknown(none + Fields.shown(id)));
    }

    private List<Map<String, Object>> peers() {
        Set<String> cutOff = domain.hostsCutOff();
        return domain.hosts().stream()
                .map(host -> peer(host, !cutOff.contains(host)))
                .toList();
    }

    private Map<String, Object> peer(String host, boolean connected) {
        Map<String, Object> peer = new LinkedHashMap<>();
        peer.put("id", host);
        peer.put("address", ADDRESS);
        peer.put("peerState", "ACTIVE");
        peer.put("isLocal", host.equals(domain.localHost()));
        peer.put("isEvicted", false);
        peer.put("isPassive", false);
        peer.put("version", version);
        peer.put("labels", Map.of("region", domain.regionOf(host), "host", host));
        peer.put("connectedState", connected ? connected() : Map.of("state", "Disconnected"));
        if (connected) {
            peer.put("localRoleInfo", role(host));
        }
        return peer;
    }

    private static Map<String, Object> connected() {
        Map<String, Object> state = new LinkedHashMap<>();
        state.put("state", "Connected");
        state.put("latency", 0);
        state.put("lastAckDeltaMillis", 0);
        return state;
    }

    /** There is one admin state, and nothing to elect: the first host leads, for ever. */
    private Map<String, Object> role(String host) {
        Map<String, Object> role = new LinkedHashMap<>();
        role.put("role", host.equals(domain.localHost()) ? "LEADER" : "FOLLOWER");
        role.put("lifeCycle", "ACTIVE");
        role.put("leaderServerId", domain.localHost());
        role.put("localPeerTermIndexInfo", Map.of("logLastTerm", 1, "commitIndex", 1, "logLastIndex", 1));
        return role;
    }

    private List<Map<String, Object>> regions() {
        List<Map<String, Object>> regions = new ArrayList<>();
        for (int index = 0; index < domain.regions().size(); index++) {
            Map<String, Object> region = new LinkedHashMap<>();
            region.put("id", index);
            region.put("name", domain.regions().get(index).name());
            regions.add(region);
        }
        return regions;
    }
}
