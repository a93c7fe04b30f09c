package io.hotcopy.dsl.words;

/**
 * What stands between a word's braces.
 *
 * @param <W> the words that may stand there
 */
@FunctionalInterface
public interface Body<W> {

    /**
     * Tells every word that was understood to the receiver, in order.
     *
     * @return whether all that stands directly between the braces was understood; if not, something that seems to be
     *     missing may be there
     */
    boolean into(W words);
}
