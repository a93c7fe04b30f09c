package io.hotcopy.shell.help;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Something that several commands or words have in common.
 *
 * @param name the word after {@code help}
 * @param title one line
 * @param parts in the order in which they are read
 */
record Topic(String name, String title, List<Part> parts) {

    /** One thing that is said. */
    sealed interface Part permits Text, Terms, Typed {}

    /** A paragraph. */
    record Text(String text) implements Part {}

    /** Terms with what they mean. */
    record Terms(List<Term> terms) implements Part {}

    /** One of them. */
    record Term(String name, String text) {}

    /** Lines as a person types them. */
    record Typed(Kind kind, List<TypedLine> lines) implements Part {}

    /** One of them; the remark is not typed, and may be empty. */
    record TypedLine(String line, String remark) {}

    /** What reads the lines. */
    enum Kind {
        COMMANDS,
        /** All lines together are one declaration. */
        DECLARATION,
        /** All lines together are one script. */
        SCRIPT
    }

    static Topic of(String name, String title, Part... parts) {
        return new Topic(name, title, List.of(parts));
    }

    static Text text(String text) {
        return new Text(text);
    }

    /** @param pairs a name, what it means, the next name… */
    static Terms terms(String... pairs) {
        return new Terms(pairs(pairs).map(pair -> new Term(pair[0], pair[1])).toList());
    }

    /** @param pairs a line, its remark, the next line… */
    static Typed commands(String... pairs) {
        return new Typed(
                Kind.COMMANDS,
                pairs(pairs).map(pair -> new TypedLine(pair[0], pair[1])).toList());
    }

    static Typed whole(Kind kind, String text) {
        return new Typed(kind, text.lines().map(line -> new TypedLine(line, "")).toList());
    }

    private static Stream<String[]> pairs(String... words) {
        return IntStream.range(0, words.length / 2)
                .mapToObj(pair -> new String[] {words[2 * pair], words[2 * pair + 1]});
    }
}
