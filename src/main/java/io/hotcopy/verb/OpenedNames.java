package io.hotcopy.verb;

import io.hotcopy.embedded.OpenedArchives;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Restored archives that are open for reading, by the names that people gave them. */
final class OpenedNames implements AutoCloseable {
    private final Map<String, OpenedArchives> byName = new LinkedHashMap<>();

    void add(String name, OpenedArchives archives) {
        byName.put(name, archives);
    }

    Optional<OpenedArchives> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    Set<String> names() {
        return byName.keySet();
    }

    @Override
    public void close() {
        byName.values().forEach(OpenedArchives::close);
        byName.clear();
    }
}
