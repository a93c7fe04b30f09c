package io.hotcopy.verb;

/** What a verb gives back: a record that says everything a person or a program may want to know of what was done. */
public interface VerbResult {

    /** Whether nothing was done because this is a dry run: the result says what would be. */
    default boolean planned() {
        return false;
    }
}
