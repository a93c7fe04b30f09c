package io.hotcopy.recovery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotcopy.backupset.ElementFacts;
import io.hotcopy.backupset.ElementFacts.Member;
import io.hotcopy.backupset.SetFacts;
import io.hotcopy.recovery.RestoreTarget.Latest;
import io.hotcopy.recovery.RestoreTarget.ToCommit;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.ElementId;
import io.hotcopy.term.Lineage;
import io.hotcopy.term.StorageGroupName;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The planner against the definition, spelt out as plainly as can be: every commit of many small histories. */
class RecoveryPlannerPropertyTest {
    private static final int HISTORIES = 400;

    private final Map<RestoreRefusedException.Reason, Integer> refusals =
            new EnumMap<>(RestoreRefusedException.Reason.class);
    private int plans;

    @Test
    void plansWhatTheDefinitionAllowsAndNothingElse() {
        for (long seed = 0; seed < HISTORIES; seed++) {
            RandomRuns runs = new RandomRuns(seed);
            for (long number = 0; number <= RandomRuns.LAST_COMMIT + 1; number++) {
                requireAsDefined(runs, new CommitNumber(number), "seed " + seed + ", commit " + number);
            }
            requireNewest(runs, "seed " + seed);
        }
        assertTrue(plans > 2_000, "only " + plans + " plans");
        assertTrue(refusals.getOrDefault(RestoreRefusedException.Reason.AMBIGUOUS, 0) > 200, refusals.toString());
        assertTrue(refusals.getOrDefault(RestoreRefusedException.Reason.INCOMPLETE, 0) > 200, refusals.toString());
    }

    private void requireAsDefined(RandomRuns runs, CommitNumber commit, String what) {
        List<List<ElementFacts>> able = complete(runs.sets()).values().stream()
                .filter(elements -> elements.stream().allMatch(element -> gives(element, commit)))
                .toList();
        Set<UUID> meanings = able.stream()
                .map(elements -> home(runs, elements.get(0).lineage(), commit))
                .collect(Collectors.toSet());
        Optional<RestorePlan> plan = plan(runs.sets(), new ToCommit(commit));

        assertEquals(meanings.size() == 1, plan.isPresent(), what);
        plan.ifPresent(found -> {
            List<ElementFacts> bases =
                    found.archives().stream().map(ArchivePlan::base).toList();
            assertTrue(able.stream().anyMatch(elements -> Set.copyOf(elements).equals(Set.copyOf(bases))), what);
            assertEquals(commit, found.target(), what);
            assertFalse(found.isPartial(), what);
        });
        requireCoverage(runs, able, commit, what);
    }

    private static void requireCoverage(
            RandomRuns runs, List<List<ElementFacts>> able, CommitNumber commit, String what) {
        Coverage coverage = RecoveryPlanner.coverage(runs.sets());
        for (Lineage lineage : runs.lineages()) {
            for (String name : List.of("UNPARTITIONED", "SG1", "SG2", "SG3")) {
                StorageGroupName group = new StorageGroupName(name);
                boolean defined = able.stream()
                        .flatMap(List::stream)
                        .anyMatch(element -> element.lineage().equals(lineage)
                                && element.covers().containsKey(group));
                assertEquals(defined, coverage.contains(lineage, group, commit), what + ", " + group);
            }
        }
    }

    private void requireNewest(RandomRuns runs, String what) {
        Map<ElementId, List<ElementFacts>> complete = complete(runs.sets());
        Optional<RestorePlan> plan = plan(runs.sets(), new Latest());

        assertEquals(!complete.isEmpty(), plan.isPresent(), what);
        plan.ifPresent(found -> complete.values().stream()
                .map(elements -> elements.get(0))
                .filter(element -> element.lineage().equals(found.lineage()))
                .forEach(element -> assertFalse(element.cut().isAfter(found.target()), what)));
    }

    /** The fulls of each run of which every member's set holds one with the run's id and cut. */
    private static Map<ElementId, List<ElementFacts>> complete(List<SetFacts> sets) {
        Map<ElementId, List<ElementFacts>> complete = new LinkedHashMap<>();
        for (SetFacts set : sets) {
            for (ElementFacts element : set.elements()) {
                List<ElementFacts> parts = element.members().stream()
                        .flatMap(member -> partOf(member, element, sets).stream())
                        .toList();
                if (parts.size() == element.members().size()) {
                    complete.put(element.id(), parts);
                }
            }
        }
        return complete;
    }

    private static Optional<ElementFacts> partOf(Member member, ElementFacts like, List<SetFacts> sets) {
        return sets.stream()
                .filter(set -> set.id().equals(member.set()))
                .flatMap(set -> set.elements().stream())
                .filter(element ->
                        element.id().equals(like.id()) && element.cut().equals(like.cut()))
                .findFirst();
    }

    private static boolean gives(ElementFacts element, CommitNumber commit) {
        return element.pinPoint().value() <= commit.value()
                && commit.value() <= element.cut().value();
    }

    /** The lineage in which a commit was made; of a lineage that no set tells of, nothing but the id is known. */
    private static UUID home(RandomRuns runs, Lineage lineage, CommitNumber commit) {
        if (lineage.parent().isEmpty() || commit.isAfter(lineage.fork())) {
            return lineage.id();
        }
        UUID parent = lineage.parent().orElseThrow();
        return runs.known(parent).map(known -> home(runs, known, commit)).orElse(parent);
    }

    private Optional<RestorePlan> plan(List<SetFacts> sets, RestoreTarget target) {
        try {
            Optional<RestorePlan> plan = Optional.of(RecoveryPlanner.plan(sets, target));
            plans++;
            return plan;
        } catch (RestoreRefusedException refused) {
            refusals.merge(refused.reason(), 1, Integer::sum);
            return Optional.empty();
        }
    }
}
