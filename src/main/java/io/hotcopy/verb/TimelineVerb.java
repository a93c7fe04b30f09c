package io.hotcopy.verb;

import io.hotcopy.backupset.SetFacts;
import io.hotcopy.catalog.CatalogCollection;
import io.hotcopy.driver.DatabaseFacts;
import io.hotcopy.model.BackupGroup;
import io.hotcopy.model.BackupPolicy;
import io.hotcopy.recovery.RecoveryPlanner;
import io.hotcopy.timetable.Occurrence;
import io.hotcopy.timetable.Timetable;
import io.hotcopy.verb.TimelineResult.OfBackupGroup;
import io.hotcopy.verb.TimelineResult.OfPolicy;
import io.hotcopy.verb.TimelineResult.OfStorageGroup;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** {@code timeline}: what can be restored of the last days, what ran in them, and what is to run; changes nothing. */
public final class TimelineVerb {
    private final Session session;

    TimelineVerb(Session session) {
        this.session = session;
    }

    /** @throws io.hotcopy.problem.HotCopyException when there is no such policy, or a number of days makes no sense */
    public TimelineResult run(TimelineRequest request) {
        DayCount.check("a timeline shows", 1, request.back(), "before now");
        DayCount.check("a timeline shows", 0, request.ahead(), "after now");
        Chosen chosen = new Choice(session).of(request.what());
        Instant now = session.surroundings().clock().instant();
        Instant from = now.minus(Duration.ofDays(request.back()));
        Instant to = now.plus(Duration.ofDays(request.ahead()));
        List<CatalogCollection> collections =
                Shelves.known(session, chosen.declared()).list().collections();
        return new TimelineResult(
                from,
                now,
                to,
                chosen.policies().stream()
                        .map(name -> chosen.declared().policy(name).orElseThrow())
                        .map(policy -> of(
                                policy,
                                session.facts(chosen.declared(), policy.protects()),
                                collections,
                                from,
                                now,
                                to))
                        .toList());
    }

    private OfPolicy of(
            BackupPolicy policy,
            DatabaseFacts facts,
            List<CatalogCollection> collections,
            Instant from,
            Instant now,
            Instant to) {
        List<SetFacts> sets = ProtectingSets.ofAllLives(policy, facts, collections);
        RestorableMoments moments = new RestorableMoments(sets);
        RunsOfGroup runs =
                new RunsOfGroup(session.ledger(policy.protects().domain()).since(from), RecoveryPlanner.runs(sets));
        List<Occurrence> ahead = Timetable.of(policy).between(now, to);
        return new OfPolicy(
                policy.name(),
                policy.protects(),
                policy.timeZone(),
                facts.storageGroups().stream()
                        .map(group -> new OfStorageGroup(group.value(), moments.of(group)))
                        .toList(),
                moments.ofWhole(),
                policy.backupGroups().stream()
                        .map(group ->
                                new OfBackupGroup(group.name(), runs.of(policy, group, from), ahead(ahead, group)))
                        .toList());
    }

    private static List<Occurrence> ahead(List<Occurrence> all, BackupGroup group) {
        return all.stream()
                .filter(occurrence -> occurrence.backupGroup().equals(group.name()))
                .toList();
    }
}
