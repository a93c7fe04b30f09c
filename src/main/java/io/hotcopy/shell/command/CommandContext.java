package io.hotcopy.shell.command;

import io.hotcopy.problem.HotCopyException;
import io.hotcopy.shell.screen.FailureLines;
import io.hotcopy.shell.screen.Screen;
import io.hotcopy.verb.Verbs;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What every command works with, and what the lines of one session share. Used by the thread that runs the lines. */
public final class CommandContext {
    private final Supplier<Verbs> verbs;
    private final Screen screen;
    private final Path workingDirectory;
    private final boolean oneShot;
    private Throwable lastFailure;
    private boolean leaving;

    /**
     * @param verbs called when a command first needs them, so that help starts without a database
     * @param workingDirectory where relative paths start
     * @param oneShot whether the program ends after this one command
     */
    public CommandContext(Supplier<Verbs> verbs, Screen screen, Path workingDirectory, boolean oneShot) {
        this.verbs = verbs;
        this.screen = screen;
        this.workingDirectory = workingDirectory;
        this.oneShot = oneShot;
    }

    public Screen screen() {
        return screen;
    }

    public boolean isOneShot() {
        return oneShot;
    }

    /** Whether the last command asked to leave the shell. */
    public boolean isLeaving() {
        return leaving;
    }

    public Verbs verbs() {
        return verbs.get();
    }

    Path resolve(String path) {
        return workingDirectory.resolve(path).normalize();
    }

    void leave() {
        leaving = true;
    }

    Optional<Throwable> lastFailure() {
        return Optional.ofNullable(lastFailure);
    }

    /** Shows what went wrong, keeps it for {@code show trace}, and gives the exit code. */
    public int report(Throwable failure) {
        lastFailure = failure;
        screen.complain(FailureLines.of(failure));
        return failure instanceof WrongUsageException ? ExitCode.USAGE : ExitCode.FAILED;
    }

    /** A command was written in a way that cannot be meant. */
    static final class WrongUsageException extends HotCopyException {
        private static final long serialVersionUID = 1L;

        WrongUsageException(String message, List<String> hints) {
            super(message, hints.toArray(String[]::new));
        }
    }
}
