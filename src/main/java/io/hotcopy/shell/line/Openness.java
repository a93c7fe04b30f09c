package io.hotcopy.shell.line;

import java.util.Optional;

/** Tells whether a text goes on on the next line. */
@FunctionalInterface
public interface Openness {

    /** What the text still wants; empty when it is complete, also when it has too much. */
    Optional<Wanted> of(String text);

    /**
     * What is wanted.
     *
     * @param missing what would close it, for the prompt: {@code }}
     * @param depth how many brackets are open
     */
    record Wanted(String missing, int depth) {}
}
