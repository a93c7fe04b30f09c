package io.hotcopy.verb;

import io.hotcopy.problem.HotCopyException;
import io.hotcopy.problem.Problem;
import java.util.List;
import java.util.Map;

/** What was asked for is not done, for several reasons: all problems, each with its place if it has one. */
public final class ProblemsException extends HotCopyException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;
    private final transient Map<String, String> texts;

    ProblemsException(List<Problem> problems, Map<String, String> texts) {
        super(problems.get(0).message(), problems.get(0).hints().toArray(String[]::new));
        this.problems = List.copyOf(problems);
        this.texts = Map.copyOf(texts);
    }

    /** As above, keeping what caused one of them. */
    ProblemsException(List<Problem> problems, Map<String, String> texts, Throwable cause) {
        super(problems.get(0).message(), cause, problems.get(0).hints().toArray(String[]::new));
        this.problems = List.copyOf(problems);
        this.texts = Map.copyOf(texts);
    }

    /** At least one. */
    public List<Problem> problems() {
        return problems;
    }

    /** What the places of the problems point into, by the names of the files. */
    public Map<String, String> texts() {
        return texts;
    }
}
