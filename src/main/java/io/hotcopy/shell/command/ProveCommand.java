package io.hotcopy.shell.command;

import io.hotcopy.dsl.OptionText;
import io.hotcopy.shell.argument.Kind;
import io.hotcopy.shell.argument.Takes;
import io.hotcopy.shell.help.Example;
import io.hotcopy.verb.ProveRequest;
import io.hotcopy.verb.ProveResult;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Example("prove nightly --fail \"sm:0@Tue 02:00..Tue 05:00\" --fail region:east")
@CommandLine.Command(
        footer = {
            "",
            "A FAILURE is sm:N (the storage manager of archive N is down), region:NAME (a region is lost) or run:TYPE"
                    + " (one full, incremental or journal hot copy fails), each with @FROM or @FROM..TO to say when."
                    + " Without, its worst moment is found. A moment is 'Tue 02:00', the first to come,"
                    + " 2026-12-01T02:00 by the policy's clock, or 2026-12-01T02:00+01:00.",
            "",
            "Exit code 1: an objective does not hold."
        })
final class ProveCommand extends Command {

    @Mixin
    private WhatParameter what;

    @Option(
            names = "--days",
            paramLabel = "N",
            defaultValue = "" + ProveRequest.DAYS,
            description = "look N days ahead (default: ${DEFAULT-VALUE})")
    private int days;

    @Takes(Kind.FAILURE)
    @Option(
            names = "--fail",
            paramLabel = "FAILURE",
            description = "assume this failure instead of every single one; may be given several times, each is"
                    + " looked at by itself")
    private List<String> fail = List.of();

    @Takes(Kind.DURATION)
    @Option(
            names = "--outage",
            paramLabel = "D",
            description = "for how long a storage manager stays down: 24.hours, 90.minutes; default: what each policy"
                    + " says")
    private Optional<String> outage;

    @Mixin
    private QuietOption quiet;

    @Mixin
    private JsonOption json;

    ProveCommand(CommandContext context) {
        super(context);
    }

    @Override
    public Integer call() {
        WrongUsageException.requireDays(days);
        ProveRequest request = new ProveRequest(what.text(), days, fail, outage());
        ProveResult result = quiet.watching(
                context, json, progress -> context.verbs().prove().run(request, progress));
        json.show(result, context);
        return result.holds() ? ExitCode.DONE : ExitCode.FAILED;
    }

    private Optional<Duration> outage() {
        Optional<Duration> length = WrongUsageException.wellWritten(outage, OptionText::duration);
        length.filter(Duration::isZero).ifPresent(none -> {
            throw new WrongUsageException("--outage takes a duration of more than zero, not \"" + outage.get() + "\"");
        });
        return length;
    }
}
