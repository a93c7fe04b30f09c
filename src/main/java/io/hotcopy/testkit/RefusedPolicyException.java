package io.hotcopy.testkit;

import io.hotcopy.problem.HotCopyException;
import io.hotcopy.problem.Problem;
import io.hotcopy.problem.ProblemText;
import java.util.List;
import java.util.Map;

/** A policy cannot be read, or what it plans cannot be run. A test report shows only messages, so this one says all. */
public final class RefusedPolicyException extends HotCopyException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    RefusedPolicyException(String sentence, List<Problem> problems, Map<String, String> texts) {
        super(sentence + "\n" + ProblemText.of(problems, texts));
        this.problems = List.copyOf(problems);
    }

    /** Every one, with its place if it has one. */
    public List<Problem> problems() {
        return problems;
    }
}
