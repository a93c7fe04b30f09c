package io.hotcopy.plan;

import io.hotcopy.driver.ArchiveFacts;
import io.hotcopy.driver.ConcurrencyRules;
import io.hotcopy.driver.CopyRequest;
import io.hotcopy.driver.Refusal;
import io.hotcopy.problem.Problem;
import io.hotcopy.term.ElementId;
import io.hotcopy.term.SetId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * No copy meets one that runs and excludes it (M21–M26). A prediction: whoever begins the copy asks
 * {@link ConcurrencyRules} again. Steps of one plan never meet each other, since they run one after another.
 */
final class ConcurrentCopies implements Rule {

    /** Stands for the run and for the set that are still to be made; equal to none that exists. */
    private static final UUID TO_BE_MADE = new UUID(0, 0);

    @Override
    public List<Problem> check(PlanContext context) {
        List<Problem> problems = new ArrayList<>();
        for (HotCopyStep step : context.hotCopies()) {
            for (HotCopyStep.Member member : step.members()) {
                refusal(context, step, member)
                        .map(refusal -> problem(context, step, member, refusal))
                        .ifPresent(problems::add);
            }
        }
        return problems;
    }

    private static Optional<Refusal> refusal(PlanContext context, HotCopyStep step, HotCopyStep.Member member) {
        CopyRequest request = new CopyRequest(new ElementId(TO_BE_MADE), step.type(), set(step, member));
        ArchiveFacts facts =
                context.factsOf(step.database()).archive(member.archive()).orElseThrow();
        return ConcurrencyRules.refusal(facts.running(), facts.newestSet(), request);
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
        return context.error(PlanContext.pathOf(step), refusal.reason(), hints.toArray(String[]::new));
    }
}
