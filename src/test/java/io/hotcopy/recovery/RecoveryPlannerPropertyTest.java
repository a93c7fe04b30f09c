package io.hotcopy.recovery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotcopy.backupset.ElementFacts;
import io.hotcopy.recovery.RestoreTarget.Latest;
import io.hotcopy.recovery.RestoreTarget.ToCommit;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.CommitRange;
import io.hotcopy.term.HotCopyType;
import io.hotcopy.term.Lineage;
import io.hotcopy.term.StorageGroupName;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The planner against the definition: every commit of many small histories. */
class RecoveryPlannerPropertyTest {
    private static final int HISTORIES = 300;

    private final Map<RestoreRefusedException.Reason, Integer> refusals =
            new EnumMap<>(RestoreRefusedException.Reason.class);
    private int plans;
    private int steps;
    private int stepsOfOthers;

    @Test
    void plansWhatTheDefinitionAllowsAndNothingElse() {
        for (long seed = 0; seed < HISTORIES; seed++) {
            RandomRuns runs = new RandomRuns(seed);
            Definition definition = new Definition(runs.sets());
            Coverage coverage = RecoveryPlanner.coverage(runs.sets());
            for (long number = 0; number <= RandomRuns.LAST_COMMIT + 1; number++) {
                String what = "seed " + seed + ", commit " + number;
                requireAsDefined(runs, definition, number, what);
                requireCoverage(runs, definition, coverage, number, what);
            }
            requireNewest(runs, definition, "seed " + seed);
        }
        assertTrue(plans > 2_000, "only " + plans + " plans");
        assertTrue(steps > 2_000, "only " + steps + " steps");
        assertTrue(stepsOfOthers > 500, "only " + stepsOfOthers + " steps of other archives");
        for (RestoreRefusedException.Reason reason : RestoreRefusedException.Reason.values()) {
            assertTrue(refusals.getOrDefault(reason, 0) > 50, refusals.toString());
        }
    }

    private void requireAsDefined(RandomRuns runs, Definition definition, long number, String what) {
        Set<UUID> meanings = definition.lives().stream()
                .filter(life -> definition.home(life, number).equals(life))
                .filter(life -> !definition.able(life, number).isEmpty())
                .collect(Collectors.toSet());
        Optional<RestorePlan> plan = plan(runs, new ToCommit(RandomRuns.commit(number)));

        assertEquals(meanings.size() == 1, plan.isPresent(), what);
        plan.ifPresent(
                found -> requireExact(found, definition, meanings.iterator().next(), number, what));
    }

    private void requireExact(RestorePlan plan, Definition definition, UUID life, long number, String what) {
        List<ElementFacts> bases =
                plan.archives().stream().map(ArchivePlan::base).toList();
        assertTrue(
                definition.able(life, number).stream()
                        .anyMatch(base -> Set.copyOf(base).equals(Set.copyOf(bases))),
                what);
        assertEquals(RandomRuns.commit(number), plan.target(), what);
        assertTrue(definition.isSame(plan.lineage().id(), life, number), what);
        assertFalse(plan.isPartial(), what);
        plan.archives().forEach(archive -> requireExact(archive, definition, life, number, what));
        requireContent(plan, definition, life, number, what);
    }

    /** Applies the steps literally: each must follow on what is there, and all together be the commits up to it. */
    private void requireExact(ArchivePlan archive, Definition definition, UUID life, long number, String what) {
        for (StorageGroupName group : archive.base().covers().keySet()) {
            long reached = Math.min(archive.base().cut().value(), number);
            for (CoverStep step : archive.steps()) {
                CommitRange takes = step.takes().get(group);
                if (takes != null) {
                    requireHeld(step, group, takes, definition, life, what);
                    assertEquals(reached, takes.from().value(), what);
                    reached = takes.through().value();
                }
            }
            assertEquals(number, reached, what + ", " + group);
        }
        for (CoverStep step : archive.steps()) {
            steps++;
            stepsOfOthers += step.set().id().equals(archive.set().id()) ? 0 : 1;
            assertTrue(archive.base().covers().keySet().containsAll(step.takes().keySet()), what);
        }
    }

    private static void requireHeld(
            CoverStep step, StorageGroupName group, CommitRange takes, Definition definition, UUID life, String what) {
        CommitRange covers = step.element().covers().get(group);
        assertTrue(definition.believed().contains(step.element()), what);
        assertTrue(step.set().elements().contains(step.element()), what);
        assertFalse(takes.isEmpty(), what);
        assertFalse(covers.from().isAfter(takes.from()), what);
        assertFalse(takes.through().isAfter(covers.through()), what);
        assertTrue(
                definition.isSame(
                        step.element().lineage().id(), life, takes.through().value()),
                what);
        if (step.element().type() == HotCopyType.INCREMENTAL) {
            assertEquals(covers.through(), takes.through(), what);
        }
    }

    private static void requireContent(RestorePlan plan, Definition definition, UUID life, long number, String what) {
        Set<StorageGroupName> told = definition.believed().stream()
                .filter(element -> element.cut().value() == number)
                .filter(element -> definition.isSame(element.lineage().id(), life, number))
                .flatMap(element -> element.fingerprints().keySet().stream())
                .filter(plan.storageGroups()::contains)
                .collect(Collectors.toSet());
        assertEquals(told, plan.recorded().keySet(), what);
        assertEquals(told.equals(plan.storageGroups()), plan.fingerprints().isPresent(), what);
    }

    private static void requireCoverage(
            RandomRuns runs, Definition definition, Coverage coverage, long number, String what) {
        CommitNumber commit = RandomRuns.commit(number);
        for (Lineage lineage : runs.lineages()) {
            UUID life = lineage.id();
            boolean own = definition.lives().contains(life)
                    && definition.home(life, number).equals(life);
            assertEquals(
                    own && !definition.able(life, number).isEmpty(), coverage.containsWhole(lineage, commit), what);
            for (String name : RandomRuns.GROUPS) {
                StorageGroupName group = new StorageGroupName(name);
                assertEquals(
                        own && definition.isCovered(life, group, number),
                        coverage.contains(lineage, group, commit),
                        what + ", " + group);
            }
        }
    }

    private void requireNewest(RandomRuns runs, Definition definition, String what) {
        Optional<Long> newest = definition.newestFirst().stream()
                .map(life -> LongStream.rangeClosed(0, RandomRuns.LAST_COMMIT)
                        .filter(number -> !definition.able(life, number).isEmpty())
                        .boxed()
                        .reduce((one, later) -> later))
                .flatMap(Optional::stream)
                .findFirst();
        Optional<RestorePlan> plan = plan(runs, new Latest());

        assertEquals(newest, plan.map(found -> found.target().value()), what);
    }

    private Optional<RestorePlan> plan(RandomRuns runs, RestoreTarget target) {
        try {
            Optional<RestorePlan> plan = Optional.of(RecoveryPlanner.plan(runs.sets(), target));
            plans++;
            return plan;
        } catch (RestoreRefusedException refused) {
            refusals.merge(refused.reason(), 1, Integer::sum);
            return Optional.empty();
        }
    }
}
