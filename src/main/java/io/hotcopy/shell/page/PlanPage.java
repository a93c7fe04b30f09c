package io.hotcopy.shell.page;

import io.hotcopy.plan.PlanPrinter;
import io.hotcopy.shell.screen.Lines;
import io.hotcopy.shell.screen.ProblemLines;
import io.hotcopy.verb.PlanResult;

/** The steps of a plan, then what the rules found. */
final class PlanPage {
    private PlanPage() {}

    static Lines of(PlanResult result) {
        Lines lines = new Lines().add(PlanPrinter.print(result.plan()));
        Lines findings = ProblemLines.of(result.plan().problems(), result.texts());
        return findings.all().isEmpty() ? lines : lines.gap().addAll(findings);
    }
}
