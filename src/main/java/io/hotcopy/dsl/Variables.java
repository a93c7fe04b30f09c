package io.hotcopy.dsl;

import io.hotcopy.problem.SourceSpan;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The names that {@code def} and {@code for} have given to values, seen from one block. */
final class Variables {

    private record Definition(Value value, SourceSpan span) {}

    private final Optional<Variables> outer;
    private final Map<String, Definition> own = new LinkedHashMap<>();

    private Variables(Optional<Variables> outer) {
        this.outer = outer;
    }

    static Variables none() {
        return new Variables(Optional.empty());
    }

    /** Those that a block inside sees: these, and what it defines itself. */
    Variables inner() {
        return new Variables(Optional.of(this));
    }

    void define(String name, Value value, SourceSpan span) {
        own.put(name, new Definition(value, span));
    }

    Optional<Value> value(String name) {
        return find(name).map(Definition::value);
    }

    /** Where the name has got its value. */
    Optional<SourceSpan> placeOf(String name) {
        return find(name).map(Definition::span);
    }

    /** All names that can be used here. */
    List<String> names() {
        return Stream.concat(outer.stream().flatMap(variables -> variables.names().stream()), own.keySet().stream())
                .toList();
    }

    private Optional<Definition> find(String name) {
        return own.containsKey(name) ? Optional.of(own.get(name)) : outer.flatMap(variables -> variables.find(name));
    }
}
