package io.hotcopy.shell.command;

import io.hotcopy.shell.page.Pages;
import io.hotcopy.shell.screen.ResultJson;
import io.hotcopy.verb.VerbResult;
import picocli.CommandLine.Option;

/** The option of every reading command, and what it does. */
final class JsonOption {
    @Option(names = "--json", description = "print the result as JSON, for programs")
    private boolean json;

    boolean isWanted() {
        return json;
    }

    void show(VerbResult result, CommandContext context) {
        if (json) {
            showAsJson(result, context);
        } else {
            context.screen().show(Pages.of(result, context.screen().width()));
        }
    }

    /** Whether it was asked for by this option or not. */
    void showAsJson(VerbResult result, CommandContext context) {
        ResultJson.write(result, context.screen().out());
    }
}
