package io.hotcopy.shell.nuocmd;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads the words of a line by a {@link Grammar}, by the rules of Python's argparse, which the vendor's client uses: an
 * option may be shortened as long as it is clear which is meant, {@code --name=value} is one word, the last of an
 * option given twice counts, a negative number is no option.
 */
final class ArgumentReader {
    private static final Pattern NEGATIVE = Pattern.compile("-\\d+|-\\d*\\.\\d+");

    private final Grammar grammar;
    private final Map<String, String> environment;
    private final List<Token> tokens = new ArrayList<>();
    private final Map<String, Object> values = new LinkedHashMap<>();
    private final Set<Option> seen = new LinkedHashSet<>();
    private final List<String> unknown = new ArrayList<>();
    private int at;

    /** A word, the option that it names if it looks like one, and the value that came with it in the same word. */
    private record Token(String word, boolean isOption, Optional<Option> option, Optional<String> value) {

        static Token word(String word) {
            return new Token(word, false, Optional.empty(), Optional.empty());
        }
    }

    /**
     * What was read.
     *
     * @param unknown words that the grammar does not know
     * @param rest the words from the first that is no option, if the grammar says that more follows
     */
    record Reading(Arguments arguments, List<String> unknown, List<String> rest, boolean wantsHelp) {}

    /** @param environment where options may have defaults */
    ArgumentReader(Grammar grammar, Map<String, String> environment) {
        this.grammar = grammar;
        this.environment = environment;
    }

    /** @throws WrongLine when they do not keep to the grammar */
    Reading read(List<String> words) {
        int dashes = words.contains("--") ? words.indexOf("--") : words.size();
        for (int index = 0; index < words.size(); index++) {
            tokens.add(index < dashes ? token(words.get(index)) : Token.word(words.get(index)));
        }
        while (at < tokens.size() && !values.containsKey(Grammar.HELP.key())) {
            if (tokens.get(at).isOption()) {
                readOption(tokens.get(at++), dashes);
            } else if (grammar.hasMore()) {
                break;
            } else {
                unknown.add(tokens.get(at++).word());
            }
        }
        return reading(words.subList(at, words.size()));
    }

    private Reading reading(List<String> rest) {
        boolean wantsHelp = values.containsKey(Grammar.HELP.key());
        if (!wantsHelp) {
            requireAll();
            grammar.options().forEach(this::addDefault);
        }
        return new Reading(new Arguments(values), unknown, rest, wantsHelp);
    }

    private Token token(String word) {
        if (!word.startsWith("-") || word.equals("-")) {
            return Token.word(word);
        }
        Optional<Option> exact = grammar.named(word);
        if (exact.isPresent()) {
            return new Token(word, true, exact, Optional.empty());
        }
        int equals = word.indexOf('=');
        String name = equals < 0 ? word : word.substring(0, equals);
        Optional<String> value = equals < 0 ? Optional.empty() : Optional.of(word.substring(equals + 1));
        return grammar.named(name)
                .map(option -> new Token(word, true, Optional.of(option), value))
                .orElseGet(() -> shortened(word, name, value));
    }

    private Token shortened(String word, String name, Optional<String> value) {
        List<Option> meant = grammar.options().stream()
                .filter(option ->
                        option.name().startsWith("--") && option.name().startsWith(name))
                .toList();
        if (meant.size() > 1) {
            String all = meant.stream().map(Option::name).collect(Collectors.joining(", "));
            throw new WrongLine(grammar, "ambiguous option: " + word + " could match " + all);
        } else if (meant.size() == 1) {
            return new Token(word, true, Optional.of(meant.get(0)), value);
        }
        boolean plain = NEGATIVE.matcher(word).matches() || word.contains(" ");
        return plain ? Token.word(word) : new Token(word, true, Optional.empty(), Optional.empty());
    }

    private void readOption(Token token, int end) {
        if (token.option().isEmpty()) {
            unknown.add(token.word());
            return;
        }
        Option option = token.option().get();
        List<String> words = token.value().isPresent() ? List.of(token.value().get()) : wordsOf(option, end);
        if (token.value().isPresent() && option.words() == Option.Words.NONE) {
            throw wrong(option, "ignored explicit argument " + PythonText.repr(words.get(0)));
        }
        put(option, words.stream().map(word -> read(option, word)).toList());
    }

    private List<String> wordsOf(Option option, int end) {
        int most =
                switch (option.words()) {
                    case NONE -> 0;
                    case ONE -> 1;
                    case ANY, SOME -> tokens.size();
                };
        List<String> words = new ArrayList<>();
        while (words.size() < most && at < end && !tokens.get(at).isOption()) {
            words.add(tokens.get(at++).word());
        }
        if (words.isEmpty() && option.words() == Option.Words.ONE) {
            throw wrong(option, "expected one argument");
        } else if (words.isEmpty() && option.words() == Option.Words.SOME) {
            throw wrong(option, "expected at least one argument");
        }
        return words;
    }

    private Object read(Option option, String word) {
        Object value = option.type()
                .read(word)
                .orElseThrow(() -> wrong(option, option.type().complaint(word)));
        if (!option.choices().isEmpty() && !option.choices().contains(word)) {
            String all = option.choices().stream().map(PythonText::repr).collect(Collectors.joining(", "));
            throw wrong(option, "invalid choice: " + PythonText.repr(word) + " (choose from " + all + ")");
        }
        return value;
    }

    private void put(Option option, List<Object> read) {
        others(option).filter(seen::contains).findFirst().ifPresent(other -> {
            throw wrong(option, "not allowed with argument " + other.name());
        });
        seen.add(option);
        values.put(
                option.key(),
                switch (option.words()) {
                    case NONE -> true;
                    case ONE -> read.get(0);
                    case ANY, SOME -> read;
                });
    }

    private Stream<Option> others(Option option) {
        return grammar.groups().stream()
                .filter(group -> group.options().contains(option))
                .flatMap(group -> group.options().stream())
                .filter(other -> !other.equals(option));
    }

    private void requireAll() {
        List<String> missing = grammar.options().stream()
                .filter(option -> option.required() && !seen.contains(option))
                .filter(option -> option.usual(environment).isEmpty())
                .map(Option::name)
                .toList();
        if (!missing.isEmpty()) {
            throw new WrongLine(grammar, "the following arguments are required: " + String.join(", ", missing));
        }
        grammar.groups().stream().filter(Grammar.Group::required).forEach(this::requireOne);
    }

    private void requireOne(Grammar.Group group) {
        if (group.options().stream().noneMatch(seen::contains)) {
            String all = group.options().stream()
                    .filter(option -> !option.hidden())
                    .map(Option::name)
                    .collect(Collectors.joining(" "));
            throw new WrongLine(grammar, "one of the arguments " + all + " is required");
        }
    }

    private void addDefault(Option option) {
        option.usual(environment)
                .flatMap(text -> option.type().read(text))
                .ifPresent(value -> values.putIfAbsent(option.key(), value));
    }

    private WrongLine wrong(Option option, String what) {
        return new WrongLine(grammar, "argument " + option.name() + ": " + what);
    }
}
