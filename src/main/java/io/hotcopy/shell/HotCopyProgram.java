package io.hotcopy.shell;

import io.hotcopy.dsl.PolicySyntax;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.shell.command.CommandContext;
import io.hotcopy.shell.command.CommandTable;
import io.hotcopy.shell.command.ExitCode;
import io.hotcopy.shell.command.Notices;
import io.hotcopy.shell.keyboard.JobInterrupts;
import io.hotcopy.shell.line.LineRouter;
import io.hotcopy.shell.line.LineSource;
import io.hotcopy.shell.line.Openness;
import io.hotcopy.shell.screen.FailureLines;
import io.hotcopy.shell.screen.PlainScreen;
import io.hotcopy.shell.screen.Screen;
import io.hotcopy.shell.screen.TerminalScreen;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;
import org.jline.terminal.Terminal;

/**
 * The program: its arguments in, an exit code out. Without arguments it is the shell, with {@code -c LINE} it runs
 * lines of the shell, else it runs the one command that the arguments are.
 */
public final class HotCopyProgram {
    /** It may run in the background of a terminal, where who touches the terminal is stopped. */
    private static final String SERVE = "serve";
    /** Goes on until Ctrl-C, which is its end in good order. */
    private static final String WATCH = "watch";

    private final ProgramSurroundings surroundings;
    private final Notices notices = new Notices();

    public HotCopyProgram(ProgramSurroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** Runs it to its end; everything that was started is stopped when this returns. */
    public int run(List<String> arguments) {
        String first = arguments.isEmpty() ? "" : arguments.get(0);
        if (first.equals("-V") || first.equals("--version")) {
            return version();
        }
        boolean shell = arguments.isEmpty();
        try (Screen screen = first.equals(SERVE) ? plain() : screen(shell || first.equals(WATCH));
                LazyVerbs verbs = new LazyVerbs(() -> surroundings.verbs().apply(notices))) {
            CommandContext context = new CommandContext(
                    verbs,
                    screen,
                    surroundings.in(),
                    surroundings.workingDirectory(),
                    notices,
                    surroundings.services().nuocmd(surroundings.nanoTime()));
            return switch (first) {
                case "" -> shell(context, verbs);
                case "-c" -> lines(context, arguments);
                case "-h", "--help" -> new CommandTable(context).runAlone(List.of("help"));
                case WATCH -> interruptible(screen, () -> new CommandTable(context).runAlone(arguments));
                default -> new CommandTable(context).runAlone(arguments);
            };
        } catch (HotCopyException stopping) {
            return complain(stopping);
        }
    }

    private static int interruptible(Screen screen, IntSupplier job) {
        return screen instanceof TerminalScreen person ? new JobInterrupts(person.terminal()).run(job) : job.getAsInt();
    }

    /** Commands have told what went wrong in them: this came up when what they had started was stopped. */
    private int complain(HotCopyException stopping) {
        surroundings.err().println(FailureLines.of(stopping));
        surroundings.err().flush();
        return ExitCode.FAILED;
    }

    private int version() {
        surroundings.out().println("hotcopy " + surroundings.version());
        surroundings.out().flush();
        return ExitCode.DONE;
    }

    private Screen plain() {
        return new PlainScreen(surroundings.out(), surroundings.err(), surroundings.nanoTime());
    }

    private Screen screen(boolean shell) {
        if (surroundings.terminal().isEmpty()) {
            return plain();
        }
        Terminal terminal = surroundings.terminal().get().open(shell);
        return new TerminalScreen(terminal, surroundings.err(), surroundings.colours(), surroundings.nanoTime());
    }

    private int shell(CommandContext context, LazyVerbs verbs) {
        LineRouter router = new LineRouter(CommandTable.names());
        try (LineRunner runner = runner(router, context)) {
            if (context.screen() instanceof TerminalScreen screen) {
                return new KeyboardShell(surroundings, notices, context, verbs).run(screen.terminal(), router, runner);
            }
            LineSource pipe = new PipedLines(surroundings.in(), router, openness());
            return new BackupShell(pipe, runner::run, context::isLeaving, true).run();
        }
    }

    private int lines(CommandContext context, List<String> arguments) {
        Optional<List<String>> lines = linesOf(arguments);
        if (lines.isEmpty()) {
            context.screen()
                    .complain(FailureLines.of(
                            "every -c takes one line, and nothing else may follow",
                            List.of("hotcopy -c 'load domain.groovy' -c 'start bank' -c 'status'")));
            return ExitCode.USAGE;
        }
        try (LineRunner runner = runner(new LineRouter(CommandTable.names()), context)) {
            return new BackupShell(given(lines.get()), runner::run, context::isLeaving, true).run();
        }
    }

    /** The lines after each {@code -c}; empty when there is anything else. */
    private static Optional<List<String>> linesOf(List<String> arguments) {
        List<String> lines = new ArrayList<>();
        for (int at = 0; at < arguments.size(); at += 2) {
            if (!arguments.get(at).equals("-c") || at + 1 == arguments.size()) {
                return Optional.empty();
            }
            lines.add(arguments.get(at + 1));
        }
        return Optional.of(lines);
    }

    private static LineSource given(List<String> lines) {
        Iterator<String> each = lines.iterator();
        return () -> each.hasNext() ? Optional.of(each.next()) : Optional.empty();
    }

    private LineRunner runner(LineRouter router, CommandContext context) {
        return new LineRunner(router, context, surroundings.workingDirectory());
    }

    static Openness openness() {
        return text -> PolicySyntax.completeness(text) instanceof PolicySyntax.Completeness.Open open
                ? Optional.of(new Openness.Wanted(open.missing(), open.depth()))
                : Optional.empty();
    }
}
