package io.hotcopy.service.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** How requests are put on the wire: mostly rightly. */
final class HostileFraming {
    private static final List<String> HEADERS = List.of(
            "Origin: http://evil.example",
            "Host: evil.example",
            "Authorization: Bearer x",
            "Authorization: \u00ff",
            "Expect: 100-continue",
            "Expect: 200-ok",
            "Content-Encoding: gzip",
            "Content-Type: multipart/form-data; boundary=x",
            "Upgrade: h2c\r\nConnection: Upgrade, HTTP2-Settings\r\nHTTP2-Settings: AAMAAABkAAQAoAAAAAIAAAAA",
            "X: " + "y".repeat(10_000),
            "X: nul\0nul",
            "No colon",
            " folded: line",
            "Transfer-Encoding: chunked",
            "Transfer-Encoding: gzip, chunked",
            "Transfer-Encoding: identity",
            "Content-Length: 0",
            "Content-Length: -1",
            "Content-Length: 99999999999999999999",
            "Content-Length: 7, 7",
            "Content-Length: x",
            "Cookie: a=\"",
            "Range: bytes=0-");

    private static final List<String> FIRST_LINE_ENDS =
            List.of(" HTTP/1.0", " HTTP/0.9", " HTTP/2.0", " HTTP/9.9", " http/1.1", "", " HTTP/1.1 x", "\t HTTP/1.1");

    private final RandomGenerator random;
    private final HostileValues values;

    HostileFraming(RandomGenerator random, HostileValues values) {
        this.random = random;
        this.values = values;
    }

    /** @param body none when empty */
    byte[] framed(String method, String target, byte[] body) {
        StringBuilder head = new StringBuilder(method).append(' ').append(target);
        head.append(rarely() ? values.one(FIRST_LINE_ENDS) : " HTTP/1.1").append("\r\n");
        if (!rarely()) {
            head.append("Host: localhost\r\n");
        }
        if (random.nextInt(8) == 0) {
            head.append(values.one(HEADERS)).append("\r\n");
        }
        boolean chunked = body.length > 0 && random.nextInt(8) == 0;
        head.append(chunked ? "Transfer-Encoding: chunked\r\n" : length(body.length));
        byte[] whole = joined(head.append("\r\n").toString(), chunked ? chunks(body) : body);
        return random.nextInt(10) == 0 ? damaged(whole) : whole;
    }

    private String length(int right) {
        int told = rarely() ? Math.max(0, right + random.nextInt(-20, 21)) : right;
        return told == 0 && random.nextBoolean() ? "" : "Content-Length: " + told + "\r\n";
    }

    private byte[] chunks(byte[] body) {
        int cut = random.nextInt(body.length + 1);
        ByteArrayOutputStream chunks = new ByteArrayOutputStream();
        for (byte[] chunk : List.of(Arrays.copyOf(body, cut), Arrays.copyOfRange(body, cut, body.length))) {
            if (chunk.length > 0) {
                int told = rarely() ? chunk.length + random.nextInt(1, 9) : chunk.length;
                chunks.writeBytes(joined(Integer.toHexString(told) + "\r\n", chunk));
                chunks.writeBytes(joined("\r\n", new byte[0]));
            }
        }
        chunks.writeBytes(joined(rarely() ? "zz\r\n" : "0\r\n\r\n", new byte[0]));
        return chunks.toByteArray();
    }

    /** Cut off, or with some bytes changed, left out or sent twice. */
    private byte[] damaged(byte[] whole) {
        int at = random.nextInt(whole.length);
        int end = Math.min(whole.length, at + random.nextInt(1, 20));
        byte[] before = Arrays.copyOf(whole, at);
        byte[] after = Arrays.copyOfRange(whole, end, whole.length);
        byte[] piece = Arrays.copyOfRange(whole, at, end);
        return switch (random.nextInt(4)) {
            case 0 -> before;
            case 1 -> joined(before, after);
            case 2 -> joined(joined(before, piece), joined(piece, after));
            default -> {
                random.nextBytes(piece);
                yield joined(joined(before, piece), after);
            }
        };
    }

    private boolean rarely() {
        return random.nextInt(25) == 0;
    }

    private static byte[] joined(String head, byte[] tail) {
        return joined(head.getBytes(StandardCharsets.ISO_8859_1), tail);
    }

    private static byte[] joined(byte[] head, byte[] tail) {
        byte[] joined = Arrays.copyOf(head, head.length + tail.length);
        System.arraycopy(tail, 0, joined, head.length, tail.length);
        return joined;
    }
}
