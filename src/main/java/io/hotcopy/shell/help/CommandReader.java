package io.hotcopy.shell.help;

import io.hotcopy.shell.help.ArgumentDoc.Taken;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Reads what is said of a command off picocli's model of it, after {@link CommandPage#prepare}. */
final class CommandReader {
    private static final String EXAMPLES = "For example:";

    private CommandReader() {}

    static CommandDoc read(CommandLine line) {
        return read(List.of(line.getCommandName()), line.getCommandSpec());
    }

    private static CommandDoc read(List<String> path, CommandSpec spec) {
        List<String> description = Arrays.stream(spec.usageMessage().description())
                .map(CommandReader::formatted)
                .toList();
        List<String> footer = footer(spec);
        int examples = footer.indexOf(EXAMPLES) + 1;
        int end = examples;
        while (end > 0 && end < footer.size() && footer.get(end).startsWith("  ")) {
            end++;
        }
        return new CommandDoc(
                path,
                description.isEmpty() ? "" : description.get(0),
                Stream.concat(description.stream().skip(1), footer.stream().skip(end))
                        .filter(paragraph -> !paragraph.isBlank())
                        .toList(),
                spec.commandLine().getHelp().synopsis(0).strip(),
                spec.positionalParameters().stream().map(CommandReader::place).toList(),
                spec.options().stream()
                        .sorted(Comparator.comparing(OptionSpec::longestName))
                        .map(CommandReader::option)
                        .toList(),
                footer.subList(examples, end).stream().map(String::strip).toList(),
                inner(path, spec));
    }

    private static List<String> footer(CommandSpec spec) {
        return Arrays.stream(spec.usageMessage().footer())
                .map(CommandReader::formatted)
                .toList();
    }

    private static List<CommandDoc> inner(List<String> path, CommandSpec spec) {
        List<CommandDoc> inner = new ArrayList<>();
        spec.subcommands().forEach((name, line) -> {
            List<String> longer = new ArrayList<>(path);
            longer.add(name);
            inner.add(read(longer, line.getCommandSpec()));
        });
        return inner;
    }

    private static ArgumentDoc option(OptionSpec option) {
        boolean takesValue = option.arity().max() > 0;
        List<String> names = Arrays.stream(option.names())
                .sorted(Comparator.comparing(String::length))
                .toList();
        boolean several = option.arity().max() > 1 && option.arity().max() < Integer.MAX_VALUE;
        String label = takesValue ? option.paramLabel() : "";
        return new ArgumentDoc(
                names,
                several ? (label + " ").repeat(option.arity().max()).strip() : label,
                text(option),
                takesValue ? values(option) : List.of(),
                takesValue ? taken(option) : Taken.NOWHERE,
                option.required(),
                option.isMultiValue());
    }

    private static ArgumentDoc place(PositionalParamSpec place) {
        return new ArgumentDoc(
                List.of(),
                place.paramLabel(),
                text(place),
                values(place),
                taken(place),
                place.arity().min() > 0,
                place.arity().max() > 1);
    }

    private static String text(ArgSpec argument) {
        return formatted(String.join(" ", argument.description()));
    }

    /** Words of the language are written in lower case. */
    private static List<String> values(ArgSpec argument) {
        if (argument.completionCandidates() == null) {
            return ValueWords.of(argument);
        }
        return StreamSupport.stream(argument.completionCandidates().spliterator(), false)
                .map(word -> word.toLowerCase(Locale.ROOT))
                .toList();
    }

    private static Taken taken(ArgSpec argument) {
        return argument.completionCandidates() == null ? ValueWords.taken(argument) : Taken.NOWHERE;
    }

    /** picocli's texts are formats without arguments. */
    private static String formatted(String text) {
        return String.format(text).replaceAll("^\\R+", "").stripTrailing();
    }
}
