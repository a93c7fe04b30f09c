package io.hotcopy.service.http;

import io.hotcopy.admin.AdminClient;
import io.hotcopy.admin.AdminJson;
import io.hotcopy.admin.AdminRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Requests that came over the network, as an {@link AdminClient} takes them. */
final class ApiService implements MountedService {
    private final AdminClient api;

    ApiService(AdminClient api) {
        this.api = api;
    }

    @Override
    public Reply answer(Call call) {
        if (call.body().length == 0) {
            return asked(call, Optional.empty());
        }
        Optional<Map<String, Object>> body = AdminJson.read(call.body()).flatMap(ApiService::object);
        return body.isPresent() ? asked(call, body) : Reply.error(400, "the body is not a JSON object in UTF-8");
    }

    private Reply asked(Call call, Optional<Map<String, Object>> body) {
        return Reply.of(api.send(new AdminRequest(call.method(), call.path(), call.query(), body)));
    }

    private static Optional<Map<String, Object>> object(Object value) {
        if (!(value instanceof Map<?, ?> found)) {
            return Optional.empty();
        }
        Map<String, Object> object = new LinkedHashMap<>();
        found.forEach((name, member) -> object.put((String) name, member));
        return Optional.of(object);
    }
}
