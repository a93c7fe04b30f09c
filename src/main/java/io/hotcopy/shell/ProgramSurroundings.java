package io.hotcopy.shell;

import io.hotcopy.verb.Verbs;
import java.io.BufferedReader;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jline.terminal.Terminal;

/**
 * What the program finds around itself.
 *
 * @param version of this build
 * @param workingDirectory where relative paths start; absolute
 * @param home the directory of our own state; made when something is first kept there
 * @param in standard input, read when there is no terminal
 * @param out standard output
 * @param err standard error
 * @param terminal opens the terminal when a person sits before it; empty otherwise. The argument says whether the
 *     program wants Ctrl-C for itself
 * @param colours whether the person wants colours
 * @param nanoTime a clock for rates
 * @param stopping whether the program has been told to end
 * @param verbs makes the session, which tells what happens by itself to the consumer it is given; called at most once,
 *     and not by what needs none
 * @param services for the vendor's administration lines, which need no session
 */
public record ProgramSurroundings(
        String version,
        Path workingDirectory,
        Path home,
        BufferedReader in,
        PrintWriter out,
        PrintWriter err,
        Optional<TerminalOpener> terminal,
        boolean colours,
        LongSupplier nanoTime,
        BooleanSupplier stopping,
        Function<Consumer<String>, Verbs> verbs,
        ServiceSurroundings services) {

    /** Opens the terminal. */
    @FunctionalInterface
    public interface TerminalOpener {
        /** @param takesInterrupts whether Ctrl-C goes to the terminal's handlers instead of ending the program */
        Terminal open(boolean takesInterrupts);
    }
}
