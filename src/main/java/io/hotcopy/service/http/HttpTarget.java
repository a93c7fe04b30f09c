package io.hotcopy.service.http;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Path and query of a request as they are sent: what {@link RequestTarget} reads. */
public final class HttpTarget {
    private static final String UNRESERVED = "-._~";

    private HttpTarget() {}

    /** The path of some segments, and after it the parameters, if there are any. */
    public static String of(List<String> place, List<String> path, Map<String, List<String>> query) {
        String segments = Stream.of(place, path)
                .flatMap(Collection::stream)
                .map(HttpTarget::encoded)
                .collect(Collectors.joining("/", "/", ""));
        String parameters = query.entrySet().stream()
                .flatMap(parameter ->
                        parameter.getValue().stream().map(value -> encoded(parameter.getKey()) + "=" + encoded(value)))
                .collect(Collectors.joining("&"));
        return parameters.isEmpty() ? segments : segments + "?" + parameters;
    }

    /** All but letters, digits and four signs escaped, as RFC 3986 says: nothing in it can be taken for a separator. */
    static String encoded(String text) {
        StringBuilder encoded = new StringBuilder();
        for (byte next : text.getBytes(StandardCharsets.UTF_8)) {
            char letter = (char) (next & 0xFF);
            if (isPlain(letter)) {
                encoded.append(letter);
            } else {
                encoded.append(String.format("%%%02X", (int) letter));
            }
        }
        return encoded.toString();
    }

    private static boolean isPlain(char letter) {
        boolean asciiLetter = letter >= 'a' && letter <= 'z' || letter >= 'A' && letter <= 'Z';
        return asciiLetter || letter >= '0' && letter <= '9' || UNRESERVED.indexOf(letter) >= 0;
    }
}
