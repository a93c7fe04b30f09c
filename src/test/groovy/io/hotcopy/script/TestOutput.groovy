package io.hotcopy.script

import io.hotcopy.progress.ProgressListener
import io.hotcopy.verb.VerbResult
import java.util.function.Function

/** Keeps what a script shows. */
class TestOutput implements VerbOutput {

    final List<VerbResult> results = []
    final PrintWriter out

    TestOutput(Writer printed) {
        out = new PrintWriter(printed, true)
    }

    @Override
    void show(VerbResult result) {
        results << result
    }

    @Override
    <T> T watching(Function<ProgressListener, T> job) {
        job.apply(ProgressListener.NONE)
    }

    @Override
    PrintWriter out() {
        out
    }
}
