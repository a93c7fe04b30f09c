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
            ResultJson.write(result, context.screen().out());
        } else {
            context.screen().show(Pages.of(result));
        }
    }
}
