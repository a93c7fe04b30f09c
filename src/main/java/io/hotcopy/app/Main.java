package io.hotcopy.app;

import io.hotcopy.shell.HotCopyProgram;
import java.util.List;

/** The program {@code hotcopy}: takes the command line, gives an exit code. */
public final class Main {
    private static final int FAILED = 1;

    private Main() {}

    public static void main(String[] arguments) {
        CleanEnd end = new CleanEnd(Thread.currentThread());
        int code = FAILED;
        try {
            code = new HotCopyProgram(Wiring.surroundings(end)).run(List.of(arguments));
        } catch (RuntimeException | Error defect) {
            // Whatever a command does wrong has been shown by now: this is the program itself, so show everything.
            defect.printStackTrace();
        } finally {
            end.reached();
        }
        System.exit(code);
    }
}
