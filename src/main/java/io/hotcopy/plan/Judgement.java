package io.hotcopy.plan;

import io.hotcopy.plan.PlanContext.Chosen;
import io.hotcopy.problem.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What the rules say of a plan.
 *
 * @param problems all that they find, errors first; what they find in the promises, as warnings
 * @param barred the backup groups of which they find errors that concern no other
 */
record Judgement(List<Problem> problems, List<BarredGroup> barred) {

    static Judgement of(PlanContext context) {
        Map<Chosen, List<Problem>> errors = new LinkedHashMap<>();
        List<Problem> found = new ArrayList<>();
        for (Rule rule : Rule.ALL) {
            if (rule instanceof GroupRule) {
                context.chosen().forEach(group -> {
                    List<Problem> own = rule.check(context.of(group));
                    found.addAll(own);
                    errors.computeIfAbsent(group, one -> new ArrayList<>())
                            .addAll(own.stream().filter(Problem::isError).toList());
                });
            } else {
                found.addAll(rule.check(context));
            }
        }
        Rule.OF_PROMISES.forEach(
                rule -> rule.check(context).stream().map(Judgement::asWarning).forEach(found::add));
        return new Judgement(sorted(found.stream()), barred(errors));
    }

    /** Errors first, else in their order. */
    static List<Problem> sorted(Stream<Problem> findings) {
        return findings.sorted(Comparator.comparing(Problem::severity)).toList();
    }

    private static List<BarredGroup> barred(Map<Chosen, List<Problem>> errors) {
        return errors.entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .map(entry -> new BarredGroup(
                        entry.getKey().policy().name(), entry.getKey().group().name(), entry.getValue()))
                .toList();
    }

    private static Problem asWarning(Problem found) {
        return new Problem(Problem.Severity.WARNING, found.message(), found.hints(), found.span());
    }
}
