package io.hotcopy.app;

import io.hotcopy.admin.AdminClient;
import io.hotcopy.embedded.EmbeddedArchiveFormat;
import io.hotcopy.embedded.EmbeddedSettings;
import io.hotcopy.live.Neighbours;
import io.hotcopy.restore.ArchiveFormats;
import io.hotcopy.service.HttpAdminClient;
import io.hotcopy.service.HttpNeighbours;
import io.hotcopy.shell.ProgramSurroundings;
import io.hotcopy.shell.ProgramSurroundings.TerminalOpener;
import io.hotcopy.shell.ServiceSurroundings;
import io.hotcopy.verb.VerbSurroundings;
import io.hotcopy.verb.Verbs;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/** Where the rooms are put together: the only place that knows the real terminal, environment, disk and clock. */
final class Wiring {
    private Wiring() {}

    static ProgramSurroundings surroundings(CleanEnd end) {
        Path workingDirectory = Path.of("").toAbsolutePath();
        Path home = home();
        HttpNeighbours neighbours = neighbours(home, end::takesLong);
        return new ProgramSurroundings(
                version(),
                workingDirectory,
                home,
                new BufferedReader(new InputStreamReader(System.in, charset())),
                writer(System.out),
                writer(System.err),
                personPresent() ? Optional.of(opener()) : Optional.empty(),
                Optional.ofNullable(System.getenv("NO_COLOR")).orElse("").isEmpty(),
                System::nanoTime,
                end::isAsked,
                events -> new Verbs(verbSurroundings(workingDirectory, home, events, neighbours)),
                services(neighbours));
    }

    /** @param finishing told when what was begun is finished before the end, however long that takes */
    static HttpNeighbours neighbours(Path home, Runnable finishing) {
        return new HttpNeighbours(
                home, new SecureRandom(), version(), ProcessHandle.current().pid(), finishing);
    }

    static ServiceSurroundings services(HttpNeighbours neighbours) {
        return new ServiceSurroundings(
                server -> service(server, neighbours),
                System.getenv(),
                time -> TimeUnit.NANOSECONDS.sleep(time.toNanos()),
                ZoneId.systemDefault(),
                Wiring::token);
    }

    /** The one that is named, else that of the domain of this process, else where the vendor's usually is. */
    private static AdminClient service(Optional<String> named, HttpNeighbours neighbours) {
        return named.map(HttpAdminClient::of)
                .map(AdminClient.class::cast)
                .or(neighbours::here)
                .orElseGet(() -> HttpAdminClient.of("localhost:8888"));
    }

    /** As the vendor's client makes one: forty digits of sixteen kinds. */
    private static String token() {
        byte[] token = new byte[20];
        new SecureRandom().nextBytes(token);
        return HexFormat.of().formatHex(token);
    }

    static VerbSurroundings verbSurroundings(
            Path workingDirectory, Path home, Consumer<String> events, Neighbours neighbours) {
        return new VerbSurroundings(
                Clock.systemUTC(),
                new SecureRandom(),
                workingDirectory,
                home,
                Files::readString,
                new ArchiveFormats(List.of(new EmbeddedArchiveFormat())),
                EmbeddedSettings.DEFAULT,
                events,
                neighbours);
    }

    static String version() {
        String version = Main.class.getPackage().getImplementationVersion();
        return version == null ? "(not packaged)" : version;
    }

    private static Path home() {
        return Optional.ofNullable(System.getenv("HOTCOPY_HOME"))
                .filter(named -> !named.isBlank())
                .map(named -> Path.of(named).toAbsolutePath())
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".hotcopy"));
    }

    /** A person is there when both keyboard and screen are a terminal. */
    private static boolean personPresent() {
        Console console = System.console();
        return console != null && isTerminal(console);
    }

    /** From JDK 22 on there is a console also for pipes, and a method that tells; before, a console is a terminal. */
    private static boolean isTerminal(Console console) {
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException olderJdk) {
            return true;
        }
    }

    private static TerminalOpener opener() {
        return takesInterrupts -> {
            try {
                return TerminalBuilder.builder()
                        .name("hotcopy")
                        .system(true)
                        .dumb(true)
                        .nativeSignals(takesInterrupts)
                        .signalHandler(Terminal.SignalHandler.SIG_DFL)
                        .build();
            } catch (IOException e) {
                throw new UncheckedIOException("cannot open the terminal", e);
            }
        };
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, charset()));
    }

    private static Charset charset() {
        return Optional.ofNullable(System.getProperty("native.encoding"))
                .map(Charset::forName)
                .orElse(StandardCharsets.UTF_8);
    }
}
