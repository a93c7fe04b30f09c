package io.hotcopy.shell.nuocmd;

/** Ends a command with a message: {@code '<verb> <noun>' failed: <message>}. */
class CommandFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CommandFailure(String message) {
        super(message);
    }
}
