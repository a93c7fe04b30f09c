package io.hotcopy.verb;

import java.util.List;

/** A result that later verbs may be given in place of the words that mean what it made. */
public interface Referable {

    /** The words that mean it. */
    List<String> words();
}
