package io.hotcopy.shell.nuocmd;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Something that the service told about: its JSON, and the properties that the vendor's client reads from it. */
final class Entity {
    private final String type;
    private final Map<String, Object> json;
    private final TreeMap<String, Object> properties = new TreeMap<>();

    /** @param type what the vendor's client calls it */
    Entity(String type, Map<String, Object> json) {
        this.type = type;
        this.json = json;
    }

    /** Adds a property; one that is null has no value, but can be asked for. */
    Entity with(String property, Object value) {
        properties.put(property, value);
        return this;
    }

    String type() {
        return type;
    }

    Map<String, Object> json() {
        return Collections.unmodifiableMap(json);
    }

    Map<String, Object> properties() {
        return Collections.unmodifiableMap(properties);
    }

    /** The value of a property as text, {@code None} when it has none. */
    String text(String property) {
        return PythonText.str(properties.get(property));
    }

    /** What format strings can name: the properties, and keys of the JSON that no property is called like. */
    Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>(json);
        fields.putAll(properties);
        return fields;
    }

    /** {@code Type(property=value, …)}, sorted, without those that have no value. */
    @Override
    public String toString() {
        return properties.entrySet().stream()
                .filter(property -> property.getValue() != null)
                .map(property -> property.getKey() + "=" + PythonText.ofProperty(property.getValue()))
                .collect(Collectors.joining(", ", type + "(", ")"));
    }
}
