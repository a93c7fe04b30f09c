package io.hotcopy.shell.line;

import java.util.List;

/** What a line turned out to be. */
public sealed interface Route {

    /** Nothing to do: blank, or only a comment. */
    record Nothing() implements Route {}

    /**
     * A command line.
     *
     * @param words the command's name and its arguments, quotes taken off
     */
    record Command(List<String> words) implements Route {}

    /** Text of the declaration language. */
    record Declaration(String text) implements Route {}

    /** Groovy, as in a script. */
    record Groovy(String text) implements Route {}
}
