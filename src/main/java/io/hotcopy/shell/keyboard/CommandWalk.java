package io.hotcopy.shell.keyboard;

import io.hotcopy.shell.line.TypedWords.Word;
import java.util.Optional;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Goes over the words of a command after its name and knows what each of them is. */
final class CommandWalk {

    /** What a word is. */
    enum Kind {
        SUBCOMMAND,
        OPTION,
        /** It looks like an option and is none. */
        NO_OPTION,
        /** The value of the option before, or a word by its place. */
        VALUE
    }

    private CommandSpec spec;
    private String name;
    private Optional<OptionSpec> waiting = Optional.empty();
    private int placed;
    private boolean onlyWords;

    CommandWalk(String name, CommandSpec spec) {
        this.name = name;
        this.spec = spec;
    }

    /** Goes over one more word. */
    Kind step(Word word) {
        if (waiting.isPresent()) {
            waiting = Optional.empty();
            return Kind.VALUE;
        }
        if (!onlyWords
                && !word.isQuoted()
                && word.text().startsWith("-")
                && word.text().length() > 1) {
            return option(word.text());
        }
        if (placed == 0 && spec.subcommands().containsKey(word.text())) {
            spec = spec.subcommands().get(word.text()).getCommandSpec();
            name = name + " " + word.text();
            return Kind.SUBCOMMAND;
        }
        placed++;
        onlyWords = onlyWords || spec.parser().stopAtPositional();
        return Kind.VALUE;
    }

    private Kind option(String text) {
        if (text.equals("--")) {
            onlyWords = true;
            return Kind.OPTION;
        }
        Optional<OptionSpec> option = option(spec, text);
        boolean hasValue = text.indexOf('=') >= 0;
        waiting = option.filter(known -> !hasValue && known.arity().max() > 0 && !isSwitch(known));
        return option.isPresent() ? Kind.OPTION : Kind.NO_OPTION;
    }

    private static boolean isSwitch(OptionSpec option) {
        return option.arity().min() == 0;
    }

    /** The option that a word names, with or without a value after {@code =}. */
    static Optional<OptionSpec> option(CommandSpec spec, String word) {
        int equals = word.indexOf('=');
        return Optional.ofNullable(spec.findOption(equals < 0 ? word : word.substring(0, equals)));
    }

    /** What the next word is to be: the value of an option, or a word by its place; empty when it may be neither. */
    Optional<ArgSpec> wanted() {
        if (waiting.isPresent()) {
            return waiting.map(ArgSpec.class::cast);
        }
        return spec.positionalParameters().stream()
                .filter(parameter -> parameter.index().contains(placed))
                .filter(parameter ->
                        parameter.index().min() == placed || parameter.arity().max() > 1 || isLast(parameter))
                .map(ArgSpec.class::cast)
                .findFirst();
    }

    private boolean isLast(PositionalParamSpec parameter) {
        return parameter.index().isVariable() || parameter.index().max() >= placed;
    }

    /** The command with its subcommands so far. */
    String name() {
        return name;
    }

    CommandSpec spec() {
        return spec;
    }
}
