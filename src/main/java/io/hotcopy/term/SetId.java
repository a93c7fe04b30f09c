package io.hotcopy.term;

import java.util.UUID;

/**
 * The random id of one backup set.
 *
 * @param value the id
 */
public record SetId(UUID value) {

    /** Reads the form that {@link #toString()} writes; {@code IllegalArgumentException} when it is none. */
    public static SetId of(String text) {
        return new SetId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
