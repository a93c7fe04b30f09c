package io.hotcopy.service.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Path and query of a request, decoded once. The path is split before it is decoded: a key of the vendor's store is one
 * segment, whatever slashes are in it.
 */
final class RequestTarget {
    private static final char FIRST_PRINTABLE = '!';
    private static final char LAST_PRINTABLE = '~';
    private static final int ESCAPE_LENGTH = 3;

    private RequestTarget() {}

    /**
     * The segments of a path.
     *
     * @param raw as it was sent, without query; {@code null} when the request names no path
     */
    static List<String> path(String raw) throws RefusedRequestException {
        if (raw == null || !raw.startsWith("/")) {
            throw new RefusedRequestException(400, "the request names no path");
        }
        List<String> segments = new ArrayList<>();
        for (String segment : raw.substring(1).split("/", -1)) {
            segments.add(segment(segment));
        }
        return segments;
    }

    /**
     * The parameters of a query, in the form that HTML forms have: a plus is a blank.
     *
     * @param raw as it was sent; {@code null} for none
     */
    static Map<String, List<String>> query(String raw) throws RefusedRequestException {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        if (raw == null) {
            return parameters;
        }
        for (String parameter : raw.split("&")) {
            if (!parameter.isEmpty()) {
                int equal = parameter.indexOf('=');
                String name = equal < 0 ? parameter : parameter.substring(0, equal);
                String value = equal < 0 ? "" : parameter.substring(equal + 1);
                parameters
                        .computeIfAbsent(formText(name), first -> new ArrayList<>())
                        .add(formText(value));
            }
        }
        return parameters;
    }

    private static String segment(String raw) throws RefusedRequestException {
        String segment = decoded(raw);
        if (segment.equals(".") || segment.equals("..")) {
            throw new RefusedRequestException(400, "the path has a segment \"" + segment + "\"");
        }
        return segment;
    }

    private static String formText(String raw) throws RefusedRequestException {
        return decoded(raw.replace("+", "%20"));
    }

    private static String decoded(String raw) throws RefusedRequestException {
        ByteBuffer bytes = ByteBuffer.allocate(raw.length());
        for (int at = 0; at < raw.length(); at++) {
            char letter = raw.charAt(at);
            if (letter == '%') {
                bytes.put(escaped(raw, at));
                at += ESCAPE_LENGTH - 1;
            } else if (letter >= FIRST_PRINTABLE && letter <= LAST_PRINTABLE) {
                bytes.put((byte) letter);
            } else {
                throw new RefusedRequestException(400, "the address has a character that is not escaped");
            }
        }
        return text(bytes.flip());
    }

    private static byte escaped(String raw, int at) throws RefusedRequestException {
        int high = at + 1 < raw.length() ? Character.digit(raw.charAt(at + 1), 16) : -1;
        int low = at + 2 < raw.length() ? Character.digit(raw.charAt(at + 2), 16) : -1;
        if (high < 0 || low < 0) {
            throw new RefusedRequestException(400, "the address has a % without two hexadecimal digits");
        }
        return (byte) (high << 4 | low);
    }

    private static String text(ByteBuffer bytes) throws RefusedRequestException {
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
            if (text.indexOf('\0') >= 0) {
                throw new RefusedRequestException(400, "the address has a character NUL");
            }
            return text;
        } catch (CharacterCodingException otherBytes) {
            throw new RefusedRequestException(400, "the address is not UTF-8");
        }
    }
}
