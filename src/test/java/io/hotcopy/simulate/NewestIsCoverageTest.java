package io.hotcopy.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotcopy.model.Region;
import io.hotcopy.recovery.Coverage;
import io.hotcopy.recovery.RecoveryPlanner;
import io.hotcopy.recovery.TargetRange;
import io.hotcopy.term.StorageGroupName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the simulation says is restorable, against what the restore planner says of the same sets. */
class NewestIsCoverageTest {
    private static final int POLICIES = Integer.getInteger("hotcopy.policies", 25);
    private static final long FIRST = Long.getLong("hotcopy.seed", 10_000);

    private int asked;
    private int apart;

    @Test
    void afterEveryPublicationTheNewestCommitIsThatOfTheRestorePlanner() {
        for (long seed = FIRST; seed < FIRST + POLICIES; seed++) {
            RandomSchedule schedule = new RandomSchedule(seed);
            Search.Span span = SmallPlay.span(schedule);
            Stage stage = SmallPlay.stage(schedule, span);
            Log log = SmallPlay.baseline(stage, span).measures().log();
            compare(stage, log, Optional.empty(), "seed " + seed + ", " + schedule);
            for (Region region : stage.layout().domain().regions()) {
                compare(
                        stage,
                        log,
                        Optional.of(LostSets.of(region)),
                        "seed " + seed + ", without " + region.name() + ", " + schedule);
            }
        }
        assertTrue(asked > 100 * POLICIES && apart > 0, asked + " publications, " + apart + " apart");
    }

    /** @param lost whose sets are not there */
    private void compare(Stage stage, Log log, Optional<LostSets> lost, String which) {
        LossWatch watch = new LossWatch(stage.layout(), 0, Long.MAX_VALUE, lost);
        World world = new World(
                stage.layout().managers().size(), stage.layout().groups().size());
        for (int count = 1; count <= log.size(); count++) {
            watch.take(log.get(count - 1));
            List<Long> planned = planned(stage.layout(), log.first(count), lost);
            assertEquals(
                    planned,
                    newest(stage.layout(), watch, world, log.get(count - 1).at()),
                    which + " at " + count);
            asked++;
            apart += planned.stream().distinct().count() > 1 ? 1 : 0;
        }
    }

    private static List<Long> newest(Layout layout, LossWatch watch, World world, long now) {
        List<Long> newest = new ArrayList<>();
        LossWatch fresh = watch.fresh(now);
        fresh.measure(now, world);
        for (int group = 0; group < fresh.measured(); group++) {
            newest.add(fresh.newest(group));
        }
        return newest;
    }

    /** Sets tell only of the storage groups that they hold: without all of them the whole cannot be restored. */
    private static List<Long> planned(Layout layout, List<Published> copies, Optional<LostSets> lost) {
        List<Coverage.OfLineage> lineages =
                RecoveryPlanner.coverage(VirtualSets.of(layout, copies, lost)).lineages();
        List<Long> answers = new ArrayList<>();
        for (StorageGroupName group : layout.storageGroups()) {
            answers.add(
                    lineages.isEmpty() ? -1 : highest(lineages.get(0).ranges().getOrDefault(group, List.of())));
        }
        boolean knowsAll = !answers.contains(-1L);
        answers.add(knowsAll ? highest(lineages.get(0).whole()) : -1);
        return answers;
    }

    private static long highest(List<TargetRange> ranges) {
        return ranges.isEmpty() ? -1 : ranges.get(ranges.size() - 1).last().value();
    }
}
