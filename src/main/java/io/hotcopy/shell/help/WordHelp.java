package io.hotcopy.shell.help;

import io.hotcopy.dsl.Vocabulary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The words of the declaration language with the places where they may stand. */
final class WordHelp {
    private WordHelp() {}

    /** Every word once, sorted. */
    static Set<String> all() {
        Set<String> words = new TreeSet<>();
        places().forEach((path, entries) -> entries.forEach(entry -> words.add(entry.name())));
        return words;
    }

    /** What the word is for in each place where it may stand, by the words around it. */
    static Map<List<String>, Vocabulary.Entry> placesOf(String word) {
        Map<List<String>, Vocabulary.Entry> found = new LinkedHashMap<>();
        places().forEach((path, entries) ->
                entries.stream().filter(entry -> entry.name().equals(word)).forEach(entry -> found.put(path, entry)));
        return found;
    }

    /** {@code in domain database}, or {@code at the top}. */
    static String inWords(List<String> path) {
        return path.isEmpty() ? "at the top" : "in " + String.join(" ", path);
    }

    /** Its examples, the usual one as a whole when it has a block. */
    static String shown(Vocabulary.Entry word) {
        List<String> examples = new ArrayList<>(word.examples());
        if (word.hasBlock()) {
            examples.set(0, word.block());
        }
        return String.join(word.hasBlock() ? "\n\n" : "\n", examples);
    }

    /** The words of each place, by the words around it, outermost first. */
    static Map<List<String>, List<Vocabulary.Entry>> places() {
        Map<List<String>, List<Vocabulary.Entry>> places = new LinkedHashMap<>();
        add(List.of(), places);
        return places;
    }

    /** The words of one place before those inside them. */
    private static void add(List<String> path, Map<List<String>, List<Vocabulary.Entry>> places) {
        List<Vocabulary.Entry> words = Vocabulary.wordsInside(path);
        places.put(path, words);
        words.stream().filter(Vocabulary.Entry::hasBlock).forEach(word -> add(inside(path, word.name()), places));
    }

    static List<String> inside(List<String> path, String word) {
        List<String> inside = new ArrayList<>(path);
        inside.add(word);
        return List.copyOf(inside);
    }
}
