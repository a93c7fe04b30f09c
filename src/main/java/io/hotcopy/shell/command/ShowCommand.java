package io.hotcopy.shell.command;

import io.hotcopy.shell.help.Example;
import io.hotcopy.shell.screen.FailureLines;
import io.hotcopy.shell.screen.Lines;
import io.hotcopy.verb.ShowTopic;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Example({"show policies", "show trace"})
@CommandLine.Command
final class ShowCommand extends Command {
    private static final String TRACE = "trace";

    @Parameters(
            paramLabel = "WHAT",
            completionCandidates = Topics.class,
            description = "one of: ${COMPLETION-CANDIDATES}; trace is the stack trace of the last error")
    private String what;

    @Mixin
    private JsonOption json;

    ShowCommand(CommandContext context) {
        super(context);
    }

    @Override
    public Integer call() {
        if (what.equals(TRACE)) {
            context.screen().show(context.lastFailure().map(FailureLines::trace).orElseGet(() -> new Lines()
                    .add("nothing has failed yet")));
            return ExitCode.DONE;
        }
        json.show(context.verbs().show().run(topic()), context);
        return ExitCode.DONE;
    }

    private ShowTopic topic() {
        return Arrays.stream(ShowTopic.values())
                .filter(topic -> word(topic).equals(what))
                .findFirst()
                .orElseThrow(() -> new WrongUsageException(
                        "nothing to show is called \"" + what + "\"", "there is: " + String.join(", ", new Topics())));
    }

    private static String word(ShowTopic topic) {
        return topic.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The words that may follow. */
    static final class Topics implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Stream.concat(Arrays.stream(ShowTopic.values()).map(ShowCommand::word), Stream.of(TRACE))
                    .iterator();
        }
    }
}
