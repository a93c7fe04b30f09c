package io.hotcopy.dsl;

import groovy.lang.Closure;
import io.hotcopy.dsl.words.FileWords;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Takes the words of the language as closures, in scripts and specifications, and keeps them for the same checker that
 * texts go through: {@link PolicyCompiler#compile(WordRecorder, io.hotcopy.model.Declarations)}.
 *
 * <p>Between the braces only words are known, and values of the surrounding program; nothing outside answers for an
 * unknown word. Not for use by several threads.
 */
public final class WordRecorder {

    private final Path directory;
    private final List<Word> words = new ArrayList<>();

    /** @param directory where relative paths start */
    public WordRecorder(Path directory) {
        this.directory = directory;
    }

    public void domain(String name, Closure<?> body) {
        record("domain", name, body);
    }

    public void policy(String name, Closure<?> body) {
        record("policy", name, body);
    }

    /** @param named {@code from: 'base'} */
    public void policy(Map<String, ?> named, String name, Closure<?> body) {
        record("policy", named, name, body);
    }

    public void include(String file) {
        record("include", file);
    }

    List<Word> words() {
        return words;
    }

    Path directory() {
        return directory;
    }

    private void record(String word, Object... arguments) {
        words.add(RecordedBlock.word(word, arguments, FileWords.class));
    }
}
