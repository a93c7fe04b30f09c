package io.hotcopy.shell.command;

import io.hotcopy.dsl.Nearest;
import io.hotcopy.shell.argument.Kind;
import io.hotcopy.shell.argument.Takes;
import io.hotcopy.shell.screen.Ink;
import io.hotcopy.shell.screen.Lines;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

@CommandLine.Command
final class HelpCommand extends Command {

    @Takes(Kind.HELP_TOPIC)
    @Parameters(arity = "0..*", paramLabel = "COMMAND", description = "a command, or a word of the language")
    private List<String> about = List.of();

    HelpCommand(CommandContext context) {
        super(context);
    }

    @Override
    public Integer call() {
        if (about.isEmpty()) {
            context.screen().show(overview());
        } else if (CommandTable.named(about.get(0)).isPresent()) {
            explain(CommandTable.named(about.get(0)).get());
        } else {
            context.screen().show(word(about.get(0)));
        }
        return ExitCode.DONE;
    }

    private void explain(CommandTable.Entry entry) {
        CommandLine command = new CommandTable(context).picocli(entry);
        for (String sub : about.subList(1, about.size())) {
            CommandLine next = command.getSubcommands().get(sub);
            if (next == null) {
                throw new WrongUsageException("there is no command \"" + String.join(" ", about) + "\"");
            }
            command = next;
        }
        command.usage(context.screen().out());
        context.screen().out().flush();
    }

    /** What a word of the language is for, wherever it may stand. */
    private static Lines word(String name) {
        Lines lines = new Lines();
        WordHelp.placesOf(name).forEach((place, entry) -> {
            lines.add(Ink.STRONG.of(name), Ink.PLAIN.of(" " + place + ": " + entry.text()));
            lines.add("  " + entry.example());
            lines.add("  in YAML:  " + entry.inYaml());
        });
        if (lines.all().isEmpty()) {
            Optional<String> near = Nearest.to(name, known());
            throw near.isPresent()
                    ? new WrongUsageException("there is no command or word \"" + name + "\"", "help " + near.get())
                    : new WrongUsageException("there is no command or word \"" + name + "\"", "help lists them");
        }
        return lines;
    }

    private static List<String> known() {
        return Stream.concat(CommandTable.names().stream(), WordHelp.all().stream())
                .toList();
    }

    static Lines overview() {
        Lines lines = new Lines();
        Map<String, List<CommandTable.Entry>> topics = CommandTable.entries().stream()
                .collect(Collectors.groupingBy(CommandTable.Entry::topic, LinkedHashMap::new, Collectors.toList()));
        topics.forEach((topic, entries) -> {
            lines.gap().add(Ink.STRONG.of(topic));
            entries.forEach(entry -> lines.add(String.format("  %-14s %s", entry.name(), entry.summary())));
        });
        lines.gap().add(Ink.STRONG.of("words of the language"));
        lines.add("  " + String.join(" ", WordHelp.all()));
        lines.gap().add("help COMMAND and help WORD explain one; a line that is neither is Groovy");
        return lines;
    }
}
