package io.hotcopy.shell.command;

import io.hotcopy.progress.ProgressListener;
import io.hotcopy.script.VerbOutput;
import io.hotcopy.shell.nuocmd.NuocmdSurroundings;
import io.hotcopy.shell.screen.Ink;
import io.hotcopy.shell.screen.Lines;
import io.hotcopy.shell.screen.Screen;
import io.hotcopy.verb.Verbs;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** What every command works with, and what the lines of one session share. Used by the thread that runs the lines. */
public final class CommandContext {
    private final Supplier<Verbs> verbs;
    private final Screen screen;
    private final BufferedReader standardInput;
    private final Path workingDirectory;
    private final Notices notices;
    private final NuocmdSurroundings nuocmd;
    private Throwable lastFailure;
    private boolean leaving;

    /**
     * @param verbs called when a command first needs them, so that help starts without a database
     * @param standardInput read only when a command asks for it
     * @param workingDirectory where relative paths start
     * @param notices what happens by itself meanwhile
     * @param nuocmd for the vendor's administration lines
     */
    public CommandContext(
            Supplier<Verbs> verbs,
            Screen screen,
            BufferedReader standardInput,
            Path workingDirectory,
            Notices notices,
            NuocmdSurroundings nuocmd) {
        this.verbs = verbs;
        this.screen = screen;
        this.standardInput = standardInput;
        this.workingDirectory = workingDirectory;
        this.notices = notices;
        this.nuocmd = nuocmd;
    }

    public Screen screen() {
        return screen;
    }

    /** The same session, shown elsewhere. */
    CommandContext on(Screen other) {
        return new CommandContext(verbs, other, standardInput, workingDirectory, notices, nuocmd);
    }

    /** Returns after that long, or when it is interrupted. */
    void pause(Duration time) throws InterruptedException {
        nuocmd.waiting().sleep(time);
    }

    /** Whether the last command asked to leave the shell. */
    public boolean isLeaving() {
        return leaving;
    }

    public Verbs verbs() {
        return verbs.get();
    }

    NuocmdSurroundings nuocmd() {
        return nuocmd;
    }

    /** Paths as they were typed, perhaps relative. */
    List<Path> paths(List<String> typed) {
        return typed.stream().map(this::path).toList();
    }

    Path path(String typed) {
        return workingDirectory.getFileSystem().getPath(typed);
    }

    /** The whole text of a file. */
    String read(Path path) throws IOException {
        return Files.readString(workingDirectory.resolve(path));
    }

    /** All of standard input. */
    String standardInput() {
        if (screen.asks()) {
            throw new WrongUsageException("standard input is the terminal", "hotcopy run - < FILE");
        }
        return standardInput.lines().collect(Collectors.joining("\n", "", "\n"));
    }

    /** Where verbs in a line of Groovy show what they do. */
    public VerbOutput output() {
        return new ScreenOutput(screen, false);
    }

    /**
     * Does a long job and shows its progress, and what happens by itself meanwhile above it; unless that is to be
     * quiet.
     */
    <T> T watching(boolean quiet, Function<ProgressListener, T> job) {
        if (quiet) {
            return job.apply(ProgressListener.NONE);
        }
        notices.showBy(this::notice);
        try {
            return output().watching(job);
        } finally {
            notices.keep();
        }
    }

    /** Does something that lasts, and shows meanwhile what happens by itself. */
    void showingNotices(Runnable lasting) {
        notices.showBy(this::notice);
        showNotices();
        try {
            lasting.run();
        } finally {
            notices.keep();
        }
    }

    /** Shows what has happened by itself and was not shown yet. */
    public void showNotices() {
        notices.drain().forEach(this::notice);
    }

    /** Shows something worth knowing that nobody asked for. */
    public void notice(String text) {
        screen.complain(new Lines().add(Ink.CAUTION.of("NOTE: "), Ink.PLAIN.of(text)));
    }

    void leave() {
        leaving = true;
    }

    /** A person who was asked does not want to leave after all. */
    public void stay() {
        leaving = false;
    }

    Optional<Throwable> lastFailure() {
        return Optional.ofNullable(lastFailure);
    }

    /** Shows what went wrong, keeps it for {@code show trace}, and gives the exit code. */
    public int report(Throwable failure) {
        lastFailure = failure;
        screen.complain(ReportedFailure.lines(failure));
        return ReportedFailure.exitCode(failure);
    }
}
