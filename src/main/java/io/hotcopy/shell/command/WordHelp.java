package io.hotcopy.shell.command;

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

    /** What the word is for in each place where it may stand: {@code in domain}. */
    static Map<String, Vocabulary.Entry> placesOf(String word) {
        Map<String, Vocabulary.Entry> found = new LinkedHashMap<>();
        places().forEach((path, entries) -> entries.stream()
                .filter(entry -> entry.name().equals(word))
                .forEach(entry -> found.put(path.isEmpty() ? "at the top" : "in " + String.join(" ", path), entry)));
        return found;
    }

    /** The words of each place, by the words around it, outermost first. */
    private static Map<List<String>, List<Vocabulary.Entry>> places() {
        Map<List<String>, List<Vocabulary.Entry>> places = new LinkedHashMap<>();
        add(List.of(), places);
        return places;
    }

    private static void add(List<String> path, Map<List<String>, List<Vocabulary.Entry>> places) {
        List<Vocabulary.Entry> words = Vocabulary.wordsInside(path);
        if (words.isEmpty()) {
            return;
        }
        places.put(path, words);
        for (Vocabulary.Entry word : words) {
            List<String> inside = new ArrayList<>(path);
            inside.add(word.name());
            add(inside, places);
        }
    }
}
