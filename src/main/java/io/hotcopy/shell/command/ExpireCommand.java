package io.hotcopy.shell.command;

import io.hotcopy.shell.argument.Kind;
import io.hotcopy.shell.argument.Takes;
import io.hotcopy.shell.help.Example;
import io.hotcopy.shell.page.Pages;
import io.hotcopy.verb.Confirmation;
import io.hotcopy.verb.ExpireRequest;
import io.hotcopy.verb.ExpireResult;
import io.hotcopy.verb.InstantText;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Example("expire --keep restorable-from=2026-11-22T10:00:00Z --yes")
@CommandLine.Command(
        footer = {
            "",
            "What stays is said by `retain` and `hold` of the policies. Before anything is deleted, the newest complete"
                    + " collection of each backup group that loses sets is verified, and the restore planner must agree"
                    + " that nothing is lost which has to stay restorable. Exit code 1 when it refuses; then nothing is"
                    + " deleted.",
        })
final class ExpireCommand extends Command {
    private static final String RESTORABLE_FROM = "restorable-from=";

    @Takes(Kind.WHAT)
    @Parameters(
            arity = "0..1",
            paramLabel = "WHAT",
            description = "FILE, FILE#policy or the name of a loaded policy; default: all that is loaded")
    private Optional<String> what;

    @Takes(words = RESTORABLE_FROM)
    @Option(
            names = "--keep",
            paramLabel = "restorable-from=TIME",
            description = "besides what the policies retain, keep what can be restored of the time from TIME on;"
                    + " may be given several times")
    private List<String> keep = List.of();

    @Mixin
    private ConfirmOption confirm;

    @Mixin
    private QuietOption quiet;

    @Mixin
    private JsonOption json;

    ExpireCommand(CommandContext context) {
        super(context);
    }

    @Override
    public Integer call() {
        ExpireRequest request =
                new ExpireRequest(what, keep.stream().map(ExpireCommand::from).toList());
        ExpireResult result = quiet.watching(
                context, json, progress -> context.verbs().expire().run(request, asking(), progress));
        json.show(result, context);
        return ExitCode.DONE;
    }

    /** Who cannot be asked still sees what would go. A program that reads the result is shown nothing else. */
    private Confirmation asking() {
        String question = "delete these?";
        return preview -> {
            if (!json.isWanted()) {
                context.screen().show(Pages.of(preview));
            }
            confirm.require(context);
            return confirm.agrees(context, question);
        };
    }

    private static Instant from(String guarantee) {
        if (!guarantee.startsWith(RESTORABLE_FROM)) {
            throw new WrongUsageException(
                    "--keep does not know \"" + guarantee + "\"", "--keep restorable-from=2026-11-22T10:00:00Z");
        }
        return InstantText.parse(guarantee.substring(RESTORABLE_FROM.length()));
    }
}
