package io.hotcopy.dsl;

import io.hotcopy.dsl.words.FileWords;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The words of the language, read from the interfaces in {@code dsl.words}: for help, completion and hints. */
public final class Vocabulary {

    /**
     * What a person wants to know about a word.
     *
     * @param name as written
     * @param text what it is for, one sentence without a full stop
     * @param examples lines as a person writes them, the usual one first; every named argument stands in one of them
     * @param block an example with all that belongs between the braces, over several lines; empty for a word without
     * @param arguments what it takes, besides a block, in order
     * @param isOnce whether it may stand only once in its block
     * @param isRequired whether it must stand in its block
     */
    public record Entry(
            String name,
            String text,
            List<String> examples,
            String block,
            List<Argument> arguments,
            boolean isOnce,
            boolean isRequired) {

        private static Entry of(WordShape shape) {
            List<Argument> arguments = shape.parameters().stream()
                    .filter(parameter -> parameter.type().isPresent())
                    .map(parameter -> Argument.of(parameter, parameter.type().get()))
                    .toList();
            return new Entry(
                    shape.name(),
                    shape.text(),
                    shape.examples(),
                    shape.block(),
                    arguments,
                    shape.isOnce(),
                    shape.isRequired());
        }

        /** Whether words stand between braces after it. */
        public boolean hasBlock() {
            return !block.isEmpty();
        }

        /** The usual one of the examples. */
        public String example() {
            return examples.get(0);
        }

        /** The same example in YAML's spelling. */
        public String inYaml() {
            return Examples.yaml(example()).orElseThrow();
        }
    }

    /**
     * One thing that a word takes.
     *
     * @param name before the colon; empty for one that is given by its place
     * @param text what it says, without a full stop; empty for one that is given by its place, for which the word
     *     speaks
     * @param form what a value is: {@code a duration}, {@code archive numbers}
     * @param hint what a value looks like; empty when the form says it
     * @param words the words of the language that it may be, without quotes; empty when it is something else
     * @param isList whether it takes several values: in a list when it is named, else one after another
     * @param isRequired whether it must be given
     */
    public record Argument(
            String name,
            String text,
            String form,
            String hint,
            List<String> words,
            boolean isList,
            boolean isRequired) {

        private static Argument of(Parameter parameter, ArgumentType type) {
            return new Argument(
                    parameter.name(),
                    parameter.text(),
                    parameter.isList() ? type.plural() : type.singular(),
                    type.hint(),
                    type.words(),
                    parameter.isList(),
                    !parameter.isOptional());
        }
    }

    /** The interfaces do not change while the program runs. */
    private static final ClassValue<Map<String, WordShape>> BY_NAME = new ClassValue<>() {
        @Override
        protected Map<String, WordShape> computeValue(Class<?> scope) {
            Map<String, WordShape> byName = new LinkedHashMap<>();
            Arrays.stream(scope.getMethods())
                    .map(WordShape::of)
                    .sorted(Comparator.comparing(WordShape::name))
                    .forEach(shape -> byName.put(shape.name(), shape));
            return Collections.unmodifiableMap(byName);
        }
    };

    private Vocabulary() {}

    /**
     * The words that may stand inside these words, sorted by name.
     *
     * @param enclosing names of the words around, outermost first, as {@link PolicySyntax#enclosingWords} gives them;
     *     none for the top of a declaration
     * @return empty when there is no such place in the language
     */
    public static List<Entry> wordsInside(List<String> enclosing) {
        Optional<Class<?>> scope = Optional.of(FileWords.class);
        for (String word : enclosing) {
            scope = scope.flatMap(outer -> shape(outer, word)).flatMap(WordShape::scope);
        }
        return scope.stream()
                .flatMap(words -> byName(words).values().stream())
                .map(Entry::of)
                .toList();
    }

    /** The words of all places. */
    static Set<String> allWords() {
        Set<String> words = new TreeSet<>();
        addWords(FileWords.class, words);
        return words;
    }

    private static void addWords(Class<?> scope, Set<String> words) {
        byName(scope).forEach((name, shape) -> {
            words.add(name);
            shape.scope().ifPresent(inner -> addWords(inner, words));
        });
    }

    /** The first place, from the top of a declaration inwards, where all of these words may stand. */
    static Optional<Class<?>> scopeOf(List<Word> words) {
        return scopeOf(words, FileWords.class);
    }

    private static Optional<Class<?>> scopeOf(List<Word> words, Class<?> scope) {
        if (words.stream().allMatch(word -> byName(scope).containsKey(word.name()))) {
            return Optional.of(scope);
        }
        return byName(scope).values().stream()
                .flatMap(shape -> shape.scope().stream())
                .flatMap(inner -> scopeOf(words, inner).stream())
                .findFirst();
    }

    /** The words of one interface by their names, sorted; cannot be changed. */
    static Map<String, WordShape> byName(Class<?> scope) {
        return BY_NAME.get(scope);
    }

    static Optional<WordShape> shape(Class<?> scope, String name) {
        return Optional.ofNullable(byName(scope).get(name));
    }
}
