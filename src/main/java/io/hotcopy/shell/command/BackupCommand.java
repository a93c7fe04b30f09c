package io.hotcopy.shell.command;

import io.hotcopy.shell.help.Example;
import io.hotcopy.shell.page.Pages;
import io.hotcopy.verb.BackupRequest;
import io.hotcopy.verb.BackupResult;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Example({"backup bank-nightly --run full --group east --max-rate 40 --yes", "backup --timeout 60"})
@CommandLine.Command
final class BackupCommand extends Command {

    @Mixin
    private BackupChoice choice;

    @Mixin
    private ConfirmOption confirm;

    @Mixin
    private QuietOption quiet;

    @Option(
            names = "--timeout",
            paramLabel = "T",
            description = "wait no longer than T seconds, then leave it running; 0: do not wait")
    private Optional<Long> timeout;

    BackupCommand(CommandContext context) {
        super(context);
    }

    @Override
    public Integer call() {
        BackupRequest request = choice.request();
        Optional<Duration> patience = patience();
        confirm.require(context);
        BackupResult result = quiet.watching(context, progress -> context.verbs()
                .backup()
                .run(request, patience, confirm.asking(context, "take this backup?"), progress));
        context.screen().show(Pages.of(result));
        boolean tooLong = !result.left().isEmpty() && !patience.equals(Optional.of(Duration.ZERO));
        return tooLong ? ExitCode.FAILED : ExitCode.DONE;
    }

    private Optional<Duration> patience() {
        timeout.filter(seconds -> seconds < 0).ifPresent(seconds -> {
            throw new WrongUsageException("--timeout takes a number of seconds, not " + seconds);
        });
        return timeout.map(Duration::ofSeconds);
    }
}
