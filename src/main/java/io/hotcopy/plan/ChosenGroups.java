package io.hotcopy.plan;

import io.hotcopy.model.BackupGroup;
import io.hotcopy.model.BackupPolicy;
import io.hotcopy.model.Declarations;
import io.hotcopy.plan.PlanContext.Chosen;
import io.hotcopy.problem.HotCopyException;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/** Finds what a request names among what is declared. */
final class ChosenGroups {
    private static final String LOAD = "Load a file that declares one.";

    private ChosenGroups() {}

    /**
     * The backup groups to plan, in the order of their policies; each policy's database is declared.
     *
     * @throws HotCopyException when something named is not declared
     */
    static List<Chosen> of(Declarations declared, PlanRequest request) {
        List<BackupPolicy> policies = request.policies().isEmpty()
                ? declared.policies()
                : request.policies().stream()
                        .map(name -> policy(declared, name))
                        .toList();
        if (policies.isEmpty()) {
            throw new HotCopyException("no policy is declared", LOAD);
        }
        policies.forEach(policy -> requireDatabase(declared, policy));
        List<Chosen> chosen = policies.stream()
                .flatMap(policy -> policy.backupGroups().stream()
                        .filter(group ->
                                request.backupGroup().map(group.name()::equals).orElse(true))
                        .map(group -> new Chosen(policy, group)))
                .toList();
        request.backupGroup().filter(group -> chosen.isEmpty()).ifPresent(group -> refuse(group, policies));
        return chosen;
    }

    private static BackupPolicy policy(Declarations declared, String name) {
        return declared.policy(name)
                .orElseThrow(() -> new HotCopyException(
                        "no policy \"" + name + "\" is declared",
                        declared.policies().isEmpty()
                                ? LOAD
                                : "Declared is " + quoted(declared.policies(), BackupPolicy::name) + "."));
    }

    private static void requireDatabase(Declarations declared, BackupPolicy policy) {
        if (declared.database(policy.protects()).isEmpty()) {
            throw new HotCopyException(
                    "policy \"" + policy.name() + "\" protects database \"" + policy.protects()
                            + "\", which is not declared",
                    "Load the file that declares domain \"" + policy.protects().domain() + "\".");
        }
    }

    private static void refuse(String group, List<BackupPolicy> policies) {
        List<BackupGroup> groups = policies.stream()
                .flatMap(policy -> policy.backupGroups().stream())
                .toList();
        throw new HotCopyException(
                "no backup group \"" + group + "\" in policy " + quoted(policies, BackupPolicy::name),
                "Declared is " + quoted(groups, BackupGroup::name) + ".");
    }

    private static <T> String quoted(Collection<T> things, Function<T, String> name) {
        return Words.quoted(things.stream().map(name).distinct().toList());
    }
}
