package io.hotcopy.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotcopy.backupset.BackupSet;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The real program in a process of its own, told to end. */
class CleanEndTest {
    private static final String DOMAIN = """
            domain('bank') {
                embedded home: 'data'
                region 'r', hosts: ['h']
                database('ledger') {
                    transactionEngines hosts: ['h']
                    storageManager archive: 0, host: 'h'
                }
            }
            """;

    private static final String POLICY = """
            policy('nightly') {
                protects 'bank/ledger'
                backupGroup 'all', archives: [0]
                full
                directory 'backups/{date}T{time}-archive-{archive}'
            }
            """;

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource({"HUP, 129", "INT, 130", "TERM, 143"})
    void aScriptThatRunsIsEndedAndItsDomainClosed(String signal, int code) throws Exception {
        Files.writeString(directory.resolve("domain.groovy"), DOMAIN);
        Files.writeString(directory.resolve("endless.groovy"), """
                load 'domain.groovy'
                start 'bank'
                createTable 'notes'
                put 'notes', 1, 'kept'
                new File("$directory/ready").createNewFile()
                while (true) { }
                """);
        Process program = start("run", "endless.groovy");
        await(program, () -> Files.exists(directory.resolve("ready")));

        send(signal, program);

        assertTrue(program.waitFor(300, TimeUnit.SECONDS), "the program goes on");
        assertEquals(code, program.exitValue(), this::output);
        assertTrue(output().contains("endless.groovy:6:1: error"), this::output);

        Process again = start("-c", "load domain.groovy", "-c", "start bank", "-c", "get notes 1");
        assertTrue(again.waitFor(300, TimeUnit.SECONDS), "the program goes on");
        assertEquals(0, again.exitValue(), this::output);
        assertTrue(output().contains("kept"), this::output);
    }

    /** What Ctrl-C does to a script: the copy that runs is cancelled, and nothing that looks whole is left of it. */
    @Test
    void aBackupUnderLoadIsCancelledAndLeavesNothingWhole() throws Exception {
        Files.writeString(directory.resolve("domain.groovy"), DOMAIN);
        Files.writeString(directory.resolve("policy.groovy"), POLICY);
        Path backups = Files.createDirectory(directory.resolve("backups"));
        Files.writeString(directory.resolve("slow.groovy"), """
                load 'domain.groovy', 'policy.groovy'
                start 'bank'
                workload.start accounts: 2000
                backup maxRate: 2.KB
                """);
        Process program = start("run", "slow.groovy");
        await(program, () -> isCopying(backups));

        send("INT", program);

        assertTrue(program.waitFor(300, TimeUnit.SECONDS), "the program goes on");
        assertEquals(130, program.exitValue(), this::output);
        assertTrue(output().contains("slow.groovy:4:1: error"), this::output);
        for (Path set : list(backups)) {
            assertEquals(BackupSet.State.HALF_MADE, BackupSet.open(set).state(), set::toString);
        }

        Process again = start("-c", "load domain.groovy policy.groovy", "-c", "start bank", "-c", "status");
        assertTrue(again.waitFor(300, TimeUnit.SECONDS), "the program goes on");
        assertEquals(0, again.exitValue(), this::output);
        assertTrue(output().contains("NO, no complete backup yet"), this::output);
    }

    private static boolean isCopying(Path backups) throws IOException {
        for (Path set : list(backups)) {
            if (Files.isDirectory(set.resolve("tmp/full/data"))) {
                return true;
            }
        }
        return false;
    }

    private static List<Path> list(Path directory) throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.toList();
        }
    }

    @Test
    void whatNeedsNoStateMakesNone() throws Exception {
        Files.writeString(directory.resolve("domain.groovy"), DOMAIN);
        for (List<String> arguments : List.of(List.of("help"), List.of("check", "domain.groovy"))) {
            Process program = start(arguments.toArray(String[]::new));
            assertTrue(program.waitFor(300, TimeUnit.SECONDS), "the program goes on");
            assertEquals(0, program.exitValue(), this::output);
        }
        assertFalse(Files.exists(directory.resolve("home")));
        assertFalse(Files.exists(directory.resolve("data")));
    }

    private Process start(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(defaultSignals());
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.library.path=" + System.getProperty("java.library.path"),
                "-cp",
                absolute(System.getProperty("java.class.path")),
                Main.class.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("output").toFile());
        builder.environment().put("HOTCOPY_HOME", directory.resolve("home").toString());
        return builder.start();
    }

    /**
     * A child of a build that runs in the background ignores SIGINT from birth, of one under nohup SIGHUP; {@code env}
     * of coreutils 8.31 or newer takes that back. Where it is older, a build in the foreground needs nothing.
     */
    private static List<String> defaultSignals() throws IOException, InterruptedException {
        List<String> env = List.of("env", "--default-signal=HUP,INT,TERM");
        List<String> trial = Stream.concat(env.stream(), Stream.of("true")).toList();
        return new ProcessBuilder(trial).start().waitFor() == 0 ? env : List.of();
    }

    /** The child works in another directory. */
    private static String absolute(String classPath) {
        return Stream.of(classPath.split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private void await(Process program, Callable<Boolean> condition) throws Exception {
        while (!condition.call()) {
            assertFalse(program.waitFor(50, TimeUnit.MILLISECONDS), this::output);
        }
    }

    private static void send(String signal, Process program) throws Exception {
        Process kill = new ProcessBuilder("kill", "-" + signal, Long.toString(program.pid())).start();
        assertEquals(0, kill.waitFor());
    }

    private String output() {
        try {
            return Files.readString(directory.resolve("output"));
        } catch (IOException e) {
            return e.toString();
        }
    }
}
