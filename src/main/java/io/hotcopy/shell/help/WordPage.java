package io.hotcopy.shell.help;

import io.hotcopy.dsl.Vocabulary;
import io.hotcopy.shell.page.Wrapped;
import io.hotcopy.shell.screen.Ink;
import io.hotcopy.shell.screen.Lines;
import java.util.List;

/** What is shown of the words of the language: one of them, or all of a place. */
final class WordPage {
    private static final String YAML = "  in YAML:  ";

    private final Wrapped wrapped;

    /** @param width columns of a line */
    WordPage(int width) {
        this.wrapped = new Wrapped(width);
    }

    /** @param path the words around it */
    Lines of(List<String> path, Vocabulary.Entry word) {
        Lines lines = new Lines();
        wrapped.add(Ink.PLAIN, word.name() + " ", WordHelp.inWords(path) + ": " + word.text(), lines);
        if (!word.arguments().isEmpty()) {
            lines.gap().add(Ink.STRONG.of("it takes"));
            word.arguments().forEach(argument -> wrapped.add(Ink.PLAIN, "  " + typed(argument), said(argument), lines));
        }
        lines.gap().add(Ink.STRONG.of("for example"));
        word.examples().forEach(example -> lines.add("  " + example));
        wrapped.add(Ink.PLAIN, YAML, word.inYaml(), lines);
        if (word.hasBlock()) {
            lines.gap().add(Ink.STRONG.of("between its braces"));
            lines.addAll(list(WordHelp.inside(path, word.name())));
            lines.gap().add(Ink.STRONG.of("a whole one"));
            word.block().lines().forEach(line -> lines.add(Ink.PLAIN.of(line.isEmpty() ? "" : "  " + line)));
        }
        return lines;
    }

    /** The words of a place, each with what it is for. */
    Lines list(List<String> path) {
        List<Vocabulary.Entry> words = Vocabulary.wordsInside(path);
        int column = words.stream().mapToInt(word -> word.name().length()).max().orElse(0) + 2;
        Lines lines = new Lines();
        words.forEach(word -> wrapped.add(
                Ink.PLAIN, String.format("  %-" + column + "s", word.name()), word.text() + marks(word), lines));
        return lines;
    }

    private static String marks(Vocabulary.Entry word) {
        return word.isRequired() ? " (must be there)" : "";
    }

    static String typed(Vocabulary.Argument argument) {
        return argument.name().isEmpty() ? "" : argument.name() + ": ";
    }

    /** {@code how long after the failure: a duration}. */
    static String said(Vocabulary.Argument argument) {
        String form = argument.form() + (argument.hint().isEmpty() ? "" : "; " + argument.hint());
        return argument.text().isEmpty() ? form : argument.text() + " (" + argument.form() + ")";
    }
}
