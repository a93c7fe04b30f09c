package io.hotcopy.plan;

import io.hotcopy.model.BackupPolicy;
import io.hotcopy.problem.Problem;
import io.hotcopy.term.HotCopyType;
import java.util.List;
import java.util.Optional;

/** A policy is run only for what it declares; a simple hot copy makes and uses no set, so any policy may take one. */
final class DeclaredType implements Rule {

    @Override
    public List<Problem> check(PlanContext context) {
        return context.policies().stream()
                .flatMap(policy -> finding(context, policy).stream())
                .toList();
    }

    private static Optional<Problem> finding(PlanContext context, BackupPolicy policy) {
        return asked(context, policy)
                .filter(type -> type != HotCopyType.SIMPLE)
                .filter(type -> policy.run(type).isEmpty())
                .map(type -> context.error(
                        PlanContext.pathOf(policy),
                        "policy \"" + policy.name() + "\" takes no " + type.word() + " hot copies",
                        "Write the word " + type.word() + " into the policy."));
    }

    /** What is due is declared. */
    private static Optional<HotCopyType> asked(PlanContext context, BackupPolicy policy) {
        return context.type().isPresent() || policy.isScheduled() ? context.type() : Optional.of(HotCopyType.FULL);
    }
}
