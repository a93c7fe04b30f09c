package io.hotcopy.shell.command;

import io.hotcopy.recovery.RestoreTarget;
import io.hotcopy.shell.page.Pages;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.ElementId;
import io.hotcopy.verb.RestoreRequest;
import io.hotcopy.verb.RestoreResult;
import io.hotcopy.verb.SetRequest;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@CommandLine.Command
final class RestoreCommand extends Command {

    @Parameters(arity = "0..*", paramLabel = "SET", description = SetWords.DESCRIPTION + "; default: what fits best")
    private List<String> sets = List.of();

    @Option(names = "--to", paramLabel = "DIR", required = true, description = "the directory to make; must not exist")
    private String to;

    @ArgGroup(exclusive = true)
    private Target target = new Target();

    @Mixin
    private InOption in;

    @Mixin
    private ConfirmOption confirm;

    @Mixin
    private QuietOption quiet;

    RestoreCommand(CommandContext context) {
        super(context);
    }

    @Override
    public Integer call() {
        confirm.require(context);
        RestoreRequest request =
                new RestoreRequest(new SetRequest(sets, in.paths(context)), context.path(to), target.target());
        RestoreResult result = quiet.watching(
                context,
                progress -> context.verbs().restore().run(request, confirm.asking(context, "restore this?"), progress));
        context.screen().show(Pages.of(result));
        return ExitCode.DONE;
    }

    /** The state asked for; the newest when none of these is given. */
    static final class Target {
        @Option(names = "--to-commit", paramLabel = "N", description = "everything up to commit N")
        private Long toCommit;

        @Option(names = "--before-commit", paramLabel = "N", description = "the state that commit N found")
        private Long beforeCommit;

        @Option(
                names = "--element",
                paramLabel = "ID",
                description = "the cut of this element, even if others are missing")
        private String element;

        RestoreTarget target() {
            try {
                if (toCommit != null) {
                    return new RestoreTarget.ToCommit(new CommitNumber(toCommit));
                } else if (beforeCommit != null) {
                    return new RestoreTarget.BeforeCommit(new CommitNumber(beforeCommit));
                }
                return element == null
                        ? new RestoreTarget.Latest()
                        : new RestoreTarget.ToElement(ElementId.of(element));
            } catch (IllegalArgumentException e) {
                throw new WrongUsageException(e.getMessage());
            }
        }
    }
}
