package io.hotcopy.shell.command;

import io.hotcopy.shell.argument.Kind;
import io.hotcopy.shell.argument.Takes;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** Where to look for sets. */
final class InOption {
    @Takes(Kind.DIRECTORY)
    @Option(
            names = "--in",
            paramLabel = "DIR",
            description = "look for sets below DIR; default: where the loaded policies put them")
    private List<String> directories = List.of();

    List<Path> paths(CommandContext context) {
        return context.paths(directories);
    }
}
