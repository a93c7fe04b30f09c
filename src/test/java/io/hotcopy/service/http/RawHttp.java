package io.hotcopy.service.http;

import io.hotcopy.admin.AdminJson;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A client that says over a socket exactly what it is told to, however wrong, and reads what comes back. */
final class RawHttp implements AutoCloseable {
    /** Far above what any answer may take: it ends a test whose server hangs. */
    private static final int HANGS_MILLIS = 60_000;

    private static final int CONTINUE = 100;

    private final Socket socket;
    private final InputStream in;

    RawHttp(int port) throws IOException {
        socket = new Socket(InetAddress.getByName("127.0.0.1"), port);
        socket.setSoTimeout(HANGS_MILLIS);
        in = socket.getInputStream();
    }

    /** @param headers by their names in lower case */
    record Answer(int status, Map<String, String> headers, byte[] body) {

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        /** The message of an error, when this is one in the form of the administration protocol. */
        Optional<String> error() {
            return AdminJson.read(body)
                    .filter(json -> json instanceof Map<?, ?> map
                            && map.get("code").equals(status)
                            && map.get("messages") instanceof List<?>)
                    .map(json -> ((List<?>) ((Map<?, ?>) json).get("messages"))
                            .get(0)
                            .toString());
        }

        @Override
        public String toString() {
            return status + " " + text();
        }
    }

    /** Asks once, on a connection of its own. */
    static Answer ask(int port, String request) throws IOException {
        try (RawHttp connection = new RawHttp(port)) {
            connection.send(request);
            return connection.answer().orElseThrow(() -> new EOFException("no answer"));
        }
    }

    /** Sends all, then nothing more for ever, and reads answers until the server closes. */
    static List<Answer> askAll(int port, byte[] requests) throws IOException {
        try (RawHttp connection = new RawHttp(port)) {
            List<Answer> answers = new ArrayList<>();
            try {
                connection.socket.getOutputStream().write(requests);
                connection.socket.shutdownOutput();
            } catch (SocketException heardEnough) {
                // It may answer and close before all is sent; what it said is read below.
            }
            try {
                for (Optional<Answer> next = connection.answer(); next.isPresent(); next = connection.answer()) {
                    answers.add(next.get());
                }
            } catch (SocketException closedOverUnreadBytes) {
                return answers;
            }
            return answers;
        }
    }

    /** Sends text, a byte for each character. */
    void send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** The next answer, after any that only says to go on; empty when the server has closed instead. */
    Optional<Answer> answer() throws IOException {
        Optional<Answer> next = anyAnswer();
        return next.isPresent() && next.get().status() == CONTINUE ? answer() : next;
    }

    /** The next answer, also one that only says to go on. */
    Optional<Answer> anyAnswer() throws IOException {
        String line = line();
        if (line.isEmpty()) {
            return Optional.empty();
        }
        int status = Integer.parseInt(line.split(" ")[1]);
        Map<String, String> headers = new TreeMap<>();
        for (String header = line(); !header.isEmpty(); header = line()) {
            String[] parts = header.split(":", 2);
            headers.put(parts[0].toLowerCase(Locale.ROOT), parts[1].strip());
        }
        int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
        byte[] body = in.readNBytes(length);
        if (body.length < length) {
            throw new EOFException("an answer that ends in its middle");
        }
        return Optional.of(new Answer(status, headers, body));
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            line.write(next);
        }
        return line.toString(StandardCharsets.ISO_8859_1).strip();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
