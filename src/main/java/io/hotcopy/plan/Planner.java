package io.hotcopy.plan;

import io.hotcopy.backupset.SetFacts;
import io.hotcopy.driver.DatabaseFacts;
import io.hotcopy.model.BackupPolicy;
import io.hotcopy.model.Declarations;
import io.hotcopy.plan.PlanContext.Chosen;
import io.hotcopy.problem.Problem;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.DatabaseName;
import io.hotcopy.term.ElementId;
import io.hotcopy.term.HotCopyType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes plans and has every {@link Rule} judge them. */
public final class Planner {

    private Planner() {}

    /**
     * Plans what is asked: one hot copy for each backup group, and what must come before it or takes its place.
     *
     * @param declared what is declared
     * @param request what is asked
     * @param facts gives what is true of a database now; asked once for each
     * @param sets gives the sets of a database, complete or not, wherever they lie; asked once for each
     * @param unusable the sets, of whichever database, that cannot be read
     * @param runs gives what the run ledger knows of a database's domain; asked once for each database
     * @param now the instant of the run; directories carry it in the time zone of the policy, unless the request is for
     *     an occurrence
     * @return the plan with all findings; {@link BackupPlan#canRun()} tells whether it may be run
     * @throws io.hotcopy.problem.HotCopyException when the request names what is not declared
     */
    public static BackupPlan plan(
            Declarations declared,
            PlanRequest request,
            Function<DatabaseName, DatabaseFacts> facts,
            Function<DatabaseName, List<SetFacts>> sets,
            List<UnusableSet> unusable,
            Function<DatabaseName, List<PastRun>> runs,
            Instant now) {
        List<Chosen> chosen = ChosenGroups.of(declared, request);
        List<DatabaseFacts> databases = chosen.stream()
                .map(group -> group.policy().protects())
                .distinct()
                .map(facts)
                .toList();
        Map<DatabaseName, KnownSets> known = new HashMap<>();
        databases.forEach(database ->
                known.put(database.database(), new KnownSets(database, sets.apply(database.database()), unusable)));
        Deciding deciding = Deciding.of(declared, request, chosen, databases, known, runs, now);
        PlanContext context = deciding.context();
        Judgement judgement = Judgement.of(context);
        return new BackupPlan(
                now,
                context.steps(),
                request.pace(),
                decidedOn(context, known),
                judgement.problems(),
                deciding.leftOut(),
                deciding.refused(),
                request.isScheduled() ? judgement.barred() : List.of());
    }

    /**
     * The running hot copies that a plan's hot copies may not run together with: when they have ended, it can begin.
     *
     * @param facts gives what is true of a database now
     */
    public static List<ElementId> inTheWay(BackupPlan plan, Function<DatabaseName, DatabaseFacts> facts) {
        return plan.steps().stream()
                .map(HotCopyStep.class::cast)
                .flatMap(step -> ConcurrentCopies.inTheWay(facts.apply(step.database()), step).stream())
                .distinct()
                .toList();
    }

    /**
     * What keeps a plan's hot copies from beginning now; empty when nothing does. The plan tells of it too, as errors
     * or warnings, as its policies say.
     *
     * @param facts gives what is true of a database now
     */
    public static List<Conflict> conflicts(BackupPlan plan, Function<DatabaseName, DatabaseFacts> facts) {
        return plan.steps().stream()
                .map(HotCopyStep.class::cast)
                .flatMap(step -> step.members().stream()
                        .flatMap(member -> ConcurrentCopies.refusal(facts.apply(step.database()), step, member)
                                .map(refusal -> new Conflict(step, member.archive(), refusal))
                                .stream()))
                .toList();
    }

    /** What the rules say of everything that is declared, knowing nothing of its state. */
    public static List<Problem> check(Declarations declared) {
        Declared known = Declared.of(declared);
        return Judgement.sorted(Stream.concat(known.findings(), findings(Rule.OF_PROMISES, rule -> known.fulls())));
    }

    /** The same without what the rules say of promises: for a proof, which says more of these than they can. */
    public static List<Problem> checkWithoutPromises(Declarations declared) {
        return Judgement.sorted(Declared.of(declared).findings());
    }

