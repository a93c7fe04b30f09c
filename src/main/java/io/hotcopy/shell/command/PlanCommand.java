package io.hotcopy.shell.command;

import io.hotcopy.shell.argument.Kind;
import io.hotcopy.shell.argument.Takes;
import io.hotcopy.shell.help.Example;
import io.hotcopy.verb.HorizonResult;
import io.hotcopy.verb.PlanDiffResult;
import io.hotcopy.verb.PlanDiffVerb;
import io.hotcopy.verb.PlanResult;
import io.hotcopy.verb.PlanTextResult;
import io.hotcopy.verb.VerbResult;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Example({"plan bank-nightly --run full -o tonight.yaml", "plan --diff old.groovy new.groovy --days 30"})
@CommandLine.Command
final class PlanCommand extends Command {

    /** What a plan can be printed as. */
    enum Form {
        YAML,
        JSON
    }

    @Mixin
    private BackupChoice choice;

    @Takes(Kind.PLAN_FILE)
    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "write the plan into this file too, for apply; an earlier plan is replaced")
    private Optional<String> output;

    @Option(names = "--as", paramLabel = "FORM", description = "print it as yaml, which is what -o writes, or as json")
    private Optional<Form> form;

    @Takes(Kind.WHAT)
    @Option(
            names = "--diff",
            arity = "2",
            paramLabel = "WHAT",
            description = "say what changes from the first WHAT to the second: lines, runs, sets, disk")
    private List<String> diff = List.of();

    @Option(
            names = "--days",
            paramLabel = "N",
            description = "list every run of the next N days; with --diff how far that looks ahead, default: "
                    + PlanDiffVerb.DAYS)
    private Optional<Integer> days;

    @Mixin
    private JsonOption json;

    PlanCommand(CommandContext context) {
        super(context);
    }

    @Override
    public Integer call() {
        if (!diff.isEmpty()) {
            return showDiff();
        }
        if (days.isPresent()) {
            return showHorizon(days.get());
        }
        boolean isText = form.equals(Optional.of(Form.YAML));
        if (isText || output.isPresent()) {
            PlanTextResult result = context.verbs().plan().text(choice.request(), output.map(context::path));
            show(result, isText);
            return code(result.plan());
        }
        PlanResult result = context.verbs().plan().run(choice.request());
        show(result);
        return code(result);
    }

    private int showHorizon(int ahead) {
        requireNoFile("--days");
        WrongUsageException.requireDays(ahead);
        HorizonResult result = context.verbs().plan().horizon(choice.request(), ahead);
        show(result);
        return ExitCode.DONE;
    }

    private int showDiff() {
        requireNoFile("--diff");
        PlanDiffResult result =
                context.verbs().planDiff().run(diff.get(0), diff.get(1), days.orElse(PlanDiffVerb.DAYS));
        show(result);
        return ExitCode.DONE;
    }

    private void requireNoFile(String option) {
        if (output.isPresent() || form.equals(Optional.of(Form.YAML))) {
            throw new WrongUsageException(option + " makes no plan that could be written or applied");
        }
    }

    private void show(PlanTextResult result, boolean isText) {
        if (isText) {
            context.screen().out().print(result.text());
            context.screen().out().flush();
        } else {
            show(form.isPresent() ? result.plan() : result);
        }
    }

    /** As a page, or as JSON, whichever way that was asked for. */
    private void show(VerbResult result) {
        if (form.isPresent()) {
            json.showAsJson(result, context);
        } else {
            json.show(result, context);
        }
    }

    private static int code(PlanResult result) {
        return result.hasErrors() ? ExitCode.FAILED : ExitCode.DONE;
    }
}
