package io.hotcopy.script;

import io.hotcopy.problem.HotCopyException;
import io.hotcopy.problem.Problem;
import java.util.List;
import java.util.Map;

/** A script or line that could not be compiled, or that failed: its problems, each with its place if it has one. */
public final class ScriptException extends HotCopyException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;
    private final String name;
    private final String text;

    ScriptException(List<Problem> problems, ScriptText script, Throwable cause) {
        super(problems.get(0).message(), cause, problems.get(0).hints().toArray(String[]::new));
        this.problems = List.copyOf(problems);
        this.name = script.name();
        this.text = script.text();
    }

    /** At least one. */
    public List<Problem> problems() {
        return problems;
    }

    /** The text that the places of the problems point into, by its name. */
    public Map<String, String> texts() {
        return Map.of(name, text);
    }
}
