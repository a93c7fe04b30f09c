package io.hotcopy.verb;

import io.hotcopy.plan.PlannedCollection;
import io.hotcopy.progress.ProgressListener;
import io.hotcopy.recovery.RestorePlan;
import io.hotcopy.restore.RestoreReport;
import io.hotcopy.restore.Restorer;
import io.hotcopy.restore.Workers;
import io.hotcopy.term.ArchiveId;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** {@code restore}: plans which sets give the state asked for, shows it, and makes new archives of them. */
public final class RestoreVerb {
    /** Two to four serve a disk well. */
    static final int THREADS = 4;

    private final Session session;

    RestoreVerb(Session session) {
        this.session = session;
    }

    /** @throws DeclinedException when the preview is not agreed to */
    public RestoreResult run(RestoreRequest request, Confirmation confirmation, ProgressListener progress) {
        Path to = session.resolve(request.to());
        Restorer restorer = new Restorer(
                session.surroundings().formats(), session.surroundings().random(), new Workers(THREADS));
        Optional<PlannedCollection> planned = planned(request.sets());
        if (planned.isPresent()) {
            return planned(planned.get(), to, restorer);
        }
        RestorePlan plan = new RestorePlanning(session).plan(request.sets(), request.target(), request.time());
        restorer.check(plan, to);
        RestoreResult preview = preview(plan, to, request.time());
        if (session.isDryRun()) {
            session.planned().restore(to);
            return preview;
        }
        if (!confirmation.agrees(preview)) {
            throw new DeclinedException();
        }
        RestoreReport report = Cancelling.telling(
                "the restore",
                "Nothing was made: \"" + request.to() + "\" is as it was before.",
                () -> restorer.restore(plan, to, progress));
        return done(report, request.time());
    }

    /** In a dry run: the collection that this same dry run would have taken. */
    private Optional<PlannedCollection> planned(SetRequest sets) {
        if (!session.planned().hasCollections()) {
            return Optional.empty();
        }
        String word = sets.words().isEmpty() ? "latest" : sets.words().get(0);
        return sets.words().size() > 1 ? Optional.empty() : session.planned().collection(word);
    }

    private RestoreResult planned(PlannedCollection collection, Path to, Restorer restorer) {
        restorer.check(List.copyOf(collection.sets().values()), collection.size(), to);
        session.planned().restore(to);
        SortedMap<ArchiveId, Path> archives = new TreeMap<>();
        collection.sets().keySet().forEach(archive -> archives.put(archive, to.resolve("archive-" + archive)));
        return new RestoreResult(
                true,
                Optional.empty(),
                to,
                archives,
                Optional.empty(),
                Optional.empty(),
                collection.size(),
                Optional.empty());
    }

    private static RestoreResult preview(RestorePlan plan, Path to, Optional<Instant> time) {
        SortedMap<ArchiveId, Path> archives = new TreeMap<>();
        plan.archives().forEach(archive -> archives.put(archive.archive(), to.resolve("archive-" + archive.archive())));
        return new RestoreResult(
                true, Optional.of(plan), to, archives, Optional.of(plan.target()), time, plan.size(), Optional.empty());
    }

    private static RestoreResult done(RestoreReport report, Optional<Instant> time) {
        return new RestoreResult(
                false,
                Optional.of(report.plan()),
                report.target(),
                report.archives(),
                Optional.of(report.plan().target()),
                time,
                report.size(),
                Optional.of(report.took()));
    }
}
