package io.hotcopy.app;

import io.hotcopy.shell.HotCopyProgram;
import java.util.List;

/** The program {@code hotcopy}: takes the command line, gives an exit code. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        CleanEnd end = new CleanEnd(Thread.currentThread());
        int code = new HotCopyProgram(Wiring.surroundings(end::isAsked)).run(List.of(arguments));
        end.reached();
        System.exit(code);
    }
}
