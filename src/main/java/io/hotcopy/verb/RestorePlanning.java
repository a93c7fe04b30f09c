package io.hotcopy.verb;

import io.hotcopy.backupset.SetFacts;
import io.hotcopy.catalog.CatalogCollection;
import io.hotcopy.catalog.CatalogSet;
import io.hotcopy.catalog.Selection;
import io.hotcopy.recovery.RecoveryPlanner;
import io.hotcopy.recovery.RestorePlan;
import io.hotcopy.recovery.RestoreTarget;
import io.hotcopy.restore.TimedCommits;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Plans restores from the sets that people name, or from all that are found. */
final class RestorePlanning {
    private final Session session;

    RestorePlanning(Session session) {
        this.session = session;
    }

    /**
     * Plans a restore.
     *
     * @param target the state asked for, unless a time is
     * @param time mapped to a commit once, for the whole restore
     */
    RestorePlan plan(SetRequest request, RestoreTarget target, Optional<Instant> time) {
        List<SetFacts> sets = facts(request);
        return RecoveryPlanner.plan(
                sets, time.<RestoreTarget>map(at -> commitAt(sets, at)).orElse(target));
    }

    private RestoreTarget.ToCommit commitAt(List<SetFacts> sets, Instant time) {
        return new RestoreTarget.ToCommit(
                new TimedCommits(session.surroundings().formats()).commitAt(RecoveryPlanner.timeQuestion(sets, time)));
    }

    private List<SetFacts> facts(SetRequest request) {
        Shelves shelves = new Shelves(session, request.below());
        if (request.words().isEmpty()) {
            return shelves.catalog().list().collections().stream()
                    .flatMap(RestorePlanning::facts)
                    .toList();
        }
        return shelves.select(request.words()).stream()
                .map(Selection::facts)
                .flatMap(List::stream)
                .toList();
    }

    private static Stream<SetFacts> facts(CatalogCollection collection) {
        return collection.sets().stream().map(CatalogSet::facts).flatMap(Optional::stream);
    }
}
