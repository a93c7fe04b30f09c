package io.hotcopy.shell.command;

import io.hotcopy.verb.TimelineRequest;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@CommandLine.Command
final class TimelineCommand extends Command {

    @Parameters(
            arity = "0..1",
            paramLabel = "WHAT",
            description = "a loaded policy, FILE, or FILE#policy; default: every loaded policy")
    private Optional<String> what;

    @Option(
            names = "--days",
            paramLabel = "N",
            defaultValue = "" + TimelineRequest.BACK,
            description = "days before now (default: ${DEFAULT-VALUE})")
    private int back;

    @Option(
            names = "--ahead",
            paramLabel = "N",
            defaultValue = "" + TimelineRequest.AHEAD,
            description = "days after now (default: ${DEFAULT-VALUE})")
    private int ahead;

    @Mixin
    private JsonOption json;

    TimelineCommand(CommandContext context) {
        super(context);
    }

    @Override
    public Integer call() {
        if (back < 1) {
            throw new WrongUsageException("--days takes a number of days, one or more, not " + back);
        }
        if (ahead < 0) {
            throw new WrongUsageException("--ahead takes a number of days, zero or more, not " + ahead);
        }
        json.show(context.verbs().timeline().run(new TimelineRequest(what, back, ahead)), context);
        return ExitCode.DONE;
    }
}
