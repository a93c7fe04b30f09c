package io.hotcopy.dsl;

/** How much one compilation may still unfold: declarations that loop must end, and soon. */
final class Quota {

    static final int MOST_ROUNDS = 10_000;
    static final int MOST_WORDS = 100_000;
    static final int LONGEST_TEXT = 10_000;

    private int rounds;
    private int words;

    /** Takes one more round of some loop; false when there have been too many. */
    boolean takeRound() {
        return ++rounds <= MOST_ROUNDS;
    }

    /** Takes one more word; false when there have been too many. */
    boolean takeWord() {
        return ++words <= MOST_WORDS;
    }
}
