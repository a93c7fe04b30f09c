package io.hotcopy.shell.command;

import io.hotcopy.script.ScriptException;
import io.hotcopy.script.ScriptUsageException;
import io.hotcopy.shell.screen.FailureLines;
import io.hotcopy.shell.screen.Lines;
import io.hotcopy.shell.screen.ProblemLines;
import io.hotcopy.verb.ProblemsException;
import io.hotcopy.verb.WrongFailuresException;

/** What is shown of a failure, and what it means for the exit code. */
final class ReportedFailure {
    private ReportedFailure() {}

    static Lines lines(Throwable failure) {
        if (failure instanceof ScriptException script) {
            return ProblemLines.of(script.problems(), script.texts());
        } else if (failure instanceof ProblemsException declaration) {
            return ProblemLines.of(declaration.problems(), declaration.texts());
        } else if (failure instanceof ScriptUsageException wrong) {
            return FailureLines.of(wrong).add(wrong.usage());
        }
        return FailureLines.of(failure);
    }

    static int exitCode(Throwable failure) {
        boolean wrongUsage = failure instanceof WrongUsageException
                || failure instanceof WrongFailuresException
                || failure instanceof ScriptUsageException;
        return wrongUsage ? ExitCode.USAGE : ExitCode.FAILED;
    }
}
