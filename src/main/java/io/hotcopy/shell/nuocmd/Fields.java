package io.hotcopy.shell.nuocmd;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads JSON that came from a service, which may be any; what is not as it must be ends the command. */
final class Fields {
    private Fields() {}

    /** The value at the end of a way through objects, null when it breaks off. */
    static Object at(Map<String, Object> json, String... way) {
        Object value = json;
        for (String name : way) {
            if (!(value instanceof Map<?, ?> map)) {
                return null;
            }
            value = map.get(name);
        }
        return value;
    }

    /** The value of a key, another when there is no such key; a null that was sent stays null. */
    static Object or(Map<String, Object> json, String key, Object otherwise) {
        return json.containsKey(key) ? json.get(key) : otherwise;
    }

    /** @throws CommandFailure when there is no such key */
    static Object required(Map<String, Object> json, String key) {
        if (!json.containsKey(key)) {
            throw new CommandFailure(PythonText.repr(key));
        }
        return json.get(key);
    }

    /** @throws CommandFailure when it is no object */
    static Map<String, Object> object(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> object = new LinkedHashMap<>();
            map.forEach((key, item) -> object.put(String.valueOf(key), item));
            return object;
        }
        throw new CommandFailure("an object was expected, not " + PythonText.repr(value));
    }

    /** @throws CommandFailure when it is no list of objects */
    static List<Map<String, Object>> objects(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(Fields::object).toList();
        }
        throw new CommandFailure("a list was expected, not " + PythonText.repr(value));
    }

    /** @throws CommandFailure when it is no whole number */
    static long whole(Object value) {
        if (value instanceof Number number && !(value instanceof Double)) {
            return number.longValue();
        }
        throw new CommandFailure("a whole number was expected, not " + PythonText.repr(value));
    }

    /** Whether Python takes it for true. */
    static boolean isTruth(Object value) {
        if (value instanceof Boolean truth) {
            return truth;
        } else if (value instanceof Number number) {
            return number.doubleValue() != 0;
        } else if (value instanceof String text) {
            return !text.isEmpty();
        } else if (value instanceof List<?> list) {
            return !list.isEmpty();
        } else if (value instanceof Map<?, ?> map) {
            return !map.isEmpty();
        }
        return value != null;
    }
}
