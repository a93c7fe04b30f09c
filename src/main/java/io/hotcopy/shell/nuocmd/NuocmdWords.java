package io.hotcopy.shell.nuocmd;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What may follow on a line of {@code nuocmd}, by the grammar alone: for completion. */
public final class NuocmdWords {
    private Grammar grammar = Nuocmd.global();
    private final List<String> said = new ArrayList<>();
    private final Set<Option> given = new LinkedHashSet<>();
    private Option option;
    private int values;

    /**
     * A word that may follow.
     *
     * @param word as it is typed
     * @param text what it is, in a few words; may be empty
     */
    public record Choice(String word, String text) {}

    /**
     * A value that may follow.
     *
     * @param option whose it is, with its dashes
     * @param index how many values it has already
     * @param choices the only values there are; empty for any
     */
    public record Wanted(String option, int index, List<String> choices) {}

    private NuocmdWords() {}

    /** @param words after {@code nuocmd}, all whole */
    public static NuocmdWords after(List<String> words) {
        NuocmdWords walk = new NuocmdWords();
        words.forEach(walk::step);
        return walk;
    }

    private void step(String word) {
        if (wanted().isPresent() && !(mayEnd() && word.startsWith("-"))) {
            values++;
        } else if (word.startsWith("-")) {
            int equals = word.indexOf('=');
            option =
                    grammar.named(equals < 0 ? word : word.substring(0, equals)).orElse(null);
            values = equals < 0 ? 0 : 1;
            Optional.ofNullable(option).ifPresent(given::add);
        } else {
            said.add(word);
            option = null;
            given.clear();
            grammar = grammarAfter(said);
        }
    }

    private static Grammar grammarAfter(List<String> said) {
        return Nuocmd.known()
                .filter(line -> said.equals(List.of(line.verb(), line.noun())))
                .findFirst()
                .map(NuocmdLine::grammar)
                .orElseGet(() -> new Grammar("nuocmd"));
    }

    /** The option of which a value may follow. */
    public Optional<Wanted> wanted() {
        boolean takes = option != null
                && switch (option.words()) {
                    case NONE -> false;
                    case ONE -> values == 0;
                    case ANY, SOME -> true;
                };
        return takes ? Optional.of(new Wanted(option.name(), values, option.choices())) : Optional.empty();
    }

    /** The option whose value follows a sign in the same word. */
    public Optional<Wanted> valueOf(String name) {
        return grammar.named(name)
                .filter(one -> one.words() != Option.Words.NONE)
                .map(one -> new Wanted(one.name(), 0, one.choices()));
    }

    /** Whether other options may follow without another value. */
    public boolean mayEnd() {
        return option == null
                || switch (option.words()) {
                    case NONE, ANY -> true;
                    case ONE, SOME -> values > 0;
                };
    }

    /** The verbs or nouns that may follow; none after both. */
    public List<Choice> words() {
        Stream<Choice> next = said.isEmpty()
                ? Nuocmd.known().map(line -> new Choice(line.verb(), nouns(line.verb())))
                : Nuocmd.known()
                        .filter(line -> said.equals(List.of(line.verb())))
                        .map(line ->
                                new Choice(line.noun(), line.grammar().usage().replaceAll("\\s+", " ")));
        return next.distinct().toList();
    }

    private static String nouns(String verb) {
        return String.join(
                ", ",
                Nuocmd.known()
                        .filter(line -> line.verb().equals(verb))
                        .map(NuocmdLine::noun)
                        .toList());
    }

    /** The options that may still be given. */
    public List<Choice> options() {
        return grammar.options().stream()
                .filter(one ->
                        !one.hidden() && !given.contains(one) && one.name().startsWith("--"))
                .filter(one -> grammar.groups().stream().noneMatch(group -> excludes(group, one)))
                .map(one -> new Choice(one.name(), text(one)))
                .toList();
    }

    private boolean excludes(Grammar.Group group, Option one) {
        return group.options().contains(one) && group.options().stream().anyMatch(given::contains);
    }

    private static String text(Option one) {
        String values = one.usage().substring(one.name().length()).strip();
        return one.required() && one.usual(Map.of()).isEmpty() ? values + ", required" : values;
    }

    /** The options of all lines that take a value which is not one of a few, for a test that none is forgotten. */
    static Set<String> withAnyValue() {
        Set<String> names = new LinkedHashSet<>();
        Stream.concat(Stream.of(Nuocmd.global()), Nuocmd.known().map(NuocmdLine::grammar))
                .flatMap(grammar -> grammar.options().stream())
                .filter(one -> one.words() != Option.Words.NONE && one.choices().isEmpty() && !one.hidden())
                .forEach(one -> names.add(one.name()));
        return names;
    }
}
