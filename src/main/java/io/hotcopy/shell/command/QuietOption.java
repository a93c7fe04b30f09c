package io.hotcopy.shell.command;

import io.hotcopy.progress.ProgressListener;
import java.util.function.Function;
import picocli.CommandLine.Option;

/** The option of every long command, and what it does. */
final class QuietOption {
    @Option(names = "--quiet", description = "show no progress")
    private boolean quiet;

    boolean isQuiet() {
        return quiet;
    }

    /** A program that reads the result wants nothing beside it. */
    <T> T watching(CommandContext context, JsonOption json, Function<ProgressListener, T> job) {
        return context.watching(quiet || json.isWanted(), job);
    }

    <T> T watching(CommandContext context, Function<ProgressListener, T> job) {
        return context.watching(quiet, job);
    }
}
