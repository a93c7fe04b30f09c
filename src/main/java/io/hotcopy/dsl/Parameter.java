package io.hotcopy.dsl;

import io.hotcopy.dsl.words.At;
import io.hotcopy.dsl.words.Body;
import io.hotcopy.dsl.words.Named;
import io.hotcopy.problem.SourceSpan;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Optional;

/**
 * What one parameter of a method of the vocabulary asks of the word.
 *
 * @param kind where it comes from
 * @param name the name before the colon of a {@link Kind#NAMED} one, else empty
 * @param text what a {@link Kind#NAMED} one says, else empty
 * @param type of the value, or of a list's elements; empty for a block or place
 * @param isList whether it takes several values: in a list when it is named, else one after another
 * @param isOptional whether it may be left out
 * @param scope the words that may stand in a {@link Kind#BLOCK}
 */
record Parameter(
        Kind kind,
        String name,
        String text,
        Optional<ArgumentType> type,
        boolean isList,
        boolean isOptional,
        Optional<Class<?>> scope) {

    /** Where the argument comes from. */
    enum Kind {
        /** The value at this place. */
        PLACED,
        /** The value after {@code name:}. */
        NAMED,
        /** The words between the braces. */
        BLOCK,
        /** The place of the word itself. */
        PLACE
    }

    static Parameter of(java.lang.reflect.Parameter declared) {
        if (declared.getType().equals(SourceSpan.class)) {
            return new Parameter(Kind.PLACE, "", "", Optional.empty(), false, false, Optional.empty());
        }
        if (declared.getType().equals(Body.class)) {
            Class<?> scope = (Class<?>) inner(declared.getParameterizedType());
            return new Parameter(Kind.BLOCK, "", "", Optional.empty(), false, false, Optional.of(scope));
        }
        Named named = declared.getAnnotation(Named.class);
        Type type = declared.getParameterizedType();
        boolean isOptional = outer(type).equals(Optional.class);
        Type required = isOptional ? inner(type) : type;
        boolean isList = outer(required).equals(List.class);
        Type located = isList ? inner(required) : required;
        if (!outer(located).equals(At.class)) {
            throw new IllegalStateException("a parameter of a word must be At, a list of At, or optional: " + declared);
        }
        return new Parameter(
                named == null ? Kind.PLACED : Kind.NAMED,
                named == null ? "" : named.value(),
                named == null ? "" : named.text(),
                Optional.of(ArgumentType.of((Class<?>) inner(located))),
                isList,
                isOptional,
                Optional.empty());
    }

    private static Class<?> outer(Type type) {
        return (Class<?>) (type instanceof ParameterizedType generic ? generic.getRawType() : type);
    }

    private static Type inner(Type type) {
        return ((ParameterizedType) type).getActualTypeArguments()[0];
    }
}
