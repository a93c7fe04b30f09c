package io.hotcopy.plan;

import io.hotcopy.driver.DatabaseFacts;
import io.hotcopy.model.Declarations;
import io.hotcopy.plan.PlanContext.Chosen;
import io.hotcopy.problem.Problem;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.DatabaseName;
import io.hotcopy.term.HotCopyType;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Makes plans and has every {@link Rule} judge them. */
public final class Planner {

    private Planner() {}

    /**
     * Plans what is asked: one hot copy for each backup group.
     *
     * @param declared what is declared
     * @param request what is asked
     * @param facts gives what is true of a database now; asked once for each
     * @param now the instant of the run; directories carry it, in UTC
     * @return the plan with all findings; {@link BackupPlan#canRun()} tells whether it may be run
     * @throws io.hotcopy.problem.HotCopyException when the request names what is not declared
     */
    public static BackupPlan plan(
            Declarations declared, PlanRequest request, Function<DatabaseName, DatabaseFacts> facts, Instant now) {
        List<Chosen> chosen = ChosenGroups.of(declared, request);
        List<DatabaseFacts> databases = chosen.stream()
                .map(group -> group.policy().protects())
                .distinct()
                .map(facts)
                .toList();
        PlanContext context = decide(declared, request, chosen, databases, now);
        return new BackupPlan(now, context.steps(), request.pace(), decidedOn(context), judge(context));
    }

    /** What the rules say of everything that is declared, knowing nothing of its state. */
    public static List<Problem> check(Declarations declared) {
        List<Chosen> chosen = declared.policies().stream()
                .filter(policy -> policy.run(HotCopyType.FULL).isPresent())
                .flatMap(policy -> policy.backupGroups().stream().map(group -> new Chosen(policy, group)))
                .toList();
        List<DatabaseFacts> databases = declared.domains().stream()
                .flatMap(domain -> domain.databases().stream().map(database -> DeclaredFacts.of(domain, database)))
                .toList();
        return judge(decide(declared, PlanRequest.full(), chosen, databases, Instant.EPOCH));
    }

    /** Decides the steps, judging nothing. */
    static PlanContext decide(
            Declarations declared,
            PlanRequest request,
            List<Chosen> chosen,
            List<DatabaseFacts> databases,
            Instant now) {
        PlanContext undecided = new PlanContext(declared, request.type(), chosen, databases, List.of());
        StepMaker maker = new StepMaker(request, now);
        List<PlanStep> steps = chosen.stream()
                .map(group -> maker.step(
                        group,
                        undecided.domainOf(group.policy().protects()),
                        undecided.factsOf(group.policy().protects())))
                .flatMap(Optional::stream)
                .toList();
        return new PlanContext(declared, request.type(), chosen, databases, steps);
    }

    private static List<Basis> decidedOn(PlanContext context) {
        return context.policies().stream()
                .map(policy -> {
                    DatabaseName database = policy.protects();
                    Set<ArchiveId> copied = context.hotCopies().stream()
                            .filter(step -> step.policy().equals(policy.name()))
                            .flatMap(step -> step.members().stream().map(HotCopyStep.Member::archive))
                            .collect(Collectors.toSet());
                    String hash = DeclarationHash.of(policy, context.domainOf(database));
                    return Basis.of(policy.name(), hash, context.factsOf(database), copied);
                })
                .toList();
    }

    /** Everything that any rule finds, errors first. */
    private static List<Problem> judge(PlanContext context) {
        return Rule.ALL.stream()
                .flatMap(rule -> rule.check(context).stream())
                .sorted(Comparator.comparing(Problem::severity))
                .toList();
    }
}
