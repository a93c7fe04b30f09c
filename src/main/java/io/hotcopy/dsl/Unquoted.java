package io.hotcopy.dsl;

/**
 * A name that stood in a closure without quotes and arguments. Alone it is a word; where it is used as a value, the
 * quotes are missing.
 */
final class Unquoted {

    private final String name;
    private boolean isUsed;

    Unquoted(String name) {
        this.name = name;
    }

    /** What it is called where a value should be. */
    String use() {
        isUsed = true;
        return "the unknown name `" + name + "`";
    }

    boolean isUsed() {
        return isUsed;
    }

    /** What it becomes inside a text. */
    @Override
    public String toString() {
        return use();
    }
}
