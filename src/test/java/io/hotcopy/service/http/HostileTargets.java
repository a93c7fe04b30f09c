package io.hotcopy.service.http;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** What becomes of addresses. */
final class HostileTargets {
    private static final List<String> RAW = List.of(
            "",
            ".",
            "..",
            "%2e%2e",
            ".%2E",
            "%2F",
            "%252F",
            "..%2F..%2F..%2Fetc%2Fpasswd",
            "%00",
            "%zz",
            "%",
            "%4",
            "%C0%AF",
            "%ff",
            "%E2%82%AC",
            "%0A",
            "%0d%0aHost:%20evil",
            "%5C",
            "\\",
            ";x=y",
            "a;b=c",
            "..;",
            "|",
            "\u00e9",
            "#fragment",
            "a b",
            "*",
            "http:",
            "{}",
            "\"",
            "~",
            "+");

    private final RandomGenerator random;
    private final HostileValues values;

    HostileTargets(RandomGenerator random, HostileValues values) {
        this.random = random;
        this.values = values;
    }

    String changed(String target) {
        String[] parts = target.split("\\?", 2);
        boolean inQuery = parts.length > 1 && random.nextBoolean();
        String path = inQuery ? parts[0] : changed(parts[0], "/");
        if (parts.length == 1) {
            return random.nextInt(5) > 0 ? path : path + "?" + piece() + "=" + piece();
        }
        return path + "?" + (inQuery ? changedQuery(parts[1]) : parts[1]);
    }

    /** A piece as it is sent. */
    private String piece() {
        return random.nextInt(3) > 0 ? HttpTarget.encoded(values.text()) : values.one(RAW);
    }

    private String changed(String text, String separator) {
        List<String> pieces = new ArrayList<>(Arrays.asList(text.split(separator, -1)));
        int at = random.nextInt(pieces.size());
        switch (random.nextInt(5)) {
            case 0 -> pieces.add(at, piece());
            case 1 -> pieces.remove(at);
            case 2 -> pieces.add(piece());
            default -> pieces.set(at, piece());
        }
        return String.join(separator, pieces);
    }

    private String changedQuery(String query) {
        List<String> parameters = new ArrayList<>(Arrays.asList(query.split("&")));
        int at = random.nextInt(parameters.size());
        String name = parameters.get(at).split("=", 2)[0];
        switch (random.nextInt(6)) {
            case 0 -> parameters.remove(at);
            case 1 -> parameters.add(parameters.get(at));
            case 2 -> parameters.set(at, name);
            case 3 -> parameters.add(piece() + "=" + piece());
            default -> parameters.set(at, name + "=" + piece());
        }
        return String.join("&", parameters);
    }
}
