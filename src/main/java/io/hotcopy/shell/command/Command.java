package io.hotcopy.shell.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Option;

/** One command: its options and words are fields that picocli fills; {@link #call} gives the exit code. */
abstract class Command implements Callable<Integer> {
    protected final CommandContext context;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "show this help")
    private boolean help;

    Command(CommandContext context) {
        this.context = context;
    }
}
