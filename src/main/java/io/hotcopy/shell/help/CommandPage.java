package io.hotcopy.shell.help;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** The page of one command, which {@code help COMMAND} and {@code COMMAND --help} show alike. */
public final class CommandPage {
    private CommandPage() {}

    /**
     * Puts what is said of a command into picocli's model of it: its summary, headings, {@code --help}, and the
     * examples of it and of the commands inside it.
     *
     * @param summary what it does, without subject or full stop
     * @param example one line as a person types it
     */
    public static void prepare(CommandLine line, String summary, String example) {
        UsageMessageSpec page = line.getCommandSpec().usageMessage();
        page.description(with(sentence(summary), page.description()));
        prepare(line.getCommandSpec(), with(example, annotated(line.getCommandSpec())));
    }

    private static void prepare(CommandSpec spec, String... examples) {
        UsageMessageSpec page = spec.usageMessage();
        page.parameterListHeading("%nArguments:%n");
        page.optionListHeading("%nOptions:%n");
        page.commandListHeading("%nCommands; help " + spec.qualifiedName() + " COMMAND explains one:%n");
        List<String> footer = new ArrayList<>();
        if (examples.length > 0) {
            footer.add("");
            footer.add("For example:");
            Stream.of(examples)
                    .map(example -> "  " + example.replace("%", "%%"))
                    .forEach(footer::add);
        }
        page.footer(Stream.concat(footer.stream(), Stream.of(page.footer())).toArray(String[]::new));
        spec.subcommands().values().stream().map(CommandLine::getCommandSpec).forEach(inner -> {
            addHelp(inner);
            prepare(inner, annotated(inner));
        });
    }

    /** A command that is a method has only the options that its parameters are. */
    private static void addHelp(CommandSpec spec) {
        if (spec.findOption("--help") == null) {
            spec.addOption(OptionSpec.builder("-h", "--help")
                    .usageHelp(true)
                    .type(boolean.class)
                    .description("show this help")
                    .build());
        }
    }

    /** The examples at the class or method of a command. */
    static String[] annotated(CommandSpec spec) {
        Example example = spec.userObject() instanceof Method method
                ? method.getAnnotation(Example.class)
                : spec.userObject().getClass().getAnnotation(Example.class);
        return example == null ? new String[0] : example.value();
    }

    private static String[] with(String first, String... others) {
        return Stream.concat(Stream.of(first), Stream.of(others)).toArray(String[]::new);
    }

    static String sentence(String summary) {
        return summary.substring(0, 1).toUpperCase(Locale.ROOT) + summary.substring(1) + ".";
    }
}
