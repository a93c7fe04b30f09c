package io.hotcopy.verb;

import io.hotcopy.problem.HotCopyException;
import io.hotcopy.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A backup of which some backup groups are copied although others cannot be: it fails once those are, and tells all.
 */
final class PartialBackup {
    /** What the plan finds, errors first. */
    private final List<Problem> problems;

    private final int errors;

    private PartialBackup(PlanResult plan) {
        this.problems = new ArrayList<>(plan.problems());
        this.errors = (int) problems.stream().filter(Problem::isError).count();
    }

    /**
     * Takes what of a plan can be taken.
     *
     * @throws ProblemsException when that was not all of it
     * @throws HotCopyException when it failed or was cancelled
     */
    static BackupResult of(PlanResult plan, Supplier<BackupResult> taking) {
        if (!plan.hasErrors()) {
            return taking.get();
        }
        PartialBackup partial = new PartialBackup(plan);
        try {
            partial.taken(taking.get());
        } catch (HotCopyException failed) {
            if (Tries.isCancelled(failed)) {
                throw failed;
            }
            partial.failed(failed);
            throw new ProblemsException(partial.problems, plan.texts(), failed);
        }
        throw new ProblemsException(partial.problems, plan.texts());
    }

    private void failed(HotCopyException failed) {
        problems.add(
                errors, new Problem(Problem.Severity.ERROR, failed.getMessage(), failed.hints(), Optional.empty()));
    }

    /** The last error also tells what was taken all the same. */
    private void taken(BackupResult result) {
        Problem last = problems.get(errors - 1);
        List<String> hints = Stream.concat(last.hints().stream(), fates(result)).toList();
        problems.set(errors - 1, new Problem(last.severity(), last.message(), hints, last.span()));
    }

    private static Stream<String> fates(BackupResult result) {
        if (result.planned()) {
            return result.plan().plan().runnable().steps().stream()
                    .map(step -> "Step " + step.id() + " would be taken all the same.");
        }
        return Stream.concat(
                result.hotCopies().stream().map(copy -> "Step " + copy.step() + " is complete and stays."),
                result.left().stream()
                        .map(copy -> "Step " + copy.step() + " is left running: status shows it, cancel ends it."));
    }
}
