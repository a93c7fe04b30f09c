package io.hotcopy.shell.command;

import io.hotcopy.shell.argument.Kind;
import io.hotcopy.shell.argument.Takes;
import io.hotcopy.shell.help.Example;
import io.hotcopy.shell.page.Pages;
import io.hotcopy.verb.VerbResult;
import io.hotcopy.verb.WorkloadCheckResult;
import io.hotcopy.verb.WorkloadRequest;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@CommandLine.Command
final class WorkloadCommand extends Command {

    WorkloadCommand(CommandContext context) {
        super(context);
    }

    @Override
    public Integer call() {
        throw new WrongUsageException("workload what", "workload start|status|stop|check NAME");
    }

    @Example("workload start --accounts 100000 --clients 8")
    @CommandLine.Command(
            name = "start",
            description = "Let bank clients transfer money; fills the table accounts if it is not there.")
    int start(
            @Takes(Kind.DATABASE)
                    @Option(
                            names = "--database",
                            paramLabel = "NAME",
                            description = "the database; default: the only one")
                    Optional<String> database,
            @Option(names = "--accounts", paramLabel = "N", description = "how many accounts; default: 10,000")
                    Optional<Integer> accounts,
            @Option(names = "--payload", paramLabel = "BYTES", description = "the size of each account; default: 1,024")
                    Optional<Integer> payload,
            @Option(names = "--clients", paramLabel = "N", description = "how many clients; default: 4")
                    Optional<Integer> clients,
            @Mixin QuietOption quiet) {
        WorkloadRequest request = new WorkloadRequest(database, accounts, payload, clients);
        return show(
                quiet.watching(context, progress -> context.verbs().workload().start(request, progress)));
    }

    @Example("workload status")
    @CommandLine.Command(name = "status", description = "Say what the workload has done so far.")
    int status(@Mixin JsonOption json) {
        json.show(context.verbs().workload().status(), context);
        return ExitCode.DONE;
    }

    @Example("workload stop")
    @CommandLine.Command(name = "stop", description = "Stop it and wait for its last answers.")
    int stop() {
        return show(context.verbs().workload().stop());
    }

    @Example("workload check before")
    @CommandLine.Command(
            name = "check",
            description = "Compare opened archives with the ledger of what the workload was answered.")
    int check(
            @Takes(Kind.OPENED) @Parameters(paramLabel = "NAME", description = "what the archives were opened as")
                    String name) {
        WorkloadCheckResult result = context.verbs().workload().check(name);
        show(result);
        return result.equal() ? ExitCode.DONE : ExitCode.FAILED;
    }

    private int show(VerbResult result) {
        context.screen().show(Pages.of(result));
        return ExitCode.DONE;
    }
}
