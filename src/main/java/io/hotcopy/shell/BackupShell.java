package io.hotcopy.shell;

import io.hotcopy.shell.line.LineSource;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.ToIntFunction;

/** The loop: next line, run it, again; until the lines end or one of them asks to leave. */
final class BackupShell {
    private final LineSource lines;
    private final ToIntFunction<String> runner;
    private final BooleanSupplier leaving;
    private final boolean stopsAtFailure;

    /**
     * @param runner runs a line and gives its exit code
     * @param leaving whether the line that has just run asked to leave
     * @param stopsAtFailure whether a line that fails ends it: for lines that nobody watches
     */
    BackupShell(LineSource lines, ToIntFunction<String> runner, BooleanSupplier leaving, boolean stopsAtFailure) {
        this.lines = lines;
        this.runner = runner;
        this.leaving = leaving;
        this.stopsAtFailure = stopsAtFailure;
    }

    /** Gives the exit code of the last line when it stops at failures, else zero. */
    int run() {
        int code = 0;
        for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
            code = runner.applyAsInt(line.get());
            if (leaving.getAsBoolean() || (stopsAtFailure && code != 0)) {
                break;
            }
        }
        return stopsAtFailure ? code : 0;
    }
}
