package io.hotcopy.testkit;

import io.hotcopy.problem.Problem;
import io.hotcopy.problem.SourceSpan;
import java.util.List;
import java.util.Optional;

/** What a rule or the language finds wrong; shows itself with its place in the text. */
public final class Finding {
    private final Problem problem;
    private final String text;

    Finding(Problem problem, Shown shown) {
        this.problem = problem;
        this.text = shown.problem(problem);
    }

    /** One sentence. */
    public String getMessage() {
        return problem.message();
    }

    /** Whether it keeps the plan from being run; else it is a warning. */
    public boolean isError() {
        return problem.isError();
    }

    /** What to do about it, each a sentence; may be empty. */
    public List<String> getHints() {
        return problem.hints();
    }

    /** {@code file:line:column}; empty when it has no place. */
    public Optional<String> getPlace() {
        return problem.span().map(SourceSpan::toString);
    }

    @Override
    public String toString() {
        return text;
    }
}
