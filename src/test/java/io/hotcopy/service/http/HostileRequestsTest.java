package io.hotcopy.service.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotcopy.admin.AdminJson;
import io.hotcopy.service.ServedDomain;
import io.hotcopy.service.http.RawHttp.Answer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The true service under requests that nobody should send: it answers each, blames the client, lives on, and writes
 * nothing outside the directory that it was allowed and its own.
 */
class HostileRequestsTest {
    private static final int REQUESTS = 10_000;
    private static final int CLIENTS = 4;
    private static final long SEED = 20261127;
    /** After so many requests of one client the storage managers that it has stopped are started again. */
    private static final int REPAIR = 100;

    private static final String DOMAIN = """
            domain('acme') {
                embedded home: 'data/acme'
                region 'east', hosts: ['e1', 'e2', 'e3']
                database('test') {
                    transactionEngines hosts: ['e1', 'e2', 'e3']
                    storageManager archive: 0, host: 'e1', journalHotCopy: true
                    storageManager archive: 1, host: 'e2', journalHotCopy: true
                    storageManager archive: 2, host: 'e3', journalHotCopy: true
                }
            }
            """;

    @TempDir
    private Path scratch;

    private Path directory;
    private Path allowed;
    private Path forbidden;
    private final Map<Integer, LongAdder> statuses = new ConcurrentSkipListMap<>();

    @BeforeEach
    void aDirectoryThatIsAllowedAndOneThatIsNot() throws IOException {
        directory = scratch.toRealPath();
        allowed = Files.createDirectory(directory.resolve("allowed"));
        forbidden = Files.createDirectory(directory.resolve("forbidden"));
        Files.createDirectory(forbidden.resolve("s"));
        Files.writeString(forbidden.resolve("kept"), "as it was");
        Files.createSymbolicLink(allowed.resolve("link"), forbidden);
        Files.writeString(directory.resolve("acme.groovy"), DOMAIN);
        Files.createDirectory(directory.resolve(".hotcopy"));
    }

    @Test
    @Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void tenThousandAreAnsweredAndNothingIsWrittenWhereItMayNotBe() throws Exception {
        try (ServedDomain served = ServedDomain.of(directory, "acme.groovy", "--allow", allowed.toString())) {
            Map<String, String> before = surroundings();

            askAll(served.address().getPort());

            assertTrue(served.isAlive(), served.output());
            assertEquals(200, ask(served.address().getPort(), "GET /health HTTP/1.1"));
            assertEquals(before, surroundings(), "something has changed outside the directory allowed, seed " + SEED);
        }
        assertEquals(List.of(), named(directory.resolve("data"), "set.yaml"), "copied into the domain's home");
        assertTrue(!named(allowed, "set.yaml").isEmpty(), () -> "no hot copy was made at all: " + statuses);
        long answered = statuses.values().stream().mapToLong(LongAdder::sum).sum();
        assertTrue(answered > REQUESTS * 9 / 10, () -> "of " + REQUESTS + " only these were answered: " + statuses);
        assertTrue(
                statuses.get(200).sum() > REQUESTS / 10 && statuses.get(400).sum() > REQUESTS / 10,
                () -> "not a mixture of sense and nonsense: " + statuses);
    }

    private void askAll(int port) throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int client = 0; client < CLIENTS; client++) {
                long seed = SEED + client;
                running.add(clients.submit(() -> {
                    askFrom(seed, port);
                    return null;
                }));
            }
            for (Future<?> one : running) {
                one.get();
            }
        } finally {
            clients.shutdownNow();
        }
    }

    private void askFrom(long seed, int port) throws IOException {
        HostileRequests requests = new HostileRequests(seed, this::here);
        for (int number = 0; number < REQUESTS / CLIENTS; number++) {
            byte[] request = requests.next();
            check(request, port, "seed " + seed + ", request " + number);
            if (number % REPAIR == REPAIR - 1) {
                repair(port);
            }
        }
    }

    /** Half of what the client was recorded to ask for lies where it may, the rest beside it, by several ways. */
    private String here(String recorded) {
        return recorded.replace("\"/b/", "\"" + allowed + "/")
                .replace("\"/data/", "\"" + allowed + "/archive-")
                .replace("\"/backups/", "\"" + forbidden + "/")
                .replace("\"/fast/", "\"" + allowed + "/../forbidden/")
                .replace("\"/s\"", "\"" + allowed + "/link/s\"");
    }

    private void check(byte[] request, int port, String which) throws IOException {
        String text = new String(request, StandardCharsets.ISO_8859_1);
        for (Answer answer : RawHttp.askAll(port, request)) {
            statuses.computeIfAbsent(answer.status(), first -> new LongAdder()).increment();
            assertTrue(
                    answer.status() >= 200 && answer.status() < 500,
                    () -> which + " of " + REQUESTS + ": " + text + "\n-> " + answer);
        }
    }

    private static void repair(int port) throws IOException {
        for (int archive = 0; archive < 3; archive++) {
            String body = AdminJson.text(Map.of(
                    "dbName",
                    "test",
                    "host",
                    "e" + (archive + 1),
                    "engineType",
                    "SM",
                    "archiveId",
                    archive,
                    "labels",
                    Map.of()));
            ask(port, "POST /api/1/processes HTTP/1.1", body);
        }
    }

    private static int ask(int port, String line) throws IOException {
        return RawHttp.ask(port, line + "\r\nHost: localhost\r\n\r\n").status();
    }

    private static void ask(int port, String line, String body) throws IOException {
        RawHttp.ask(port, line + "\r\nHost: localhost\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);
    }

    /** What lies where no copy may go, also where a request may have led it; what is in it, as far as that is ours. */
    private Map<String, String> surroundings() throws IOException {
        Map<String, String> seen = new TreeMap<>();
        for (Path place :
                List.of(directory, directory.getRoot(), directory.getRoot().resolve("etc"))) {
            try (Stream<Path> entries = Files.list(place)) {
                entries.forEach(entry -> seen.put(entry.toString(), "there"));
            }
        }
        try (Stream<Path> entries = Files.walk(forbidden)) {
            for (Path entry : entries.toList()) {
                seen.put(entry.toString(), Files.isDirectory(entry) ? "directory" : Files.size(entry) + " bytes");
            }
        }
        return seen;
    }

    private static List<Path> named(Path root, String name) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(path -> path.endsWith(name)).toList();
        }
    }
}
