package io.hotcopy.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How long whole processes take, as the launcher starts them against as {@code java -jar} does, in turn: the shell
 * until its first prompt in a pseudo-terminal, and commands that move no bytes until they have ended.
 * {@code scripts/bench startup [rounds]}. A second JDK is measured too: that of {@code HOTCOPY_SECOND_JAVA}, a
 * directory as {@code JAVA_HOME} is, else one of another version that lies beside the first.
 */
public final class StartupBench {
    private static final double PROMPT_TARGET = 0.8;
    private static final double COMMAND_TARGET = 0.7;

    private final Path launcher = Path.of(System.getProperty("hotcopy.bench.launcher"));
    private final Path jar = Path.of(System.getProperty("hotcopy.bench.lib")).resolve("hotcopy.jar");
    private final Path directory;
    private final int rounds;

    private StartupBench(Path directory, int rounds) {
        this.directory = directory;
        this.rounds = rounds;
    }

    /** What is measured. */
    private record Subject(String name, List<String> arguments, double target) {

        /** From the moment the process begins. */
        double millis(List<String> command, Map<String, String> environment, Path directory) throws IOException {
            List<String> all =
                    Stream.concat(command.stream(), arguments.stream()).toList();
            return arguments.isEmpty()
                    ? FirstPrompt.millis(all, environment, directory)
                    : OneCommand.millis(all, environment, directory);
        }
    }

    public static void main(String[] arguments) throws IOException {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10;
        Path directory = Path.of(System.getProperty("hotcopy.bench.directory")).resolve("startup");
        BenchFiles.delete(directory);
        Files.createDirectories(directory.resolve("backups"));
        Files.writeString(directory.resolve("bank.groovy"), SmallService.DECLARATION);
        new StartupBench(directory.toAbsolutePath(), rounds).run();
    }

    private void run() throws IOException {
        System.out.printf("medians of %d, whole processes in milliseconds%n", rounds);
        System.out.printf("%-24s %-14s %8s %8s %6s %8s%n", "", "JDK", "plain", "ours", "ratio", "at most");
        for (Path jdk : jdks()) {
            Map<String, String> environment = environment(jdk);
            OneCommand.millis(List.of(launcher.toString(), "--prepare"), environment, directory);
            try (SmallService service = SmallService.start(launcher, environment, directory)) {
                for (Subject subject : subjects(service.address())) {
                    measure(subject, jdk, environment);
                }
            }
        }
    }

    private static List<Subject> subjects(String service) {
        return List.of(
                new Subject("first prompt", List.of(), PROMPT_TARGET),
                command("check", "bank.groovy"),
                command("plan", "bank.groovy"),
                command("help", "backup"),
                command("list", "--in", "backups"),
                command("nuocmd", "--api-server", service, "show", "domain"));
    }

    private static Subject command(String... words) {
        return new Subject(
                words[0] + (words[0].equals("nuocmd") ? " show domain" : ""), List.of(words), COMMAND_TARGET);
    }

    private void measure(Subject subject, Path jdk, Map<String, String> environment) throws IOException {
        List<String> plain = List.of(
                jdk.resolve("bin/java").toString(),
                "-Djava.library.path=" + jar.resolveSibling("native"),
                "-jar",
                jar.toString());
        List<Double> plains = new ArrayList<>();
        List<Double> ours = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            plains.add(subject.millis(plain, environment, directory));
            ours.add(subject.millis(List.of(launcher.toString()), environment, directory));
        }
        double ratio = Figure.median(ours) / Figure.median(plains);
        System.out.printf(
                "%-24s %-14s %8.0f %8.0f %6.2f %8.2f%s%n",
                subject.name(),
                version(jdk),
                Figure.median(plains),
                Figure.median(ours),
                ratio,
                subject.target(),
                ratio <= subject.target() ? "" : "  missed");
    }

    private Map<String, String> environment(Path jdk) {
        return Map.of(
                "JAVA_HOME",
                jdk.toString(),
                "HOTCOPY_JAVA_OPTS",
                "",
                "HOTCOPY_HOME",
                directory.resolve("home").toString(),
                "TERM",
                "xterm-256color");
    }

    private static List<Path> jdks() throws IOException {
        Path first = Path.of(System.getProperty("java.home"));
        return Stream.concat(Stream.of(first), second(first).stream()).toList();
    }

    private static Optional<Path> second(Path first) throws IOException {
        String named = System.getenv("HOTCOPY_SECOND_JAVA");
        if (named != null && !named.isBlank()) {
            return Optional.of(Path.of(named));
        }
        try (Stream<Path> beside = Files.list(first.getParent())) {
            return beside.sorted()
                    .filter(other -> Files.isExecutable(other.resolve("bin/java")))
                    .filter(other -> Files.isRegularFile(other.resolve("release")))
                    .filter(other -> !version(other).equals(version(first)))
                    .findFirst();
        }
    }

    private static String version(Path jdk) {
        try (Stream<String> lines = Files.lines(jdk.resolve("release"))) {
            return lines.filter(line -> line.startsWith("JAVA_VERSION="))
                    .map(line -> line.replaceAll("[^0-9.]", ""))
                    .findFirst()
                    .orElse("unknown");
        } catch (IOException e) {
            return "unknown";
        }
    }
}
