package io.hotcopy.script;

import io.hotcopy.problem.HotCopyException;
import io.hotcopy.progress.ProgressListener;
import io.hotcopy.verb.VerbResult;
import java.io.PrintWriter;
import java.util.function.Function;

/** Where a script's verbs show what they do, as the same commands do in the shell. */
public interface VerbOutput {

    /** Shows a result. */
    void show(VerbResult result);

    /** Shows a failure that the script outlives. */
    void failed(HotCopyException failure);

    /** Runs a long job and shows its progress while it runs. */
    <T> T watching(Function<ProgressListener, T> job);

    /** Where {@code println} prints. */
    PrintWriter out();
}
