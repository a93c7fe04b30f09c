package io.hotcopy.plan;

import io.hotcopy.plan.Decider.Answer;
import io.hotcopy.plan.Decider.Cause;
import io.hotcopy.plan.Decider.Refused;
import io.hotcopy.plan.Decider.Taken;
import io.hotcopy.plan.DueRuns.Wanted;
import io.hotcopy.plan.PlanContext.Chosen;
import io.hotcopy.term.HotCopyType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Makes the steps of one backup group out of what is decided for it: into which sets, and why. */
final class GroupPlanner {
    private final Chosen chosen;
    private final Standing standing;
    private final StepMaker maker;
    private final List<Wanted> wanted;

    /** @param wanted at most one run of each line */
    GroupPlanner(Standing standing, StepMaker maker, List<Wanted> wanted) {
        this.chosen = standing.chosen();
        this.standing = standing;
        this.maker = maker;
        this.wanted = wanted;
    }

    Decision decide() {
        if (standing.archives().isEmpty() || wanted.isEmpty()) {
            return Decision.NOTHING;
        }
        Answer answer = new Decider(chosen.policy()).chosen(standing.situation(Wanted.lines(wanted)));
        return new Decision(
                answer.takes().stream().<PlanStep>map(this::step).toList(),
                answer.refused().stream().map(this::obstacle).toList());
    }

    private HotCopyStep step(Taken taken) {
        String why = taken.cause() == Cause.DUE
                ? wanted(taken.type()).orElseThrow().why()
                : standing.reaction(taken.cause());
        List<LineRun> serves = served(taken.serves());
        return switch (taken.type()) {
            case FULL, SIMPLE -> maker.fresh(taken.type(), why, serves);
            case INCREMENTAL -> maker.appended(taken.type(), standing.base(), why, serves);
            case JOURNAL -> maker.appended(taken.type(), standing.journalBase(), why, serves);
        };
    }

    private Optional<Wanted> wanted(HotCopyType line) {
        return wanted.stream().filter(run -> run.run().line() == line).findFirst();
    }

    /** The runs of these lines that are wanted; a line that nobody wanted is taken for another's sake. */
    private List<LineRun> served(Set<HotCopyType> lines) {
        Stream<LineRun> all = wanted.stream().map(Wanted::run).filter(run -> lines.contains(run.line()));
        Stream<LineRun> unasked =
                lines.stream().filter(line -> wanted(line).isEmpty()).map(LineRun::asked);
        return Stream.concat(all, unasked).toList();
    }

    private Obstacle obstacle(Refused refused) {
        String why = standing.trouble(refused.cause()).orElseThrow();
        return switch (refused.cause()) {
            case NO_BASE -> withoutBase(refused.line(), why, HotCopyType.INCREMENTAL);
            case NO_JOURNAL_BASE -> withoutBase(refused.line(), why, HotCopyType.JOURNAL);
            case SUSPENDED -> suspended(refused.line(), why);
            case DUE, FIRST -> throw new IllegalStateException(refused + " is no obstacle");
        };
    }

    private Obstacle withoutBase(HotCopyType line, String why, HotCopyType appending) {
        return new Obstacle(
                chosen,
                served(Set.of(line)),
                why,
                List.of(
                        "Take a full hot copy of backup group \""
                                + chosen.group().name() + "\" first: backup "
                                + chosen.policy().name() + " --run full --group "
                                + chosen.group().name() + ".",
                        "Or write onNoBaseSet full into the policy: a run that finds no set to append its "
                                + appending.word() + " hot copy to takes a full instead."));
    }

    private Obstacle suspended(HotCopyType line, String why) {
        return new Obstacle(
                chosen,
                served(Set.of(line)),
                "Full or incremental hot copy must be completed before journal hot copy",
                List.of(
                        Character.toUpperCase(why.charAt(0)) + why.substring(1) + ".",
                        "Write onJournalSuspended incremental into the policy: one is then taken first."));
    }
}
