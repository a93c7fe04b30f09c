package io.hotcopy.app;

import io.hotcopy.live.Serving;
import io.hotcopy.service.HttpNeighbours;
import io.hotcopy.shell.HotCopyProgram;
import io.hotcopy.shell.ProgramSurroundings;
import io.hotcopy.shell.ProgramSurroundings.TerminalOpener;
import io.hotcopy.verb.ServeRequest;
import io.hotcopy.verb.ServeResult;
import io.hotcopy.verb.Verbs;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.terminal.impl.ExternalTerminal;

/**
 * Does in a directory of its own what people begin with, so that a JVM that archives the classes which it has loaded
 * ({@code -XX:ArchiveClassesAtExit}) archives those. The launcher runs it, once for each JDK; it says nothing, leaves
 * nothing, and takes a few seconds. What goes otherwise than it does for people is a stack trace, and exit code 1.
 */
public final class Rehearsal {
    private static final String DECLARATION = """
            domain('rehearsal') {
                embedded home: 'data'
                region 'east', hosts: ['e1', 'e2']
                database('ledger') {
                    storageGroups 'SG1', 'SG2'
                    transactionEngines hosts: ['e1']
                    storageManager archive: 0, host: 'e1', serves: ['SG1']
                    storageManager archive: 1, host: 'e2', serves: ['SG2']
                }
            }
            policy('nightly') {
                protects 'rehearsal/ledger'
                backupGroup 'east', archives: [0, 1]
                full at: '01:00'
                directory 'backups/{date}T{time}-archive-{archive}'
            }
            """;

    /** Keys: a command, its help by Tab, Groovy, a declaration over two lines, an arrow. */
    private static final String KEYS =
            "help back\t\rhelp policy\r1 + 1\rdomain('x') {\r    region 'e', hosts: ['h']\r}\r"
                    + "load declaration.groovy\rshow\rplan\r\u001b[A\rexit\r";

    private static final Serving SERVING = new Serving("127.0.0.1", 0, List.of(), false);

    private static final Size SIZE = new Size(100, 30);

    private final Path directory;

    private Rehearsal(Path directory) {
        this.directory = directory;
    }

    public static void main(String[] arguments) throws IOException {
        Path directory = Files.createTempDirectory("hotcopy-rehearsal");
        try {
            new Rehearsal(directory).run();
        } finally {
            delete(directory);
        }
    }

    private void run() throws IOException {
        asMainDoes();
        Files.writeString(directory.resolve("declaration.groovy"), DECLARATION);
        Files.createDirectory(directory.resolve("backups"));
        alone("--version");
        alone("help");
        alone("help", "backup");
        alone("check", "declaration.groovy");
        alone("plan", "declaration.groovy");
        atKeyboard();
        withDomain();
    }

    /** What is made before it is known what is asked for. */
    private static void asMainDoes() {
        CleanEnd end = new CleanEnd(Thread.currentThread());
        Wiring.surroundings(end);
        end.reached();
    }

    /** What another process would ask of a domain that runs. */
    private void withDomain() {
        try (Verbs holder = verbs(neighbours())) {
            ServeResult served = holder.serve()
                    .run(new ServeRequest(List.of(Path.of("declaration.groovy")), Optional.empty(), SERVING));
            alone("nuocmd", "--api-server", served.address(), "show", "domain");
            alone("backup", "--yes");
            alone("status");
            alone("list");
            alone("describe", "latest");
            alone("timeline");
            alone("verify", "latest");
            alone("restore", "latest", "--to", "restored", "--yes");
        }
    }

    private void alone(String... arguments) {
        StringWriter said = new StringWriter();
        int code = program(Optional.empty(), new PrintWriter(said)).run(List.of(arguments));
        if (code != 0) {
            throw new IllegalStateException(String.join(" ", arguments) + " ended with " + code + ": " + said);
        }
    }

    private void atKeyboard() throws IOException {
        nativeTerminal();
        ByteArrayOutputStream screen = new ByteArrayOutputStream();
        InputStream keys = new ByteArrayInputStream(KEYS.getBytes(StandardCharsets.UTF_8));
        Terminal terminal = new ExternalTerminal("keys", "xterm-256color", keys, screen, StandardCharsets.UTF_8);
        terminal.setSize(SIZE);
        int code = program(Optional.of(takesInterrupts -> terminal), new PrintWriter(screen))
                .run(List.of());
        if (code != 0) {
            throw new IllegalStateException(
                    "the shell ended with " + code + ": " + screen.toString(StandardCharsets.UTF_8));
        }
    }

    /** The way to the operating system's terminals, which the one over keys does not go. */
    private static void nativeTerminal() throws IOException {
        TerminalBuilder.builder()
                .system(false)
                .streams(InputStream.nullInputStream(), OutputStream.nullOutputStream())
                .type("xterm-256color")
                .build()
                .close();
    }

    private HotCopyProgram program(Optional<TerminalOpener> terminal, PrintWriter out) {
        HttpNeighbours neighbours = neighbours();
        return new HotCopyProgram(new ProgramSurroundings(
                Wiring.version(),
                directory,
                home(),
                new BufferedReader(new StringReader("")),
                out,
                out,
                terminal,
                true,
                System::nanoTime,
                () -> false,
                events -> verbs(neighbours),
                Wiring.services(neighbours)));
    }

    private HttpNeighbours neighbours() {
        return Wiring.neighbours(home(), () -> {});
    }

    private Verbs verbs(HttpNeighbours neighbours) {
        return new Verbs(Wiring.verbSurroundings(directory, home(), event -> {}, neighbours));
    }

    private Path home() {
        return directory.resolve("home");
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            all.sorted(Comparator.reverseOrder()).forEach(Rehearsal::deleteOne);
        }
    }

    private static void deleteOne(Path path) {
        try {
            Files.delete(path);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + path, e);
        }
    }
}
