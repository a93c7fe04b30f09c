package io.hotcopy.verb;

import io.hotcopy.backupset.BackupSet;
import io.hotcopy.backupset.ElementFacts;
import io.hotcopy.backupset.SetFacts;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.progress.ProgressListener;
import io.hotcopy.recovery.RecoveryPlanner;
import io.hotcopy.recovery.RestorePlan;
import io.hotcopy.recovery.RestoreRefusedException;
import io.hotcopy.recovery.RestoreTarget;
import io.hotcopy.restore.RestoreReport;
import io.hotcopy.restore.Restorer;
import io.hotcopy.restore.Workers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * {@code nuoarchive restore}: makes one archive of one set, whatever was copied together with it. Asks nobody: only a
 * directory that is not there yet, or empty, is written into.
 */
public final class RestoreArchiveVerb {
    private final Session session;

    RestoreArchiveVerb(Session session) {
        this.session = session;
    }

    /** @throws HotCopyException when the set alone cannot give the state, is damaged, or the directory is not free */
    public RestoreArchiveResult run(RestoreArchiveRequest request, ProgressListener progress) {
        SetFacts set = BackupSet.open(session.resolve(request.set())).facts();
        Path to = session.resolve(request.to());
        RestorePlan plan = plan(set, request.target());
        Restorer restorer = new Restorer(
                session.surroundings().formats(), session.surroundings().random(), new Workers(RestoreVerb.THREADS));
        restorer.check(plan, to);
        if (session.isDryRun()) {
            session.planned().restore(to);
            return new RestoreArchiveResult(true, request.set(), request.to(), plan, plan.size(), Optional.empty());
        }
        RestoreReport report = Cancelling.telling(
                "the restore",
                "Nothing was made: \"" + request.to() + "\" is as it was before.",
                () -> restorer.restoreArchive(plan, to, progress));
        return new RestoreArchiveResult(
                false, request.set(), request.to(), plan, report.size(), Optional.of(report.took()));
    }

    private static RestorePlan plan(SetFacts set, RestoreTarget target) {
        if (target instanceof RestoreTarget.ToElement to) {
            requireElement(set, to);
        }
        try {
            return RecoveryPlanner.planAlone(set, target);
        } catch (RestoreRefusedException refused) {
            List<String> hints = new ArrayList<>(refused.hints());
            hints.add("This set was looked at alone. To use several together: restore SET… --to DIR.");
            throw new HotCopyException(refused.getMessage(), refused, hints.toArray(String[]::new));
        }
    }

    private static void requireElement(SetFacts set, RestoreTarget.ToElement target) {
        if (set.elements().stream().noneMatch(element -> element.id().equals(target.element()))) {
            String there =
                    set.elements().stream().map(RestoreArchiveVerb::inWords).collect(Collectors.joining(", "));
            throw new HotCopyException(
                    "backup set \"" + set.location() + "\" has no element " + target.element(),
                    there.isEmpty() ? "It has none at all." : "It has " + there + ".");
        }
    }

    private static String inWords(ElementFacts element) {
        return element.directory() + " " + element.id();
    }
}
