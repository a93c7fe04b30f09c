package io.hotcopy.shell.nuocmd;

/** The person has asked to end it; the thread is marked as interrupted. */
final class Interruption extends RuntimeException {
    private static final long serialVersionUID = 1L;
}
