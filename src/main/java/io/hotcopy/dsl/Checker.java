package io.hotcopy.dsl;

import io.hotcopy.dsl.words.Body;
import io.hotcopy.problem.SourceSpan;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Compares words with the vocabulary and tells a receiver those that fit. What does not fit is reported; it is not
 * told, and does not keep the rest from being checked.
 */
final class Checker {

    private final Findings findings;

    Checker(Findings findings) {
        this.findings = findings;
    }

    /** The words between the braces of a word, to be checked when the receiver of the word asks for them. */
    <W> Body<W> body(List<Word> words, Class<W> scope, Place place) {
        return new Block<>(this, words, scope, place);
    }

    /**
     * Where words stand, in the user's nouns.
     *
     * @param noun such as {@code domain 'acme'}; empty at the top of a text
     * @param span of what a missing word is missing from
     */
    record Place(String noun, SourceSpan span) {

        /** The block of a word: {@code domain 'acme'}. */
        static Place of(Word word) {
            String noun = word.arguments().stream()
                    .findFirst()
                    .map(name -> word.name() + " " + name.shown())
                    .orElse("`" + word.name() + "`");
            return new Place(noun, word.span());
        }

        String inside() {
            return noun.isEmpty() ? "at the top of a declaration" : "in " + noun;
        }
    }

    /**
     * Checks the words of one block.
     *
     * @param receivers implement the interface between them and are told every word that fits, in order, and as a
     *     {@link Misread.Listener} those that do not; without any the words are checked all the same
     */
    void check(List<Word> words, Class<?> scope, List<?> receivers, Place place) {
        Set<String> said = tell(words, scope, receivers, place);
        if (!mayBeAnything(words)) {
            missing(scope, said).forEach(shape -> reportMissing(shape, place));
        }
    }

    /** As {@link #check}, but for the words that are missing; gives the names of those that are there. */
    Set<String> tell(List<Word> words, Class<?> scope, List<?> receivers, Place place) {
        Map<String, WordShape> shapes = Vocabulary.byName(scope);
        Map<String, SourceSpan> seen = new LinkedHashMap<>();
        for (Word word : words) {
            check(word, shapes, seen, receivers, place);
        }
        return seen.keySet();
    }

    /** Whether one of the words could not be read at all. */
    static boolean mayBeAnything(List<Word> words) {
        return words.stream().anyMatch(word -> !word.isReadable() && word.name().isEmpty());
    }

    /** The words of an interface that have to be there and are not. */
    static List<WordShape> missing(Class<?> scope, Set<String> said) {
        return Vocabulary.byName(scope).values().stream()
                .filter(WordShape::isRequired)
                .filter(shape -> !said.contains(shape.name()))
                .toList();
    }

    private void check(
            Word word, Map<String, WordShape> shapes, Map<String, SourceSpan> seen, List<?> receivers, Place place) {
        WordShape shape = shapes.get(word.name());
        if (shape == null) {
            reportNames(word);
            Optional<String> meant = unknown(word, shapes, place);
            meant.ifPresent(near -> seen.putIfAbsent(near, word.span()));
            tell(receivers, Misread.of(meant.orElse("")));
            return;
        }
        SourceSpan first = seen.putIfAbsent(word.name(), word.span());
        if (!word.isReadable()) {
            reportNames(word);
            tell(receivers, Misread.of(word.name()));
            return;
        }
        if (first != null && shape.isOnce()) {
            findings.error(
                    word.span(), "`" + word.name() + "` stands twice " + place.inside(), "first declared at " + first);
            reportNames(word);
            return;
        }
        Arguments arguments = new Arguments(word, shape, findings, this);
        List<Object> values = arguments.read();
        if (arguments.fit() && !receivers.isEmpty()) {
            shape.tell(receivers, values);
        } else {
            tell(receivers, Misread.of(shape, values));
            checkBlock(word, shape);
        }
    }

    private static void tell(List<?> receivers, Misread misread) {
        for (Object receiver : receivers) {
            if (receiver instanceof Misread.Listener listener) {
                listener.misread(misread);
            }
        }
    }

    /** Names without a value are a mistake also where it is not known what the word takes. */
    private void reportNames(Word word) {
        Stream.concat(word.arguments().stream(), word.named().stream().map(Word.NamedValue::value))
                .filter(value ->
                        value instanceof Value.Bare bare && !bare.hints().isEmpty())
                .forEach(value -> ((Value.Bare) value).report(findings));
    }

    /** The block of a word that nobody is told about. */
    private void checkBlock(Word word, WordShape shape) {
        if (word.block().isPresent() && shape.scope().isPresent()) {
            check(word.block().get(), shape.scope().get(), List.of(), Place.of(word));
        }
    }

    /** Reports an unknown word, unless it has been; gives the word that was probably meant. */
    private Optional<String> unknown(Word word, Map<String, WordShape> shapes, Place place) {
        if (word.isReadable()) {
            findings.error(
                    word.span(),
                    "unknown word `" + word.name() + "` " + place.inside(),
                    Nearest.hints(word.name(), shapes.keySet(), "`", "words allowed here"));
        }
        return Nearest.to(word.name(), shapes.keySet());
    }

    void reportMissing(WordShape shape, Place place) {
        findings.error(
                place.span(), "`" + shape.name() + "` is missing " + place.inside(), "for example: " + shape.example());
    }
}
