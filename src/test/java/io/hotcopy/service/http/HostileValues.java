package io.hotcopy.service.http;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Values that nobody expects where they come, and what bodies become when they come there. */
final class HostileValues {
    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "\0",
            "..",
            ".",
            "/",
            "//",
            "../../../../etc/passwd",
            "/tmp/../../etc",
            "relative/path",
            "/proc/self/fd/0",
            "a".repeat(5_000),
            "/" + "x".repeat(300),
            "€😀\u202e",
            "line\r\nfeed: header",
            "%s%n%x",
            "${jndi:x}",
            "(a+)+$",
            "(((((.*)*)*)*)*)!",
            "[",
            "label(a",
            "label(a b) label(c d)",
            "-1",
            "0",
            "1.5",
            "1e9",
            "00000000000000000007",
            "99999999999999999999",
            "-9223372036854775808",
            "2147483648",
            "NaN",
            "True",
            "null",
            "3f0c8a56-8f7e-4c1d-9a55-0d6d7f0c0a01",
            "not-a-uuid",
            "hotCopyStatus",
            "journal",
            "SM");

    private final RandomGenerator random;

    HostileValues(RandomGenerator random) {
        this.random = random;
    }

    String text() {
        return one(TEXTS);
    }

    Object value() {
        return switch (random.nextInt(14)) {
            case 0 -> null;
            case 1 -> true;
            case 2 -> random.nextInt(-2, 3);
            case 3 -> random.nextLong();
            case 4 -> BigInteger.TEN.pow(400);
            case 5 -> Double.MAX_VALUE;
            case 6 -> 0.5;
            case 7 -> List.of();
            case 8 -> new LinkedHashMap<>();
            case 9 -> Collections.nCopies(1_000, text());
            case 10 -> nested(random.nextBoolean() ? 40 : 400);
            default -> text();
        };
    }

    /** A body in which one thing is not as it was. */
    Object changed(Object body) {
        if (body instanceof Map<?, ?> map && !map.isEmpty() && random.nextInt(8) > 0) {
            return changedMap(map);
        }
        if (body instanceof List<?> list && !list.isEmpty() && random.nextInt(4) > 0) {
            List<Object> changed = new ArrayList<>(list);
            int at = random.nextInt(changed.size());
            changed.set(at, changed(changed.get(at)));
            return changed;
        }
        return value();
    }

    private Map<Object, Object> changedMap(Map<?, ?> map) {
        Map<Object, Object> changed = new LinkedHashMap<>(map);
        Object key = one(List.copyOf(map.keySet()));
        switch (random.nextInt(6)) {
            case 0 -> changed.remove(key);
            case 1 -> changed.put(text(), changed.remove(key));
            case 2 -> changed.put(text(), value());
            case 3 -> changed.put(key, value());
            default -> changed.put(key, changed(map.get(key)));
        }
        return changed;
    }

    private static Object nested(int depth) {
        Object nested = List.of();
        for (int level = 0; level < depth; level++) {
            nested = List.of(nested);
        }
        return nested;
    }

    <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
