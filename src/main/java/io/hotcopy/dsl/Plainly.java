package io.hotcopy.dsl;

import java.util.stream.Collectors;

/** What both spellings write alike. */
final class Plainly {
    private Plainly() {}

    /** A value that is no text and no list. */
    static String written(Value value) {
        if (value instanceof Value.Length length) {
            return Unit.written(length.duration());
        }
        if (value instanceof Value.Size size) {
            return Unit.written(size.size());
        }
        if (value instanceof Value.Bare bare) {
            return bare.name();
        }
        if (Literals.isPlain(value)) {
            return Literals.plain(value);
        }
        throw new IllegalStateException("no word takes " + value.shown());
    }

    /** Whether a character can stand in a text as it is, in every editor and for every reader. */
    static boolean isPrintable(int letter) {
        return switch (Character.getType(letter)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    /** A character by the numbers of its UTF-16 units. */
    static String units(int letter) {
        return Character.toString(letter)
                .chars()
                .mapToObj(unit -> String.format("\\u%04x", unit))
                .collect(Collectors.joining());
    }
}
