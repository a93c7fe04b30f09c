package io.hotcopy.shell.command;

/** The exit codes of the program and of every line in the shell. */
public final class ExitCode {
    public static final int DONE = 0;
    /** Failed, damaged, or an objective not met. */
    public static final int FAILED = 1;
    /** Wrong usage; nothing was tried. */
    public static final int USAGE = 2;
    /** Could not be found out. */
    public static final int UNKNOWN = 3;

    public static final int INTERRUPTED = 130;

    private ExitCode() {}
}
