package io.hotcopy.service;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A domain served by the real program, in a process of its own, on a port that it chose. Used by one thread. */
public final class ServedDomain implements AutoCloseable {
    private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:(\\d+)");
    private static final long PATIENCE_SECONDS = 120;

    private final Process process;
    private final Path said;
    private final URI address;

    private ServedDomain(Process process, Path said) throws IOException, InterruptedException {
        this.process = process;
        this.said = said;
        // A build that is broken off leaves no service behind.
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        this.address = awaitAddress();
    }

    /**
     * Serves a declaration, and waits until it is served.
     *
     * @param directory where the program works: relative paths start there, and its state is kept in {@code .hotcopy}
     * @param declaration a file in that directory
     * @param options of {@code serve} besides the port
     */
    public static ServedDomain of(Path directory, String declaration, String... options)
            throws IOException, InterruptedException {
        Path said = directory.resolve("served.txt");
        List<String> command = new ArrayList<>(java());
        command.addAll(List.of("io.hotcopy.app.Main", "serve", declaration, "--port", "0"));
        command.addAll(List.of(options));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        builder.environment().put("HOTCOPY_HOME", directory.resolve(".hotcopy").toString());
        return new ServedDomain(builder.start(), said);
    }

    /** The same Java, and the classes under test. */
    private static List<String> java() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.library.path=" + System.getProperty("java.library.path"),
                "-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"),
                "-cp",
                absolute(System.getProperty("java.class.path")));
    }

    /** The program works in another directory. */
    private static String absolute(String classPath) {
        return Stream.of(classPath.split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private URI awaitAddress() throws IOException, InterruptedException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        for (Optional<URI> told = toldAddress(); ; told = toldAddress()) {
            if (told.isPresent()) {
                return told.get();
            }
            if (process.waitFor(50, TimeUnit.MILLISECONDS) || System.nanoTime() > until) {
                process.destroyForcibly();
                throw new AssertionError("nothing is served; it said:\n" + output());
            }
        }
    }

    private Optional<URI> toldAddress() throws IOException {
        Matcher told = ADDRESS.matcher(output());
        return told.find() ? Optional.of(URI.create(told.group())) : Optional.empty();
    }

    /** Where it is served: scheme, host and port. */
    public URI address() {
        return address;
    }

    /** What it has printed so far, on both streams. */
    public String output() throws IOException {
        return Files.readString(said);
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Asks it to end, as an operating system does, and gives its exit code. */
    public int terminate() throws IOException, InterruptedException {
        process.destroy();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("it goes on though it was asked to end; it said:\n" + output());
        }
        return process.exitValue();
    }

    @Override
    public void close() throws IOException, InterruptedException {
        terminate();
    }
}
