package io.hotcopy.dsl.words;

/**
 * What stands between a word's braces.
 *
 * @param <W> the words that may stand there
 */
@FunctionalInterface
public interface Body<W> {

    /**
     * Tells every word that was understood to the receiver, in order. A receiver that has to know what was not
     * understood, because something that seems to be missing may be there, is told that too.
     */
    void into(W words);
}
