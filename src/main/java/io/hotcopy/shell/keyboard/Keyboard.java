package io.hotcopy.shell.keyboard;

import io.hotcopy.shell.command.Notices;
import io.hotcopy.shell.line.LineRouter;
import io.hotcopy.shell.line.Openness;
import io.hotcopy.verb.DomainState;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jline.reader.Completer;
import org.jline.reader.ParsedLine;
import org.jline.terminal.Terminal;
import picocli.CommandLine.Model.CommandSpec;

/**
 * What a person types on, and what is known of that which they type.
 *
 * @param terminal before them
 * @param colours whether they want colours
 * @param router tells commands, declarations and Groovy
 * @param openness tells whether a text goes on
 * @param commands what a command takes, by its name; empty when its words are the vendor's
 * @param completer answers Tab
 * @param completing what the word at a cursor is then
 * @param history the file of the lines entered, in a directory that exists
 * @param state how the domain stands; asked before each line, and asks no other process
 * @param notices what happens while a line is being typed is shown above it
 * @param stopping whether the program has been told to end
 */
public record Keyboard(
        Terminal terminal,
        boolean colours,
        LineRouter router,
        Openness openness,
        Function<String, Optional<CommandSpec>> commands,
        Completer completer,
        BiFunction<String, Integer, ParsedLine> completing,
        Path history,
        Supplier<Optional<DomainState>> state,
        Notices notices,
        BooleanSupplier stopping) {}
