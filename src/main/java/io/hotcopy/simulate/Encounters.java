package io.hotcopy.simulate;

import io.hotcopy.driver.ConcurrencyRules;
import io.hotcopy.driver.CopyRequest;
import io.hotcopy.driver.RunningCopy;
import io.hotcopy.term.ElementId;
import io.hotcopy.term.SetId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Which hot copies that run keep another from beginning: asked of those who decide it when a real one begins. */
final class Encounters {
    private static final ElementId TO_BE_MADE = new ElementId(new UUID(0, 0));

    private Encounters() {}

    /** The first running copy that the step may not begin beside; empty when it may begin. */
    static Optional<RunningStep> inTheWay(Step step, int[] members, World world, List<BackupJob> jobs, Stage stage) {
        for (int member : members) {
            if (world.copying[member] > 0) {
                List<RunningStep> beside = beside(member, jobs, stage);
                if (isRefused(step, member, world, beside, stage)) {
                    return beside.stream().findFirst();
                }
            }
        }
        return Optional.empty();
    }

    private static List<RunningStep> beside(int member, List<BackupJob> jobs, Stage stage) {
        List<RunningStep> beside = new ArrayList<>();
        for (BackupJob job : jobs) {
            if (job.current != null && stage.group(job.current.step().group()).has(member)) {
                beside.add(job.current);
            }
        }
        return beside;
    }

    private static boolean isRefused(Step step, int member, World world, List<RunningStep> beside, Stage stage) {
        List<RunningCopy> running =
                beside.stream().map(copy -> running(copy, member, stage)).toList();
        return ConcurrencyRules.refusal(running, id(world.newest[member]), request(step, member, world))
                .isPresent();
    }

    private static RunningCopy running(RunningStep copy, int member, Stage stage) {
        long set = copy.copy().set(stage.group(copy.step().group()).index(member));
        return new RunningCopy(
                new ElementId(new UUID(1, copy.begun())), copy.step().type(), id(set), true);
    }

    private static CopyRequest request(Step step, int member, World world) {
        Optional<SetId> set =
                switch (step.type()) {
                    case FULL, SIMPLE -> Optional.of(new SetId(new UUID(0, 0)));
                    case INCREMENTAL -> id(world.base[member]);
                    case JOURNAL -> id(world.newest[member]);
                };
        return new CopyRequest(TO_BE_MADE, step.type(), set);
    }

    private static Optional<SetId> id(long set) {
        return set == World.NONE ? Optional.empty() : Optional.of(new SetId(new UUID(1, set)));
    }
}
