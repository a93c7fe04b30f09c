package io.hotcopy.dsl;

import java.util.List;
import java.util.Optional;

/** What came of reading a value as an argument of some type. */
sealed interface Reading permits Reading.Fits, Reading.OtherKind, Reading.Faulty {

    /** @param value of the Java type that the vocabulary names */
    record Fits(Object value) implements Reading {}

    /** The value is of another kind. */
    record OtherKind() implements Reading {}

    /**
     * The value is of the right kind, and wrong in itself.
     *
     * @param message the whole message
     * @param hints what to do about it
     */
    record Faulty(String message, List<String> hints) implements Reading {
        public Faulty {
            hints = List.copyOf(hints);
        }
    }

    static Reading fits(Object value) {
        return new Fits(value);
    }

    static Reading otherKind() {
        return new OtherKind();
    }

    static Reading faulty(String message, String... hints) {
        return new Faulty(message, List.of(hints));
    }

    /** A value that fits if there is one, and else is of another kind. */
    static Reading of(Optional<?> value) {
        return value.<Reading>map(Fits::new).orElseGet(OtherKind::new);
    }
}
