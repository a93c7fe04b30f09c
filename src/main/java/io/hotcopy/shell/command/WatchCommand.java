package io.hotcopy.shell.command;

import io.hotcopy.shell.argument.Kind;
import io.hotcopy.shell.argument.Takes;
import io.hotcopy.shell.screen.CapturedScreen;
import io.hotcopy.shell.screen.Figures;
import io.hotcopy.shell.screen.Ink;
import io.hotcopy.shell.screen.Lines;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
        footer = {
            "%nThe screen is painted anew each time; in a pipe one answer follows the other. Ctrl-C ends it, with exit"
                    + " code 0. Lines that may change something are refused."
        })
final class WatchCommand extends Command {
    static final String NAME = "watch";

    @Parameters(index = "0", paramLabel = "N", description = "seconds from one answer to the next look, at least one")
    private int seconds;

    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "LINE",
            description = "the command to repeat, with all its options")
    @Takes(Kind.LINE)
    private List<String> words;

    private WatchCommand(CommandContext context) {
        super(context);
    }

    /** All that follows the number belongs to the line. */
    static CommandSpec spec(CommandContext context) {
        CommandSpec spec = CommandSpec.forAnnotatedObject(new WatchCommand(context));
        spec.parser().stopAtPositional(true);
        return spec;
    }

    @Override
    public Integer call() {
        if (seconds < 1) {
            throw new WrongUsageException("watch takes a number of seconds, one or more, not " + seconds);
        }
        ReadingLines.require(words);
        try {
            while (true) {
                look();
                context.pause(Duration.ofSeconds(seconds));
            }
        } catch (InterruptedException ended) {
            return ExitCode.DONE;
        }
    }

    private void look() throws InterruptedException {
        CapturedScreen screen = new CapturedScreen(context.screen().width());
        CommandContext captured = context.on(screen);
        new CommandTable(captured).run(words);
        if (captured.lastFailure().stream().anyMatch(WatchCommand::isInterrupt)) {
            throw new InterruptedException("watch was ended while it looked");
        }
        context.screen().repaint(heading().gap().addAll(screen.taken()));
    }

    private static boolean isInterrupt(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .anyMatch(cause -> cause instanceof InterruptedException);
    }

    private Lines heading() {
        return new Lines()
                .add(
                        Ink.STRONG.of(String.join(" ", words)),
                        Ink.FAINT.of("  " + Figures.at(context.verbs().now()) + ", every " + seconds
                                + " s; Ctrl-C ends it"));
    }
}
