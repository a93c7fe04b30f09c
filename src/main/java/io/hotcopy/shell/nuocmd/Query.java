package io.hotcopy.shell.nuocmd;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Parameters of a request in their order, written as the vendor's client writes them. */
final class Query {
    private final Map<String, List<String>> parameters = new LinkedHashMap<>();

    /** Truth values are written {@code True} and {@code False}. */
    Query with(String name, Object value) {
        parameters.computeIfAbsent(name, unused -> new ArrayList<>()).add(PythonText.str(value));
        return this;
    }

    /** The same, unless there is no value. */
    Query withIf(String name, Optional<?> value) {
        value.ifPresent(known -> with(name, known));
        return this;
    }

    Map<String, List<String>> parameters() {
        return Collections.unmodifiableMap(parameters);
    }
}
