package io.hotcopy.admin;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One request of the administration protocol, whatever it came by.
 *
 * @param method {@code GET}, {@code POST}, {@code PUT} or {@code DELETE}
 * @param path the segments after {@code /api/1/}, decoded once: {@code databases/a%2Fb} is two of them
 * @param query its parameters, decoded, each name with all its values in order; a parameter without value has ""
 * @param body the JSON object that came with it, its values as {@link AdminJson} reads them; empty when none came
 */
public record AdminRequest(
        String method, List<String> path, Map<String, List<String>> query, Optional<Map<String, Object>> body) {

    public AdminRequest {
        path = List.copyOf(path);
    }

    public static AdminRequest get(Map<String, List<String>> query, String... path) {
        return new AdminRequest("GET", List.of(path), query, Optional.empty());
    }
}
