package io.hotcopy.script

import io.hotcopy.problem.HotCopyException
import io.hotcopy.progress.ProgressListener
import io.hotcopy.verb.VerbResult
import java.util.function.Function

/** Keeps what a script shows. */
class TestOutput implements VerbOutput {

    final List<VerbResult> results = []
    final List<HotCopyException> failures = []
    final PrintWriter out

    TestOutput(Writer printed) {
        out = new PrintWriter(printed, true)
    }

    @Override
    void show(VerbResult result) {
        results << result
    }

    @Override
    void failed(HotCopyException failure) {
        failures << failure
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
