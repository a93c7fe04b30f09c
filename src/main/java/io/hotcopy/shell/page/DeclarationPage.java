package io.hotcopy.shell.page;

import io.hotcopy.problem.Problem;
import io.hotcopy.shell.screen.Ink;
import io.hotcopy.shell.screen.Lines;
import io.hotcopy.shell.screen.ProblemLines;
import io.hotcopy.verb.CheckResult;
import io.hotcopy.verb.LoadResult;
import java.util.ArrayList;
import java.util.List;

/** What {@code check} and {@code load} found. */
final class DeclarationPage {
    private DeclarationPage() {}

    static Lines checked(CheckResult result) {
        Lines lines = ProblemLines.of(result.problems(), result.texts());
        List<String> declared = new ArrayList<>();
        result.domains().forEach(domain -> declared.add("domain " + domain));
        result.policies().forEach(policy -> declared.add("policy " + policy));
        result.inDefaultZone()
                .forEach(policy ->
                        lines.add("policy " + policy + " names no time zone: the times of its schedules are UTC"));
        String what = declared.isEmpty() ? "nothing is declared" : String.join(", ", declared);
        return result.hasErrors()
                ? lines.add(Ink.BAD.of(count(result.problems())))
                : lines.add(Ink.GOOD.of("right: "), Ink.PLAIN.of(what + counted(result.problems())));
    }

    static Lines loaded(LoadResult result) {
        Lines lines = ProblemLines.of(result.problems(), result.texts());
        if (!result.loaded()) {
            return lines.add(Ink.BAD.of(count(result.problems()) + ", nothing was loaded"));
        }
        if (result.declared().isEmpty()) {
            return lines.add("nothing new is declared");
        }
        result.declared()
                .forEach(name -> lines.add(
                        Ink.GOOD.of(result.replaced().contains(name) ? "replaced " : "declared "), Ink.PLAIN.of(name)));
        return lines;
    }

    private static String counted(List<Problem> problems) {
        return problems.isEmpty() ? "" : " (" + count(problems) + ")";
    }

    /** {@code 2 errors, 1 warning}. */
    private static String count(List<Problem> problems) {
        long errors = problems.stream().filter(Problem::isError).count();
        long warnings = problems.size() - errors;
        List<String> parts = new ArrayList<>();
        if (errors > 0) {
            parts.add(Words.count(errors, "error"));
        }
        if (warnings > 0) {
            parts.add(Words.count(warnings, "warning"));
        }
        return String.join(", ", parts);
    }
}
