package io.hotcopy.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
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

    @TempDir
    private Path directory;

    /** SIGINT goes the same way, but a child of a build that runs in the background ignores it from birth. */
    @ParameterizedTest
    @CsvSource({"HUP, 129", "TERM, 143"})
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
        awaitReady(program);

        send(signal, program);

        assertTrue(program.waitFor(60, TimeUnit.SECONDS), "the program goes on");
        assertEquals(code, program.exitValue(), this::output);
        assertTrue(output().contains("endless.groovy:6:1: error"), this::output);

        Process again = start("-c", "load domain.groovy", "-c", "start bank", "-c", "get notes 1");
        assertTrue(again.waitFor(60, TimeUnit.SECONDS), "the program goes on");
        assertEquals(0, again.exitValue(), this::output);
        assertTrue(output().contains("kept"), this::output);
    }

    @Test
    void whatNeedsNoStateMakesNone() throws Exception {
        Files.writeString(directory.resolve("domain.groovy"), DOMAIN);
        for (List<String> arguments : List.of(List.of("help"), List.of("check", "domain.groovy"))) {
            Process program = start(arguments.toArray(String[]::new));
            assertTrue(program.waitFor(60, TimeUnit.SECONDS), "the program goes on");
            assertEquals(0, program.exitValue(), this::output);
        }
        assertFalse(Files.exists(directory.resolve("home")));
        assertFalse(Files.exists(directory.resolve("data")));
    }

    private Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.library.path=" + System.getProperty("java.library.path"),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("output").toFile());
        builder.environment().put("HOTCOPY_HOME", directory.resolve("home").toString());
        return builder.start();
    }

    private void awaitReady(Process program) throws InterruptedException {
        while (!Files.exists(directory.resolve("ready"))) {
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
