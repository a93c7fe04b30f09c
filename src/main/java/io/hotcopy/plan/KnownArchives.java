package io.hotcopy.plan;

import io.hotcopy.model.Database;
import io.hotcopy.model.StorageManager;
import io.hotcopy.plan.PlanContext.Chosen;
import io.hotcopy.problem.Problem;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.DatabaseName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Every archive of a backup group exists. */
final class KnownArchives implements GroupRule {

    @Override
    public List<Problem> check(PlanContext context) {
        List<Problem> problems = new ArrayList<>();
        for (Chosen chosen : context.chosen()) {
            for (ArchiveId archive : chosen.group().archives()) {
                unknown(context, chosen, archive).ifPresent(problems::add);
            }
        }
        return problems;
    }

    private static Optional<Problem> unknown(PlanContext context, Chosen chosen, ArchiveId archive) {
        DatabaseName name = chosen.policy().protects();
        Database database = context.databaseOf(name);
        String path = PlanContext.pathOf(chosen.policy(), chosen.group());
        String message =
                "archive " + archive + " of backup group \"" + chosen.group().name() + "\"";
        if (database.storageManager(archive).isEmpty()) {
            List<ArchiveId> archives = database.storageManagers().stream()
                    .map(StorageManager::archive)
                    .sorted()
                    .toList();
            return Optional.of(context.error(
                    path,
                    message + " is not declared in database \"" + name + "\"",
                    context.factsOf(name).archive(archive).isPresent()
                            ? "It was added while the database ran: declare it as well."
                            : "Declared: " + Words.archives(archives) + "."));
        }
        if (context.factsOf(name).archive(archive).isEmpty()) {
            return Optional.of(context.error(
                    path,
                    message + " is declared, but is not part of the running database \"" + name + "\"",
                    "It was removed while the database ran; or the domain was started before it was declared: stop it"
                            + " and start it again."));
        }
        return Optional.empty();
    }
}
