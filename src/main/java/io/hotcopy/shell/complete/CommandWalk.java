package io.hotcopy.shell.complete;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Goes over the whole words of a command line and follows what they are; wrong ones are taken for places. */
final class CommandWalk {
    private CommandSpec command;
    private final Set<OptionSpec> given = new LinkedHashSet<>();
    private final List<String> placed = new ArrayList<>();
    private final List<Integer> wordsOfPlaces = new ArrayList<>();
    private OptionSpec option;
    private int wanting;

    private CommandWalk(CommandSpec command) {
        this.command = command;
    }

    /** @param words of the line, the command's name the first */
    static CommandWalk over(CommandSpec command, List<String> words) {
        CommandWalk walk = new CommandWalk(command);
        for (int at = 1; at < words.size(); at++) {
            walk.step(at, words.get(at));
        }
        return walk;
    }

    private void step(int at, String word) {
        CommandLine sub = command.subcommands().get(word);
        if (wanting > 0) {
            wanting--;
        } else if (isOption(word)) {
            option(word);
        } else if (placed.isEmpty() && sub != null) {
            command = sub.getCommandSpec();
            given.clear();
        } else {
            placed.add(word);
            wordsOfPlaces.add(at);
        }
    }

    /** After the words of another line, nothing is an option of this one. */
    private boolean isOption(String word) {
        boolean inLine = wordOfPlace().isPresent()
                && place().filter(spec -> ArgumentOffers.isLine(spec)).isPresent();
        return word.length() > 1 && word.startsWith("-") && !inLine;
    }

    private void option(String word) {
        int equals = word.indexOf('=');
        option = command.findOption(equals < 0 ? word : word.substring(0, equals));
        if (option != null) {
            given.add(option);
            wanting = equals < 0 ? option.arity().max() : 0;
        }
    }

    CommandSpec command() {
        return command;
    }

    /** The option of which a value must follow. */
    Optional<ArgSpec> wanted() {
        return wanting > 0 ? Optional.of(option) : Optional.empty();
    }

    /** How many places are taken. */
    int positionals() {
        return placed.size();
    }

    /** The words that stand at places. */
    List<String> placed() {
        return List.copyOf(placed);
    }

    /** The place that comes next. */
    Optional<PositionalParamSpec> place() {
        return placeAt(placed.size());
    }

    /** Whether the place that comes next must be filled, so that nothing else is in question. */
    boolean mustFillPlace() {
        return place().filter(spec -> spec.arity().min() > 0).isPresent()
                && wordOfPlace().isEmpty();
    }

    /** Which word is the first of the place that comes next; empty when it has none yet. */
    Optional<Integer> wordOfPlace() {
        Optional<PositionalParamSpec> next = place();
        for (int at = 0; at < placed.size(); at++) {
            if (next.isPresent() && placeAt(at).equals(next)) {
                return Optional.of(wordsOfPlaces.get(at));
            }
        }
        return Optional.empty();
    }

    private Optional<PositionalParamSpec> placeAt(int at) {
        return command.positionalParameters().stream()
                .filter(spec -> spec.index().contains(at) && (at == spec.index().min() || spec.isMultiValue()))
                .findFirst();
    }

    /** The options that may still be given. */
    List<OptionSpec> options() {
        return command.options().stream()
                .filter(one -> !one.hidden() && (!given.contains(one) || one.isMultiValue()))
                .filter(one -> command.argGroups().stream().noneMatch(group -> excludes(group, one)))
                .toList();
    }

    private boolean excludes(ArgGroupSpec group, OptionSpec one) {
        return group.exclusive()
                && group.options().contains(one)
                && group.options().stream().anyMatch(given::contains);
    }
}
