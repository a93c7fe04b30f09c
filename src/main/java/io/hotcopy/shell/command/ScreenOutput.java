package io.hotcopy.shell.command;

import io.hotcopy.problem.HotCopyException;
import io.hotcopy.progress.ProgressListener;
import io.hotcopy.script.VerbOutput;
import io.hotcopy.shell.page.Pages;
import io.hotcopy.shell.screen.Screen;
import io.hotcopy.verb.VerbResult;
import java.io.PrintWriter;
import java.util.function.Function;

/** What a script's verbs show goes where the shell shows the same. */
final class ScreenOutput implements VerbOutput {
    private final Screen screen;
    private final boolean quiet;

    /** @param quiet whether progress is kept back */
    ScreenOutput(Screen screen, boolean quiet) {
        this.screen = screen;
        this.quiet = quiet;
    }

    @Override
    public void show(VerbResult result) {
        screen.show(Pages.of(result, screen.width()));
    }

    @Override
    public void failed(HotCopyException failure) {
        screen.complain(ReportedFailure.lines(failure));
    }

    @Override
    public <T> T watching(Function<ProgressListener, T> job) {
        try (Screen.ProgressDisplay progress = quiet ? Screen.SILENT : screen.progress()) {
            T result = job.apply(progress);
            progress.succeeded();
            return result;
        }
    }

    @Override
    public PrintWriter out() {
        return screen.out();
    }
}
