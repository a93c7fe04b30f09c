package io.hotcopy.crash;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A running {@link CrashChild}, as its parent sees it. Used by one thread. */
final class ChildProcess {

    private static final long PATIENCE_SECONDS = 600;

    private final Process process;
    private final Path errors;
    private final KillLedger ledger;
    private final Thread reader;
    private boolean ready;
    private int copiesBegun;
    private int published;
    private boolean journalCopied;
    private boolean ended;
    private Throwable misheard;

    private ChildProcess(Process process, Path errors, KillLedger ledger) {
        this.process = process;
        this.errors = errors;
        this.ledger = ledger;
        this.reader = new Thread(this::listen, "child-listener");
    }

    /** Starts one with the same Java and the same classes. */
    static ChildProcess start(Path scratch, KillLedger ledger, Object... arguments) throws IOException {
        Path errors = scratch.resolve("child-errors.txt");
        List<String> command = Stream.concat(
                        Stream.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-Xmx192m",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "--enable-native-access=ALL-UNNAMED",
                                "-Djava.library.path=" + System.getProperty("java.library.path"),
                                "-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"),
                                "-cp",
                                System.getProperty("java.class.path"),
                                CrashChild.class.getName()),
                        Stream.of(arguments).map(Object::toString))
                .toList();
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.to(new File(errors.toString())))
                .start();
        ChildProcess child = new ChildProcess(process, errors, ledger);
        child.reader.start();
        return child;
    }

    private void listen() {
        try (BufferedReader lines = process.inputReader(StandardCharsets.US_ASCII)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                ledger.hear(line);
                noticed(line);
            }
        } catch (IOException | RuntimeException | AssertionError trouble) {
            misheard = trouble;
        }
        end();
    }

    private synchronized void noticed(String line) {
        ready |= line.equals("ready");
        copiesBegun += line.startsWith("copying") ? 1 : 0;
        published += line.equals("publishing") ? 1 : 0;
        journalCopied |= line.startsWith("copied journal");
        notifyAll();
    }

    private synchronized void end() {
        ended = true;
        notifyAll();
    }

    /** Waits until the load runs. */
    void awaitReady() throws InterruptedException, IOException {
        await(() -> ready, "to be ready");
    }

    /** Waits until so many hot copies have begun. */
    void awaitCopies(int number) throws InterruptedException, IOException {
        await(() -> copiesBegun >= number, "to begin hot copy " + number);
    }

    /** Waits until so many hot copies were about to be published. */
    void awaitPublishing(int number) throws InterruptedException, IOException {
        await(() -> published >= number, "to publish hot copy " + number);
    }

    /** Waits until a journal hot copy was told complete. */
    void awaitJournal() throws InterruptedException, IOException {
        await(() -> journalCopied, "to have made a journal hot copy");
    }

    private interface Condition {
        boolean holds();
    }

    private synchronized void await(Condition condition, String what) throws InterruptedException, IOException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!condition.holds() && !ended) {
            long left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
            if (left <= 0) {
                throw new AssertionError("waited for the child " + what + " for too long" + saidInErrors());
            }
            wait(left);
        }
        if (!condition.holds()) {
            throw new AssertionError("the child ended by itself, waited for " + what + saidInErrors());
        }
    }

    /** Lets it live so long, then kills it, and hears what it said before. */
    void killAfter(long milliseconds) throws InterruptedException, IOException {
        if (process.waitFor(milliseconds, TimeUnit.MILLISECONDS)) {
            throw new AssertionError("the child ended by itself" + saidInErrors());
        }
        process.toHandle().destroyForcibly(); // unlike the process's own, it leaves what the child said to be read
        int status = process.waitFor();
        reader.join();
        if (misheard != null) {
            throw new AssertionError("the child was not understood", misheard);
        }
        if (status != 128 + 9) {
            throw new AssertionError("the child ended by itself with status " + status + saidInErrors());
        }
    }

    /** For the end of a test that failed. */
    void destroy() {
        process.destroyForcibly();
    }

    private String saidInErrors() throws IOException {
        return "; it said on standard error:\n" + Files.readString(errors);
    }
}