    /** What there is to judge of declarations alone. */
    private record Declared(PlanContext fulls, PlanContext journals) {

        static Declared of(Declarations declared) {
            List<Chosen> chosen = declared.policies().stream()
                    .filter(policy -> policy.run(HotCopyType.FULL).isPresent())
                    .flatMap(policy -> policy.backupGroups().stream().map(group -> new Chosen(policy, group)))
                    .toList();
            List<DatabaseFacts> databases = declared.domains().stream()
                    .flatMap(domain -> domain.databases().stream().map(database -> DeclaredFacts.of(domain, database)))
                    .toList();
            Map<DatabaseName, KnownSets> none = new HashMap<>();
            databases.forEach(database -> none.put(database.database(), new KnownSets(database, List.of(), List.of())));
            return new Declared(
                    decide(declared, PlanRequest.full(), chosen, databases, none, Instant.EPOCH),
                    Planner.journals(declared, chosen, databases));
        }

        Stream<Problem> findings() {
            return Planner.findings(Rule.ALL, rule -> rule instanceof AllowedJournals ? journals : fulls);
        }
    }

    /** What a policy says of journal hot copies must hold before it takes its first. */
    private static PlanContext journals(Declarations declared, List<Chosen> chosen, List<DatabaseFacts> databases) {
        List<Chosen> taking = chosen.stream()
                .filter(group -> group.policy().run(HotCopyType.JOURNAL).isPresent())
                .toList();
        return new PlanContext(declared, PlanRequest.of(HotCopyType.JOURNAL), taking, databases, List.of(), List.of());
    }

    /** Decides the steps, judging nothing and knowing no history. */
    static PlanContext decide(
            Declarations declared,
            PlanRequest request,
            List<Chosen> chosen,
            List<DatabaseFacts> databases,
            Map<DatabaseName, KnownSets> known,
            Instant now) {
        return Deciding.of(declared, request, chosen, databases, known, database -> List.of(), now)
                .context();
    }

    private static List<Basis> decidedOn(PlanContext context, Map<DatabaseName, KnownSets> known) {
        return context.policies().stream()
                .map(policy -> {
                    DatabaseName database = policy.protects();
                    Set<ArchiveId> copied = context.hotCopies().stream()
                            .filter(step -> step.policy().equals(policy.name()))
                            .flatMap(step -> step.members().stream().map(HotCopyStep.Member::archive))
                            .collect(Collectors.toSet());
                    String hash = DeclarationHash.of(policy, context.domainOf(database));
                    return Basis.of(policy.name(), hash, context.factsOf(database), copied, known.get(database));
                })
                .toList();
    }

    /**
     * What has changed of that which a plan was decided on, and so keeps it from being applied.
     *
     * @param declared what is declared now
     * @param facts gives what is true of a database now; asked once for each
     * @param sets gives the sets of a database, complete or not
     * @return a sentence for each change; empty when the plan may be carried out as it is
     */
    public static List<String> changes(
            BackupPlan plan,
            Declarations declared,
            Function<DatabaseName, DatabaseFacts> facts,
            Function<DatabaseName, List<SetFacts>> sets) {
        Map<DatabaseName, DatabaseFacts> known = new HashMap<>();
        List<Basis> now = new ArrayList<>();
        for (Basis then : plan.decidedOn()) {
            Optional<BackupPolicy> policy = declared.policy(then.policy())
                    .filter(same -> same.protects().equals(then.database())
                            && declared.database(then.database()).isPresent());
            if (policy.isPresent()) {
                DatabaseFacts found = known.computeIfAbsent(then.database(), facts);
                String hash = DeclarationHash.of(
                        policy.get(), declared.domain(then.database().domain()).orElseThrow());
                now.add(Basis.of(
                        then.policy(),
                        hash,
                        found,
                        then.archives().stream().map(Basis.Archive::id).toList(),
                        new KnownSets(found, sets.apply(then.database()), List.of())));
            }
        }
        return BasisChanges.between(plan.decidedOn(), now);
    }

    private static Stream<Problem> findings(List<Rule> rules, Function<Rule, PlanContext> contexts) {
        return rules.stream().flatMap(rule -> rule.check(contexts.apply(rule)).stream());
    }
}
