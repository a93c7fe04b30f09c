package io.hotcopy.shell.keyboard;

import io.hotcopy.shell.command.ExitCode;
import java.util.function.IntSupplier;
import org.jline.terminal.Terminal;

/**
 * Ctrl-C while a job runs: interrupts the thread that runs it, so that the job ends cleanly and the shell goes on.
 * While a line is being typed the line reader has Ctrl-C for itself.
 */
public final class JobInterrupts {
    private Thread running;
    private boolean interrupted;

    /** Takes Ctrl-C of the terminal from here on. */
    public JobInterrupts(Terminal terminal) {
        terminal.handle(Terminal.Signal.INT, signal -> interrupt());
    }

    /** Runs the job; gives its exit code, or {@link ExitCode#INTERRUPTED} if it was interrupted and did not succeed. */
    public int run(IntSupplier job) {
        begin();
        try {
            int code = job.getAsInt();
            return wasInterrupted() && code != ExitCode.DONE ? ExitCode.INTERRUPTED : code;
        } finally {
            end();
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
