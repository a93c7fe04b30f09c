package io.hotcopy.plan;

import io.hotcopy.driver.ArchiveFacts;
import io.hotcopy.driver.ConcurrencyRules;
import io.hotcopy.driver.CopyRequest;
import io.hotcopy.driver.DatabaseFacts;
import io.hotcopy.driver.Refusal;
import io.hotcopy.driver.RunningCopy;
import io.hotcopy.model.OnOverlap;
import io.hotcopy.problem.Problem;
import io.hotcopy.term.ElementId;
import io.hotcopy.term.SetId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * No copy meets one that runs and excludes it (M21–M26). A prediction: whoever begins the copy asks
 * {@link ConcurrencyRules} again. Steps of one plan never meet each other, since they run one after another. Where the
 * policy says {@code onOverlap wait} that is a warning, and where it says {@code skip} there is no such step.
 */
final class ConcurrentCopies implements GroupRule {

    /** Stands for the run and for the set that are still to be made; equal to none that exists. */
    private static final UUID TO_BE_MADE = new UUID(0, 0);

    @Override
    public List<Problem> check(PlanContext context) {
        List<Problem> problems = new ArrayList<>();
        for (HotCopyStep step : context.hotCopies()) {
            for (HotCopyStep.Member member : step.members()) {
                refusal(context.factsOf(step.database()), step, member)
                        .map(refusal -> problem(context, step, member, refusal))
                        .ifPresent(problems::add);
            }
        }
        return problems;
    }

    /** Why the copy of this member may not begin now. */
    static Optional<Refusal> refusal(DatabaseFacts facts, HotCopyStep step, HotCopyStep.Member member) {
        ArchiveFacts archive = facts.archive(member.archive()).orElseThrow();
        return ConcurrencyRules.refusal(archive.running(), archive.newestSet(), request(step, member));
    }

    /** The copies whose end would let the step begin; none when it may begin now, or not even then. */
    static List<ElementId> inTheWay(DatabaseFacts facts, HotCopyStep step) {
        return step.members().stream()
                .filter(member -> refusal(facts, step, member).isPresent() && isPassing(facts, step, member))
                .flatMap(member -> facts.archive(member.archive()).stream())
                .flatMap(archive -> archive.running().stream())
                .map(RunningCopy::run)
                .distinct()
                .toList();
    }

    private static boolean isPassing(DatabaseFacts facts, HotCopyStep step, HotCopyStep.Member member) {
        ArchiveFacts archive = facts.archive(member.archive()).orElseThrow();
        return ConcurrencyRules.refusal(List.of(), archive.newestSet(), request(step, member))
                .isEmpty();
    }

    private static CopyRequest request(HotCopyStep step, HotCopyStep.Member member) {
        return new CopyRequest(new ElementId(TO_BE_MADE), step.type(), set(step, member));
    }

    private static Optional<SetId> set(HotCopyStep step, HotCopyStep.Member member) {
        return switch (step.type()) {
            case FULL -> Optional.of(new SetId(TO_BE_MADE));
            case SIMPLE -> Optional.empty();
            case INCREMENTAL, JOURNAL -> member.set();
        };
    }

    private static Problem problem(PlanContext context, HotCopyStep step, HotCopyStep.Member member, Refusal refusal) {
        List<String> hints = new ArrayList<>(refusal.hints());
        hints.add("This concerns archive " + member.archive() + " on " + member.host() + ".");
        DatabaseFacts facts = context.factsOf(step.database());
        if (isPassing(facts, step, member) && waits(context, step)) {
            hints.add("onOverlap wait: this one waits until that has ended.");
            return context.warning(PlanContext.pathOf(step), refusal.reason(), hints.toArray(String[]::new));
        }
        return context.error(PlanContext.pathOf(step), refusal.reason(), hints.toArray(String[]::new));
    }

    /** Reactions are of schedules: a person who asks for a copy of a policy that has none is told. */
    private static boolean waits(PlanContext context, HotCopyStep step) {
        return context.declared()
                .policy(step.policy())
                .filter(policy -> policy.isScheduled() && policy.reactions().onOverlap() == OnOverlap.WAIT)
                .isPresent();
    }
}
