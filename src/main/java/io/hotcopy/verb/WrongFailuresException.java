package io.hotcopy.verb;

import io.hotcopy.problem.Problem;
import java.util.List;
import java.util.Map;

/** Failures to assume that are written in a way that cannot be meant, or that cannot happen; nothing was tried. */
public final class WrongFailuresException extends ProblemsException {

    private static final long serialVersionUID = 1L;

    WrongFailuresException(List<Problem> problems) {
        super(problems, Map.of());
    }
}
