package io.hotcopy.shell.keyboard;

import io.hotcopy.shell.command.ExitCode;
import java.io.IOError;
import java.util.Optional;
import java.util.function.IntSupplier;
import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.LocalFlag;
import org.jline.terminal.Terminal;

/**
 * Ctrl-C while a job runs: interrupts the thread that runs it, so that the job ends cleanly and the shell goes on.
 * While a line is being typed the line reader has Ctrl-C for itself. What is typed while a job runs is not echoed, so
 * that it does not tear what the job draws; the next prompt shows it.
 */
public final class JobInterrupts {
    private final Terminal terminal;
    private Thread running;
    private boolean interrupted;

    /** Takes Ctrl-C of the terminal from here on. */
    public JobInterrupts(Terminal terminal) {
        this.terminal = terminal;
        terminal.handle(Terminal.Signal.INT, signal -> interrupt());
    }

    /** Runs the job; gives its exit code, or {@link ExitCode#INTERRUPTED} if it was interrupted and did not succeed. */
    public int run(IntSupplier job) {
        begin();
        Optional<Attributes> found = withoutEcho();
        try {
            int code = job.getAsInt();
            return wasInterrupted() && code != ExitCode.DONE ? ExitCode.INTERRUPTED : code;
        } finally {
            found.ifPresent(this::set);
            end();
        }
    }

    /** Gives what was set before; empty when the terminal has been closed. */
    private Optional<Attributes> withoutEcho() {
        try {
            Attributes found = terminal.getAttributes();
            Attributes quiet = new Attributes(found);
            quiet.setLocalFlag(LocalFlag.ECHO, false);
            set(quiet);
            return Optional.of(found);
        } catch (IllegalStateException | IOError closed) {
            return Optional.empty();
        }
    }

    private void set(Attributes attributes) {
        try {
            terminal.setAttributes(attributes);
        } catch (IllegalStateException | IOError closed) {
            // Who is told to end loses the terminal at once, and it was given back as it was found.
        }
    }

    private synchronized void interrupt() {
        if (running != null) {
            interrupted = true;
            running.interrupt();
        }
    }

    private synchronized void begin() {
        running = Thread.currentThread();
        interrupted = false;
    }

    private synchronized boolean wasInterrupted() {
        return interrupted;
    }

    /** The job is over: what was left of the interrupt must not hit the next line. */
    private synchronized void end() {
        running = null;
        if (interrupted) {
            Thread.interrupted();
        }
    }
}
