package io.hotcopy.dsl;

import io.hotcopy.dsl.words.At;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A word that did not fit, and what of it was understood: what is wrong must neither hide mistakes beside it nor make
 * things seem missing that it may hold.
 *
 * @param word its name, or that of the word that was probably meant; empty when it may be any word of its place
 * @param understood the arguments that fit, by their names, of a list the elements that fit; the one without a name
 *     stands under the empty name
 */
record Misread(String word, Map<String, Object> understood) {

    /** Told by the {@link Checker} of what its receiver is not told as a word. */
    interface Listener {
        void misread(Misread word);
    }

    /** A word of which nothing but perhaps its name was understood. */
    static Misread of(String word) {
        return new Misread(word, Map.of());
    }

    /** @param values one for each parameter of the shape, {@code null} where nothing was understood */
    static Misread of(WordShape shape, List<Object> values) {
        Map<String, Object> understood = new HashMap<>();
        for (int index = 0; index < values.size(); index++) {
            Parameter parameter = shape.parameters().get(index);
            if (parameter.type().isPresent()) {
                understood.put(parameter.name(), values.get(index));
            }
        }
        return new Misread(shape.name(), understood);
    }

    boolean mayBe(String name) {
        return word.isEmpty() || word.equals(name);
    }

    /** An argument, if it was understood. */
    <T> Optional<At<T>> value(String name, Class<T> type) {
        return typed(understood.get(name), type);
    }

    /** Those elements of a list that were understood. */
    <T> List<At<T>> values(String name, Class<T> type) {
        Object found = understood.get(name) instanceof Optional<?> given ? given.orElse(null) : understood.get(name);
        return found instanceof List<?> elements
                ? elements.stream()
                        .flatMap(element -> typed(element, type).stream())
                        .toList()
                : List.of();
    }

    private static <T> Optional<At<T>> typed(Object found, Class<T> type) {
        return found instanceof At<?> at && type.isInstance(at.value())
                ? Optional.of(new At<>(type.cast(at.value()), at.span()))
                : Optional.empty();
    }
}
