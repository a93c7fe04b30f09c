package io.hotcopy.shell.complete;

import io.hotcopy.shell.argument.Kind;
import io.hotcopy.shell.complete.WordsToCursor.Typed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** What may follow on the line of one command: its subcommands, options and places, as picocli knows them. */
final class CommandOffers {
    static final String SUBCOMMANDS = "commands";
    static final String OPTIONS = "options";

    private final ArgumentOffers values;

    CommandOffers(ArgumentOffers values) {
        this.values = values;
    }

    /**
     * What may stand at the cursor.
     *
     * @param command the one of the line's first word
     * @param words the line
     * @param line completes what follows at an offset as a line of its own
     */
    Completion of(CommandSpec command, WordsToCursor words, IntFunction<Completion> line) {
        CommandWalk walk = CommandWalk.over(command, words.texts());
        Typed typed = words.last();
        Optional<ArgSpec> wanted = walk.wanted();
        if (wanted.isPresent()) {
            return of(wanted.get(), typed, walk);
        }
        Optional<PositionalParamSpec> place = walk.place();
        if (place.filter(spec -> ArgumentOffers.isOf(spec, Kind.LINE)).isPresent()) {
            int start =
                    walk.wordOfPlace().map(at -> words.before().get(at).start()).orElse(typed.start());
            return line.apply(start);
        }
        int equals = typed.text().indexOf('=');
        if (typed.text().startsWith("-") && equals > 0) {
            OptionSpec option = walk.command().findOption(typed.text().substring(0, equals));
            return option == null || !typed.parts(equals + 1)
                    ? Completion.none(typed.start() + typed.text().length())
                    : of(option, typed.from(equals + 1), walk);
        }
        return completion(typed, offers(walk, place, typed));
    }

    private List<Offer> offers(CommandWalk walk, Optional<PositionalParamSpec> place, Typed typed) {
        List<Offer> offers = new ArrayList<>();
        boolean isOption = typed.text().startsWith("-");
        if (!isOption) {
            if (walk.positionals() == 0) {
                offers.addAll(subcommands(walk.command()));
            }
            place.ifPresent(spec -> offers.addAll(values.of(spec, typed.text(), walk)));
        }
        if (isOption) {
            walk.options().stream().map(option -> option(option, typed.text())).forEach(offers::add);
        } else if (typed.text().isEmpty() && !walk.mustFillPlace()) {
            boolean listed = !offers.isEmpty() && walk.wordOfPlace().isEmpty();
            walk.options().stream()
                    .filter(option -> !option.usageHelp() && (!listed || isNeeded(option)))
                    .map(option -> option(option, ""))
                    .forEach(offers::add);
        }
        return offers;
    }

    /** One of a group is needed only among the others of its group. */
    private static boolean isNeeded(OptionSpec option) {
        return option.required() && option.group() == null;
    }

    private Completion of(ArgSpec argument, Typed typed, CommandWalk walk) {
        int comma = argument.splitRegex().equals(",") && typed.quote().isEmpty()
                ? typed.text().lastIndexOf(',') + 1
                : 0;
        Typed last = comma == 0 ? typed : typed.from(comma);
        List<String> before = List.of(typed.text().substring(0, comma).split(","));
        List<Offer> offers = values.of(argument, last.text(), walk).stream()
                .filter(offer -> !before.contains(offer.value()))
                .toList();
        return completion(last, offers);
    }

    private static Completion completion(Typed typed, List<Offer> offers) {
        return new Completion(typed.start(), typed.text(), new Quoting.OfCommands(typed.quote()), offers);
    }

    static List<Offer> subcommands(CommandSpec command) {
        return command.subcommands().values().stream()
                .map(sub -> Offer.of(
                        sub.getCommandName(),
                        firstOf(sub.getCommandSpec().usageMessage().description()),
                        SUBCOMMANDS))
                .toList();
    }

    private static Offer option(OptionSpec option, String typed) {
        String name = typed.startsWith("-") && !typed.startsWith("--") && typed.length() > 1
                ? option.shortestName()
                : option.longestName();
        return Offer.of(name, firstOf(option.description()), OPTIONS);
    }

    private static String firstOf(String[] description) {
        return description.length == 0 ? "" : description[0];
    }
}
