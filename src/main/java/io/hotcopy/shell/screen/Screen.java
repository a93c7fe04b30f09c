package io.hotcopy.shell.screen;

import io.hotcopy.progress.ProgressEvent;
import io.hotcopy.progress.ProgressListener;
import java.io.PrintWriter;

/** Where text goes and answers come from: a terminal, or two pipes. Used by the thread that runs the job. */
public interface Screen extends AutoCloseable {

    /** Columns of a line, at least 20. */
    int width();

    /** Shows the answer to what was asked. */
    void show(Lines lines);

    /** Shows what went wrong and what to do; in a pipe it goes beside the answer, to standard error. */
    void complain(Lines lines);

    /**
     * Shows these in place of all that is on the screen, as much as has room; in a pipe below what was shown before.
     */
    void repaint(Lines picture);

    /** The raw way for an answer that is meant for programs, and for what a script prints. */
    PrintWriter out();

    /** Whether a person is there to be asked. */
    boolean asks();

    /** Asks a yes-or-no question; no answer means no. */
    boolean agrees(String question);

    /** Begins to show a long job; closed when the job has ended. */
    ProgressDisplay progress();

    /** Shows nothing while a job runs. */
    ProgressDisplay SILENT = new ProgressDisplay() {
        @Override
        public void on(ProgressEvent event) {}

        @Override
        public void close() {}
    };

    /** A listener that shows what it hears until it is closed. */
    interface ProgressDisplay extends ProgressListener, AutoCloseable {
        /** The job did what it should, so that its page will tell all: what has moved may go away. */
        default void succeeded() {}

        @Override
        void close();
    }

    @Override
    void close();
}
