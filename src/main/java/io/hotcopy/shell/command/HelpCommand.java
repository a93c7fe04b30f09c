package io.hotcopy.shell.command;

import io.hotcopy.shell.screen.Ink;
import io.hotcopy.shell.screen.Lines;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

@CommandLine.Command
final class HelpCommand extends Command {

    @Parameters(arity = "0..1", paramLabel = "COMMAND", description = "a command, or a word of the language")
    private Optional<String> about;

    HelpCommand(CommandContext context) {
        super(context);
    }

    @Override
    public Integer call() {
        if (about.isEmpty()) {
            context.screen().show(overview());
        } else {
            explain(about.get());
        }
        return ExitCode.DONE;
    }

    private void explain(String name) {
        CommandTable table = new CommandTable(context);
        CommandTable.Entry entry = CommandTable.named(name)
                .orElseThrow(() -> new WrongUsageException("there is no command \"" + name + "\"", "help lists them"));
        table.picocli(entry).usage(context.screen().out());
        context.screen().out().flush();
    }

    static Lines overview() {
        Lines lines = new Lines();
        Map<String, List<CommandTable.Entry>> topics = CommandTable.entries().stream()
                .collect(Collectors.groupingBy(CommandTable.Entry::topic, LinkedHashMap::new, Collectors.toList()));
        topics.forEach((topic, entries) -> {
            lines.gap().add(Ink.STRONG.of(topic));
            entries.forEach(entry -> lines.add(String.format("  %-14s %s", entry.name(), entry.summary())));
        });
        return lines;
    }
}
