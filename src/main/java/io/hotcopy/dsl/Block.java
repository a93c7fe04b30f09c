package io.hotcopy.dsl;

import io.hotcopy.dsl.words.Body;
import java.util.List;

/**
 * The words between the braces of a word. They are checked when somebody asks for them.
 *
 * @param checker checks them
 * @param words as written
 * @param scope the words that may stand there
 * @param place where they stand
 */
record Block<W>(Checker checker, List<Word> words, Class<W> scope, Checker.Place place) implements Body<W> {

    @Override
    public void into(W receiver) {
        checker.check(words, scope, List.of(receiver), place);
    }
}
