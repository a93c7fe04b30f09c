package io.hotcopy.term;

import java.util.UUID;

/**
 * The random id of one element of a backup set; equal to the id of the run (hot copy) that made it.
 *
 * @param value the id
 */
public record ElementId(UUID value) {

    /** Reads the form that {@link #toString()} writes; {@code IllegalArgumentException} when it is none. */
    public static ElementId of(String text) {
        return new ElementId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
