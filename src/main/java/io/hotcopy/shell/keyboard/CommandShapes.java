package io.hotcopy.shell.keyboard;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Model.CommandSpec;

/** What the commands take, each read from its class when a line first begins with it. Used by the typing thread. */
final class CommandShapes {
    private final Function<String, Optional<CommandSpec>> reader;
    private final Map<String, Optional<CommandSpec>> read = new HashMap<>();

    /** @param reader what a command takes, by its name; empty when its words are the vendor's */
    CommandShapes(Function<String, Optional<CommandSpec>> reader) {
        this.reader = reader;
    }

    Optional<CommandSpec> of(String command) {
        return read.computeIfAbsent(command, reader);
    }
}
