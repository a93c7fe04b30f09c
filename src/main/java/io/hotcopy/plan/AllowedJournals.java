package io.hotcopy.plan;

import io.hotcopy.model.StorageManager;
import io.hotcopy.plan.PlanContext.Chosen;
import io.hotcopy.problem.Problem;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.HotCopyType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Journal hot copies are taken only from storage managers that allow them (M15). Who takes another type is warned: that
 * one does not need it.
 */
final class AllowedJournals implements GroupRule {

    @Override
    public List<Problem> check(PlanContext context) {
        List<Problem> problems = new ArrayList<>();
        for (Chosen chosen : context.chosen()) {
            if (chosen.policy().run(HotCopyType.JOURNAL).isPresent() || context.takes(HotCopyType.JOURNAL, chosen)) {
                chosen.group().archives().forEach(archive -> problem(context, chosen, archive)
                        .ifPresent(problems::add));
            }
        }
        return problems;
    }

    private static Problem problem(PlanContext context, Chosen chosen, String path, String message, String hint) {
        return context.takes(HotCopyType.JOURNAL, chosen)
                ? context.error(path, message, hint)
                : context.warning(path, message, hint);
    }

    private static Optional<Problem> problem(PlanContext context, Chosen chosen, ArchiveId archive) {
        Optional<StorageManager> manager =
                context.databaseOf(chosen.policy().protects()).storageManager(archive);
        if (manager.isEmpty()) {
            return Optional.empty();
        }
        if (!manager.get().journalHotCopy()) {
            return Optional.of(problem(
                    context,
                    chosen,
                    PlanContext.pathOf(chosen.policy().protects()) + "/storageManager/" + archive,
                    "journal hot copy is not enabled for archive " + archive + ", of which policy \""
                            + chosen.policy().name() + "\" takes journal hot copies",
                    "Write journalHotCopy: true into this line."));
        }
        boolean isOld = context.factsOf(chosen.policy().protects())
                .archive(archive)
                .filter(facts -> !facts.journalHotCopy())
                .isPresent();
        return isOld && context.takes(HotCopyType.JOURNAL, chosen)
                ? Optional.of(context.error(
                        PlanContext.pathOf(chosen.policy(), chosen.group()),
                        "journal hot copy is declared, but not enabled on the running archive " + archive,
                        "The domain was started before that was declared: stop it and start it again."))
                : Optional.empty();
    }
}
