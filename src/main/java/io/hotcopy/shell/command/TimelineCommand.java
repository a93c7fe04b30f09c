package io.hotcopy.shell.command;

import io.hotcopy.verb.TimelineRequest;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@CommandLine.Command
final class TimelineCommand extends Command {

    @Mixin
    private WhatParameter what;

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
        WrongUsageException.requireDays(back);
        if (ahead < 0) {
            throw new WrongUsageException("--ahead takes a number of days, zero or more, not " + ahead);
        }
        json.show(context.verbs().timeline().run(new TimelineRequest(what.text(), back, ahead)), context);
        return ExitCode.DONE;
    }
}
