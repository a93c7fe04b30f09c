package io.hotcopy.shell.nuocmd;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * An option of a command line.
 *
 * @param name with its dashes
 * @param words how many words it takes
 * @param type what they are read as
 * @param choices the only words it may have; empty for any
 * @param required whether it must be given; not when the environment has a default
 * @param environment whether the environment may have a default, under {@code NUOCMD_} and its name
 * @param fallback its value when neither was given
 * @param hidden whether help leaves it out
 * @param key under which its value is found; several options may share one
 */
record Option(
        String name,
        Words words,
        ValueType type,
        List<String> choices,
        boolean required,
        boolean environment,
        Optional<String> fallback,
        boolean hidden,
        String key) {

    /** How many words follow an option. */
    enum Words {
        NONE,
        ONE,
        ANY,
        SOME
    }

    private static Option of(String name, Words words) {
        return new Option(
                name,
                words,
                ValueType.TEXT,
                List.of(),
                false,
                false,
                Optional.empty(),
                false,
                name.replaceFirst("^-+", ""));
    }

    static Option flag(String name) {
        return of(name, Words.NONE);
    }

    static Option one(String name) {
        return of(name, Words.ONE);
    }

    /** Takes any number of words. */
    static Option any(String name) {
        return of(name, Words.ANY);
    }

    /** Takes one word or more. */
    static Option some(String name) {
        return of(name, Words.SOME);
    }

    Option as(ValueType kind) {
        return new Option(name, words, kind, choices, required, environment, fallback, hidden, key);
    }

    Option oneOf(String... only) {
        return new Option(name, words, type, List.of(only), required, environment, fallback, hidden, key);
    }

    Option must() {
        return new Option(name, words, type, choices, true, environment, fallback, hidden, key);
    }

    Option orEnvironment() {
        return new Option(name, words, type, choices, required, true, fallback, hidden, key);
    }

    /** Also by the environment. */
    Option or(String usual) {
        return new Option(name, words, type, choices, required, true, Optional.of(usual), hidden, key);
    }

    Option hide() {
        return new Option(name, words, type, choices, required, environment, fallback, true, key);
    }

    Option knownAs(String other) {
        return new Option(name, words, type, choices, required, environment, fallback, hidden, other);
    }

    /** The name of its default in the environment. */
    String variable() {
        return "NUOCMD_" + name.replaceFirst("^-+", "").replace('-', '_').toUpperCase(Locale.ROOT);
    }

    /** Its value when it was not given. */
    Optional<String> usual(Map<String, String> variables) {
        return environment && variables.containsKey(variable()) ? Optional.of(variables.get(variable())) : fallback;
    }

    /** {@code --db-name DB_NAME}. */
    String usage() {
        String word = choices.isEmpty()
                ? name.replaceFirst("^-+", "").replace('-', '_').toUpperCase(Locale.ROOT)
                : "{" + String.join(",", choices) + "}";
        return switch (words) {
            case NONE -> name;
            case ONE -> name + " " + word;
            case ANY -> name + " [" + word + " ...]";
            case SOME -> name + " " + word + " [" + word + " ...]";
        };
    }
}
