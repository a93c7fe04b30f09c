package io.hotcopy.shell.command;

import io.hotcopy.shell.page.Pages;
import io.hotcopy.verb.Confirmation;
import picocli.CommandLine.Option;

/** The option of every command that asks before it writes or deletes. */
final class ConfirmOption {
    @Option(names = "--yes", description = "do it without asking")
    private boolean yes;

    /** @throws WrongUsageException when somebody must be asked and nobody is there */
    void require(CommandContext context) {
        if (!yes && !context.screen().asks()) {
            throw new WrongUsageException("nobody is here to be asked", "--yes does it without asking");
        }
    }

    /** Shows the preview, then asks unless that is not wanted. */
    Confirmation asking(CommandContext context, String question) {
        return preview -> {
            context.screen().show(Pages.of(preview));
            return agrees(context, question);
        };
    }

    boolean agrees(CommandContext context, String question) {
        return yes || context.screen().agrees(question);
    }
}
