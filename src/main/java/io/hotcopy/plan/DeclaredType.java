package io.hotcopy.plan;

import io.hotcopy.problem.Problem;
import io.hotcopy.term.HotCopyType;
import java.util.List;

/** A policy is run only for what it declares; a simple hot copy makes and uses no set, so any policy may take one. */
final class DeclaredType implements Rule {

    @Override
    public List<Problem> check(PlanContext context) {
        if (context.type() == HotCopyType.SIMPLE) {
            return List.of();
        }
        String word = context.type().word();
        return context.policies().stream()
                .filter(policy -> policy.run(context.type()).isEmpty())
                .map(policy -> context.error(
                        PlanContext.pathOf(policy),
                        "policy \"" + policy.name() + "\" takes no " + word + " hot copies",
                        "Write the word " + word + " into the policy."))
                .toList();
    }
}
