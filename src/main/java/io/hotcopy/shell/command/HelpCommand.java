package io.hotcopy.shell.command;

import io.hotcopy.shell.argument.Kind;
import io.hotcopy.shell.argument.Takes;
import io.hotcopy.shell.help.Example;
import io.hotcopy.shell.help.Form;
import io.hotcopy.shell.help.Manual;
import io.hotcopy.shell.screen.Lines;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Example({"help journal search", "help policy", "help times"})
@CommandLine.Command
final class HelpCommand extends Command {
    private static final int PAGE_WIDTH = 80;

    @Takes(Kind.HELP_TOPIC)
    @Parameters(
            arity = "0..*",
            paramLabel = "ABOUT",
            description = "a command with the command inside it, a word of the language, a topic; or commands, words,"
                    + " topics for a list of them")
    private List<String> about = List.of();

    @Option(
            names = "--as",
            paramLabel = "FORM",
            description = "print all of it: reference, as Markdown; man, for man; bash or zsh, for completion")
    private Optional<Form> form;

    HelpCommand(CommandContext context) {
        super(context);
    }

    @Override
    public Integer call() {
        if (form.isPresent()) {
            print(form.get());
        } else if (about.isEmpty()) {
            context.screen().show(manual(context.screen().width()).overview());
        } else {
            context.screen().show(found());
        }
        return ExitCode.DONE;
    }

    /** What is written into files is the same whatever the terminal is like. */
    private void print(Form wanted) {
        if (!about.isEmpty()) {
            throw new WrongUsageException("--as prints everything, not only \"" + String.join(" ", about) + "\"");
        }
        context.screen().out().print(manual(PAGE_WIDTH).written(wanted));
        context.screen().out().flush();
    }

    private Lines found() {
        Manual manual = manual(context.screen().width());
        return manual.about(about).orElseThrow(() -> {
            Optional<String> near = manual.nearest(about);
            return new WrongUsageException(
                    "there is no command, word or topic \"" + String.join(" ", about) + "\"",
                    near.map(meant -> "help " + meant).orElse("help lists them"));
        });
    }

    private Manual manual(int width) {
        return CommandTable.manual(context, width);
    }
}
