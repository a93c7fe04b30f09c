package io.hotcopy.admin;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * {@code kvstore}: small values that clients keep here, changed by comparison only. Bounded, for it lies in memory and
 * is written as a whole.
 */
final class KeyValueResource {

    private static final int LONGEST_KEY = 1024;
    private static final int LONGEST_VALUE = 64 * 1024;
    private static final int MOST_KEYS = 10_000;
    private static final int MOST_BYTES = 1024 * 1024;

    private final AdminStateFile file;

    KeyValueResource(Surroundings surroundings) {
        this.file = surroundings.file();
    }

    void on(Routes routes) {
        routes.get("kvstore/{key}", this::read).put("kvstore/{key}", this::write);
    }

    private AdminAnswer read(Routes.Call call) {
        String value = file.state().values().get(key(call));
        return AdminAnswer.ok(value == null ? Map.of() : Map.of("value", value));
    }

    private AdminAnswer write(Routes.Call call) {
        String key = key(call);
        Fields body = call.body();
        if (!body.optionalText("key").orElse(key).equals(key)) {
            throw UnmetRequestException.bad("the key of the body is another than that of the path");
        }
        String value = body.optionalText("newValue", Integer.MAX_VALUE)
                .orElseThrow(() -> UnmetRequestException.bad("\"newValue\" is missing"));
        requireShort("a value", value, LONGEST_VALUE);
        Optional<String> expected = body.optionalText("expectedValue", Integer.MAX_VALUE);
        boolean absent = body.flag("expectedAbsent", false);
        file.change(state -> {
            compare(Optional.ofNullable(state.values().get(key)), expected, absent);
            return state.withValues(with(state.values(), key, value));
        });
        return AdminAnswer.empty();
    }

    private static String key(Routes.Call call) {
        String key = call.variable(0);
        if (key.isEmpty()) {
            throw UnmetRequestException.bad("a key is wanted");
        }
        requireShort("a key", key, LONGEST_KEY);
        return key;
    }

    private static void requireShort(String what, String text, int longest) {
        if (bytes(text) > longest) {
            throw new UnmetRequestException(413, what + " has at most " + longest + " bytes");
        }
    }

    /** An absent value equals the empty text: scripts of the vendor rely on it. */
    private static void compare(Optional<String> present, Optional<String> expected, boolean absent) {
        boolean differs = expected.isPresent() && !expected.get().equals(present.orElse(""));
        if (differs || (absent && present.isPresent())) {
            throw UnmetRequestException.conflict("Current value for key does not match expected value");
        }
    }

    private static SortedMap<String, String> with(SortedMap<String, String> values, String key, String value) {
        SortedMap<String, String> more = new TreeMap<>(values);
        more.put(key, value);
        long all = more.entrySet().stream()
                .mapToLong(entry -> bytes(entry.getKey()) + bytes(entry.getValue()))
                .sum();
        if (more.size() > MOST_KEYS || all > MOST_BYTES) {
            throw new UnmetRequestException(
                    413, "the key-value store holds at most " + MOST_KEYS + " keys and " + MOST_BYTES + " bytes");
        }
        return more;
    }

    private static long bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
