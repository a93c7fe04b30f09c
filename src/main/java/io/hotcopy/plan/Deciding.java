package io.hotcopy.plan;

import io.hotcopy.driver.ArchiveFacts;
import io.hotcopy.driver.DatabaseFacts;
import io.hotcopy.model.Declarations;
import io.hotcopy.model.Domain;
import io.hotcopy.model.OnOverlap;
import io.hotcopy.plan.DueRuns.Wanted;
import io.hotcopy.plan.PlanContext.Chosen;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.term.DatabaseName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is decided for all backup groups of a request.
 *
 * @param context with the steps and the obstacles; not judged
 * @param leftOut what is not carried out, and why
 * @param refused what cannot be, and why
 */
record Deciding(PlanContext context, List<LeftOut> leftOut, List<RefusedRuns> refused) {

    /** @throws HotCopyException when the request is for an instant at which nothing is to begin */
    static Deciding of(
            Declarations declared,
            PlanRequest request,
            List<Chosen> chosen,
            List<DatabaseFacts> databases,
            Map<DatabaseName, KnownSets> known,
            Function<DatabaseName, List<PastRun>> runs,
            Instant now) {
        PlanContext undecided = new PlanContext(declared, request, chosen, databases, List.of(), List.of());
        Map<DatabaseName, PastRuns> past = new HashMap<>();
        databases.forEach(facts -> past.put(facts.database(), new PastRuns(runs.apply(facts.database()))));
        Map<Chosen, LineHistory> found = new HashMap<>();
        Function<Chosen, LineHistory> histories = group -> found.computeIfAbsent(
                group,
                one -> new LineHistory(
                        one.group(),
                        past.get(one.policy().protects()).of(one.policy(), one.group()),
                        known.get(one.policy().protects())));
        Map<Chosen, Standing> seen = new HashMap<>();
        Function<Chosen, Standing> standings =
                group -> seen.computeIfAbsent(group, one -> standing(undecided, one, known));
        WantedRuns wanted = WantedRuns.of(
                chosen,
                group -> wanted(undecided, standings.apply(group), histories.apply(group), now),
                group -> undecided.factsOf(group.policy().protects()),
                histories,
                group -> standings.apply(group).inHand());
        refuseNothingThen(request, chosen, wanted);
        return decided(undecided, wanted, standings, known, histories, now);
    }

    private static Standing standing(PlanContext undecided, Chosen group, Map<DatabaseName, KnownSets> known) {
        DatabaseName database = group.policy().protects();
        List<ArchiveFacts> archives =
                StepMaker.archives(group, undecided.domainOf(database), undecided.factsOf(database));
        boolean asked = undecided.request().type().isPresent()
                || undecided.request().occurrence().isPresent()
                || !group.policy().isScheduled();
        InHand inHand = asked ? InHand.NOTHING : InHand.of(archives, undecided.factsOf(database));
        return Standing.of(group, archives, known.get(database), inHand);
    }

    private static WantedOfGroup.Found wanted(
            PlanContext undecided, Standing standing, LineHistory history, Instant now) {
        Chosen group = standing.chosen();
        DueRuns due = new DueRuns(undecided.timesOf(group.policy()).timetable(), group.group(), history);
        return new WantedOfGroup(standing, due).of(undecided.request(), now);
    }

    private static void refuseNothingThen(PlanRequest request, List<Chosen> chosen, WantedRuns wanted) {
        boolean nothing =
                wanted.leftOut().isEmpty() && wanted.byGroup().values().stream().allMatch(List::isEmpty);
        request.occurrence().filter(at -> nothing && !chosen.isEmpty()).ifPresent(at -> {
            Chosen first = chosen.get(0);
            throw new HotCopyException(
                    "no run of policy \"" + first.policy().name() + "\" is to begin at "
                            + DueRuns.shown(at, first.policy().timeZone()),
                    "plan --days N shows when runs are to begin.",
                    "--run TYPE --for INSTANT takes one that the schedule does not have.");
        });
    }

    private static Deciding decided(
            PlanContext undecided,
            WantedRuns wanted,
            Function<Chosen, Standing> standings,
            Map<DatabaseName, KnownSets> known,
            Function<Chosen, LineHistory> histories,
            Instant now) {
        List<Decision> decisions = wanted.byGroup().entrySet().stream()
                .map(entry ->
                        decide(undecided, standings.apply(entry.getKey()), entry.getValue(), known, histories, now))
                .toList();
        Map<Boolean, List<PlanStep>> steps = decisions.stream()
                .flatMap(decision -> decision.steps().stream())
                .collect(Collectors.partitioningBy(step -> isSkipped(undecided, (HotCopyStep) step)));
        PlanContext context = undecided.decided(
                List.copyOf(wanted.byGroup().keySet()),
                steps.get(false),
                decisions.stream()
                        .flatMap(decision -> decision.obstacles().stream())
                        .toList());
        List<LeftOut> leftOut = new ArrayList<>(wanted.leftOut());
        steps.get(true).forEach(step -> leftOut.add(skipped((HotCopyStep) step)));
        return new Deciding(context, List.copyOf(leftOut), refused(context, wanted, standings));
    }

    private static List<RefusedRuns> refused(
            PlanContext context, WantedRuns wanted, Function<Chosen, Standing> standings) {
        Stream<RefusedRuns> absent = wanted.byGroup().entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .filter(entry -> standings.apply(entry.getKey()).archives().isEmpty())
                .map(entry -> absent(entry.getKey(), entry.getValue()));
        return Stream.concat(context.obstacles().stream().map(Obstacle::refused), absent)
                .toList();
    }

    /** A rule tells which ones, so that this is no obstacle. */
    private static RefusedRuns absent(Chosen group, List<Wanted> wanted) {
        return new RefusedRuns(
                group.policy().name(),
                group.group().name(),
                group.policy().protects(),
                wanted.stream().map(Wanted::run).toList(),
                "none of its archives exists");
    }

    private static boolean isSkipped(PlanContext context, HotCopyStep step) {
        OnOverlap reaction = context.declared()
                .policy(step.policy())
                .orElseThrow()
                .reactions()
                .onOverlap();
        return reaction == OnOverlap.SKIP
                && !ConcurrentCopies.inTheWay(context.factsOf(step.database()), step)
                        .isEmpty();
    }

    private static LeftOut skipped(HotCopyStep step) {
        return new LeftOut(
                step.policy(),
                step.backupGroup(),
                step.database(),
                step.type(),
                step.serves(),
                Optional.empty(),
                "another hot copy is running that it may not run together with; onOverlap skip leaves it out",
                false);
    }

    private static Decision decide(
            PlanContext undecided,
            Standing standing,
            List<Wanted> wanted,
            Map<DatabaseName, KnownSets> known,
            Function<Chosen, LineHistory> histories,
            Instant now) {
        Chosen group = standing.chosen();
        DatabaseName database = group.policy().protects();
        Domain domain = undecided.domainOf(database);
        KnownSets sets = known.get(database);
        LineHistory history = histories.apply(group);
        Estimates estimates =
                new Estimates(undecided.timesOf(group.policy()), group.group(), sets, history.pastCopies());
        StepMaker maker =
                new StepMaker(undecided.request(), now, group, domain, undecided.factsOf(database), estimates, history);
        return new GroupPlanner(standing, maker, wanted).decide();
    }
}
