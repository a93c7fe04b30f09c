package io.hotcopy.service.attach;

import io.hotcopy.admin.AdminJson;
import io.hotcopy.problem.HotCopyException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.FileSystem;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Java values as the values of {@link AdminJson}, and back: records, sealed interfaces of records, enums, collections
 * of them, words, and {@link HotCopyException}. What is read becomes only what its declared type says: no text from the
 * wire chooses a class but among those that a sealed interface permits. Safe for several threads.
 */
final class WireJson {
    private final Map<Class<?>, WireForm> scalars;
    private final Map<Type, WireForm> known = new ConcurrentHashMap<>();

    /** @param files where paths that are read belong */
    WireJson(FileSystem files) {
        scalars = WireScalars.all(files);
    }

    /** @param type as declared; the value is one of it */
    Object write(Type type, Object value) {
        return of(type).write(value);
    }

    /**
     * Reads what was written of a value of the same type.
     *
     * @throws IllegalArgumentException when it is no value of it
     */
    Object read(Type type, Object tree) {
        return of(type).read(tree);
    }

    /** @throws IllegalStateException for a type that must not be in what crosses processes */
    WireForm of(Type type) {
        WireForm form = known.get(type);
        if (form == null) {
            form = make(type);
            known.put(type, form);
        }
        return form;
    }

    private WireForm make(Type type) {
        if (type instanceof ParameterizedType whole) {
            List<WireForm> elements =
                    Stream.of(whole.getActualTypeArguments()).map(this::of).toList();
            return WireCollections.of((Class<?>) whole.getRawType(), elements);
        }
        Class<?> plain = (Class<?>) type;
        if (scalars.containsKey(plain)) {
            return scalars.get(plain);
        } else if (plain == HotCopyException.class) {
            return new WireTrouble(this);
        } else if (plain.isEnum()) {
            return new Constants(plain);
        } else if (plain.isRecord()) {
            return new WireRecord(
                    plain,
                    Arrays.stream(plain.getRecordComponents())
                            .map(RecordComponent::getGenericType)
                            .map(this::of)
                            .toList());
        } else if (plain.isSealed()) {
            return new Kinds(plain, this);
        }
        throw new IllegalStateException("not on the wire: " + type);
    }

    /** The constants of an enum by their names. */
    private record Constants(Map<String, Object> byName) implements WireForm {
        Constants(Class<?> type) {
            this(Stream.of(type.getEnumConstants())
                    .collect(Collectors.toMap(constant -> ((Enum<?>) constant).name(), Function.identity())));
        }

        @Override
        public Object write(Object value) {
            return ((Enum<?>) value).name();
        }

        @Override
        public Object read(Object tree) {
            if (!(tree instanceof String name) || !byName.containsKey(name)) {
                throw WireForm.isNo(tree, "one of " + byName.keySet());
            }
            return byName.get(name);
        }
    }

    /** A sealed interface: which kind it is, by its simple name, and the value as one of that kind. */
    private static final class Kinds implements WireForm {
        private static final String KIND = "kind";
        private static final String VALUE = "value";

        private final Map<String, Class<?>> kinds;
        private final WireJson wire;

        Kinds(Class<?> type, WireJson wire) {
            this.kinds = Stream.of(type.getPermittedSubclasses())
                    .collect(Collectors.toMap(Class::getSimpleName, Function.identity()));
            this.wire = wire;
        }

        @Override
        public Object write(Object value) {
            Class<?> kind = value.getClass();
            return Map.of(KIND, kind.getSimpleName(), VALUE, wire.write(kind, value));
        }

        @Override
        public Object read(Object tree) {
            if (!(tree instanceof Map<?, ?> tagged)
                    || !(tagged.get(KIND) instanceof String kind)
                    || !kinds.containsKey(kind)) {
                throw WireForm.isNo(tree, "one of " + kinds.keySet());
            }
            return wire.read(kinds.get(kind), tagged.get(VALUE));
        }
    }
}
