package io.hotcopy.shell.complete;

import io.hotcopy.dsl.TypedText.Place;
import io.hotcopy.shell.argument.Kind;
import io.hotcopy.shell.command.CommandTable;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What the arguments of a verb of scripts take: the same as the options and places of the command of its name. */
final class VerbArguments {
    private final CommandTable commands;
    private final ArgumentOffers values;

    VerbArguments(CommandTable commands, ArgumentOffers values) {
        this.commands = commands;
        this.values = values;
    }

    /** What may stand in the open quotes; each closes them when it is whole. */
    List<Offer> quoted(Place place, String typed) {
        Optional<CommandSpec> command = commands.spec(place.word());
        Optional<ArgSpec> argument = place.argument().isEmpty()
                ? command.flatMap(spec -> placed(spec, place.index()))
                : command.flatMap(spec -> option(spec, place.argument()));
        return argument
                .filter(spec -> !ArgumentOffers.isOf(spec, Kind.HELP_TOPIC))
                .map(spec -> values.of(spec, typed, CommandWalk.over(command.get(), List.of(place.word()))))
                .orElse(List.of())
                .stream()
                .map(offer -> offer.ends()
                        ? Offer.beginning(offer.value() + place.quote(), offer.text(), offer.group())
                        : offer)
                .toList();
    }

    /** What the option of that name says of itself; empty when the command has none. */
    String textOf(String verb, String name) {
        return commands.spec(verb)
                .flatMap(spec -> option(spec, name))
                .map(ArgSpec::description)
                .filter(lines -> lines.length > 0)
                .map(lines -> lines[0])
                .orElse("");
    }

    private static Optional<ArgSpec> placed(CommandSpec command, int index) {
        return command.positionalParameters().stream()
                .filter(spec -> spec.index().contains(index))
                .map(ArgSpec.class::cast)
                .findFirst();
    }

    /** The option {@code --max-rate} of the argument {@code maxRate}. */
    private static Optional<ArgSpec> option(CommandSpec command, String argument) {
        OptionSpec option =
                command.findOption("--" + argument.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT));
        return Optional.ofNullable(option);
    }
}
