package io.hotcopy.dsl.words;

/**
 * A name that a person invented, in the form of {@link io.hotcopy.model.PlainName}.
 *
 * @param text as written
 */
public record Name(String text) {

    @Override
    public String toString() {
        return text;
    }
}
