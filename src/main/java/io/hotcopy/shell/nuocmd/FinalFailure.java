package io.hotcopy.shell.nuocmd;

/** Ends also what would have been tried again. */
final class FinalFailure extends CommandFailure {
    private static final long serialVersionUID = 1L;

    FinalFailure(String message) {
        super(message);
    }
}
