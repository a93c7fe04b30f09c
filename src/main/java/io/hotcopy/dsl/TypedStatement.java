package io.hotcopy.dsl;

import java.util.ArrayList;
import java.util.List;

/** One statement as far as it has been typed. */
final class TypedStatement {
    private final int block;
    private final List<String> enclosing;
    private final List<String> given = new ArrayList<>();
    private final List<String> values = new ArrayList<>();
    private String word = "";
    private String argument = "";
    private int start = -1;
    private int index;
    private boolean hasValue;
    private boolean isClosed;

    /**
     * @param block where the brace of its block stands; -1 at the top
     * @param enclosing the words whose blocks are around it, outermost first
     */
    TypedStatement(int block, List<String> enclosing) {
        this.block = block;
        this.enclosing = List.copyOf(enclosing);
    }

    void begin(Token token) {
        start = token.start();
        word = token.isLikeName() ? token.text() : "";
        hasValue = !token.isLikeName();
    }

    boolean isBegun() {
        return start >= 0;
    }

    /** The name before a colon turns out to be that of an argument. */
    void name(String name) {
        argument = name;
        given.add(name);
        values.clear();
        hasValue = false;
    }

    void value() {
        hasValue = true;
    }

    void listBegins() {
        hasValue = true;
        values.clear();
    }

    void value(String text) {
        hasValue = true;
        values.add(text);
    }

    /** After a comma. */
    void nextArgument() {
        index += argument.isEmpty() ? 1 : 0;
        argument = "";
        values.clear();
        hasValue = false;
    }

    /** Nothing more belongs to it. */
    void close() {
        isClosed = true;
    }

    TypedText.Slot slot() {
        if (!isBegun()) {
            return TypedText.Slot.WORD;
        }
        if (isClosed || hasValue) {
            return TypedText.Slot.NOTHING;
        }
        return argument.isEmpty() ? TypedText.Slot.ARGUMENT : TypedText.Slot.VALUE;
    }

    int block() {
        return block;
    }

    int start() {
        return start;
    }

    List<String> enclosing() {
        return enclosing;
    }

    String word() {
        return word;
    }

    String argument() {
        return argument;
    }

    int index() {
        return index;
    }

    List<String> given() {
        return List.copyOf(given);
    }

    List<String> values() {
        return List.copyOf(values);
    }
}
