package io.hotcopy.shell.command;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** The vendor's offline tool: his words, our verbs. */
@CommandLine.Command
final class NuoarchiveCommand extends Command {

    private NuoarchiveCommand(CommandContext context) {
        super(context);
    }

    /** With its two commands. */
    static CommandSpec spec(CommandContext context) {
        return CommandSpec.forAnnotatedObject(new NuoarchiveCommand(context))
                .addSubcommand("restore", new CommandLine(new NuoarchiveRestoreCommand(context)))
                .addSubcommand("check", new CommandLine(new NuoarchiveCheckCommand(context)));
    }

    @Override
    public Integer call() {
        throw new WrongUsageException(
                "nuoarchive what", "nuoarchive restore --restore-dir DIR SET", "nuoarchive check DIR");
    }
}
