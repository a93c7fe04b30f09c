package io.hotcopy.shell.nuocmd;

/** A line that does not keep to its grammar; nothing was tried. */
final class WrongLine extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Grammar grammar;

    WrongLine(Grammar grammar, String message) {
        super(message);
        this.grammar = grammar;
    }

    /** What it should have kept to. */
    Grammar grammar() {
        return grammar;
    }
}
