package io.hotcopy.recovery;

import static io.hotcopy.backupset.SampleSets.member;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotcopy.backupset.ElementFacts;
import io.hotcopy.backupset.ElementFacts.Member;
import io.hotcopy.backupset.SampleSets;
import io.hotcopy.backupset.SetFacts;
import io.hotcopy.recovery.RestoreTarget.Latest;
import io.hotcopy.recovery.RestoreTarget.ToCommit;
import io.hotcopy.term.ElementId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two archives over 300 weeks: 600 sets, 12 000 journals, 3 000 incrementals. */
class LargeHistoryTest {
    private static final int WEEKS = 300;
    private static final int JOURNALS = 20;
    private static final int COMMITS_OF_A_JOURNAL = 100;
    private static final int COMMITS_OF_A_WEEK = JOURNALS * COMMITS_OF_A_JOURNAL;

    private final List<SetFacts> sets = new ArrayList<>();
    private long nextRun = 1;

    @Test
    void plansAndCoversWithoutLookingAtEverythingForEachCommit() {
        for (int week = 0; week < WEEKS; week++) {
            takeWeek(week);
        }
        long end = (long) WEEKS * COMMITS_OF_A_WEEK;

        assertEquals(end, RecoveryPlanner.plan(sets, new Latest()).target().value());
        RestorePlan middle = RecoveryPlanner.plan(sets, new ToCommit(RandomRuns.commit(end / 2 + 1_850)));
        assertEquals(end / 2 + 10, middle.archives().get(0).base().cut().value());
        assertTrue(middle.archives().get(0).steps().size() < JOURNALS, "too many steps");
        assertEquals(
                List.of(new TargetRange(RandomRuns.commit(0), RandomRuns.commit(end))),
                RecoveryPlanner.coverage(sets).lineages().get(0).whole());
        requireOldBaseServesAll(end);
    }

    /** With one full left, everything is to be carried from there. */
    private void requireOldBaseServesAll(long end) {
        List<SetFacts> oneBase = new ArrayList<>();
        for (int index = 0; index < sets.size(); index++) {
            SetFacts set = sets.get(index);
            oneBase.add(
                    index < 2
                            ? set
                            : SampleSets.holding(
                                    set,
                                    set.elements().stream()
                                            .filter(element ->
                                                    element.directory().endsWith(".jnl"))
                                            .toArray(ElementFacts[]::new)));
        }
        RestorePlan plan = RecoveryPlanner.plan(oneBase, new Latest());
        assertEquals(end, plan.target().value());
        assertTrue(plan.archives().get(0).steps().size() > WEEKS * JOURNALS - JOURNALS, "too few steps");
    }

    private void takeWeek(int week) {
        long begin = (long) week * COMMITS_OF_A_WEEK;
        List<Member> together = List.of(
                member(0, 2L * week, "UNPARTITIONED", "SG1", "SG2"),
                member(1, 2L * week + 1, "UNPARTITIONED", "SG2", "SG3"));
        List<SetFacts> places = new ArrayList<>();
        List<List<ElementFacts>> elements = List.of(new ArrayList<>(), new ArrayList<>());
        ElementId full = SampleSets.run(nextRun++);
        for (int at = 0; at < 2; at++) {
            Member own = together.get(at);
            places.add(SampleSets.identity(Path.of("set-" + own.set()), own, full));
            elements.get(at).add(SampleSets.full(places.get(at), full, together, begin, begin + 10, 1_000_000));
        }
        for (int number = 1; number <= JOURNALS; number++) {
            long from = begin + (number - 1L) * COMMITS_OF_A_JOURNAL;
            ElementId journal = SampleSets.run(nextRun++);
            ElementId incremental = SampleSets.run(nextRun++);
            for (int at = 0; at < 2; at++) {
                elements.get(at)
                        .add(SampleSets.journal(
                                places.get(at), journal, number, together, from, from + COMMITS_OF_A_JOURNAL, 1_000));
                if (number % 4 == 0) {
                    long cut = from + 50;
                    long before = number == 4 ? begin + 10 : cut - 4 * COMMITS_OF_A_JOURNAL;
                    elements.get(at)
                            .add(SampleSets.incremental(
                                    places.get(at), incremental, number, together, before, cut, 3_000));
                }
            }
        }
        for (int at = 0; at < 2; at++) {
            sets.add(SampleSets.holding(places.get(at), elements.get(at).toArray(ElementFacts[]::new)));
        }
    }
}
