package io.hotcopy.dsl.words;

import io.hotcopy.problem.SourceSpan;

/**
 * A value and where it was written.
 *
 * @param value of the type that the word asks for
 * @param span its place in the text
 */
public record At<T>(T value, SourceSpan span) {

    @Override
    public String toString() {
        return value.toString();
    }
}
