package io.hotcopy.verb;

import io.hotcopy.backupset.SetFacts;
import io.hotcopy.catalog.CatalogCollection;
import io.hotcopy.catalog.SetState;
import io.hotcopy.driver.DatabaseFacts;
import io.hotcopy.model.BackupGroup;
import io.hotcopy.model.BackupPolicy;
import io.hotcopy.model.Declarations;
import io.hotcopy.plan.LineStatus;
import io.hotcopy.plan.PastRun;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.recovery.ArchivePlan;
import io.hotcopy.recovery.CopyRun;
import io.hotcopy.recovery.CoverStep;
import io.hotcopy.recovery.RecoveryPlanner;
import io.hotcopy.recovery.RestorePlan;
import io.hotcopy.recovery.RestoreRefusedException;
import io.hotcopy.recovery.RestoreTarget;
import io.hotcopy.term.DatabaseName;
import io.hotcopy.term.HotCopyType;
import io.hotcopy.verb.StatusResult.GroupStatus;
import io.hotcopy.verb.StatusResult.Newest;
import io.hotcopy.verb.StatusResult.PolicyStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** {@code status}: am I protected, since when, and what runs; changes nothing. */
public final class StatusVerb {
    /** What is older than any usual schedule is told by the sets alone. */
    private static final Duration LOOKED_BACK = Duration.ofDays(92);

    private final Session session;

    StatusVerb(Session session) {
        this.session = session;
    }

    /** @throws HotCopyException when several domains run and nothing says which is meant */
    public StatusResult run() {
        session.refuseSeveral();
        Declarations declared = session.declared();
        List<CatalogCollection> collections = declared.policies().isEmpty()
                ? List.of()
                : session.listed(new Shelves(session, List.of()).catalog().list())
                        .collections();
        Map<DatabaseName, DatabaseFacts> facts = new LinkedHashMap<>();
        Function<DatabaseName, DatabaseFacts> once =
                name -> facts.computeIfAbsent(name, first -> session.facts(declared, first));
        List<DatabaseFacts> databases = declared.domains().stream()
                .flatMap(domain -> domain.databases().stream().map(domain::nameOf))
                .map(once)
                .toList();
        return new StatusResult(
                declared.policies().stream()
                        .map(policy -> status(policy, once.apply(policy.protects()), collections))
                        .toList(),
                databases,
                Outage.of(session),
                session.startedDomain(),
                session.running().map(running -> running.copies().all()).orElse(List.of()),
                session.running().isPresent() ? new WorkloadVerb(session).status() : WorkloadResult.NONE,
                session.surroundings().clock().instant());
    }

    private PolicyStatus status(BackupPolicy policy, DatabaseFacts facts, List<CatalogCollection> all) {
        List<CatalogCollection> own = all.stream()
                .filter(collection -> collection.database().equals(policy.protects()))
                .toList();
        List<SetFacts> sets = ProtectingSets.of(policy, facts, all);
        List<GroupStatus> groups = policy.backupGroups().stream()
                .map(group -> new GroupStatus(group.name(), newest(sets, group)))
                .toList();
        Instant now = session.surroundings().clock().instant();
        Protection protection = Protection.of(ProtectingSets.ofItsArchives(policy, facts, all), facts.storageGroups());
        return new PolicyStatus(
                policy.name(),
                groups,
                groups.stream().flatMap(group -> group.newest().stream()).max(Comparator.comparing(Newest::commit)),
                own.stream()
                        .filter(collection -> collection.state() != SetState.COMPLETE)
                        .toList(),
                own.stream()
                        .filter(collection -> collection.state() == SetState.COMPLETE)
                        .flatMap(collection -> collection.trouble().stream())
                        .toList(),
                policy.timeZone(),
                protection,
                protection.olderThanPromised(policy, now),
                policy.objectives().rpo(),
                LineStatus.of(policy, past(policy, now), facts, sets, now));
    }

    private List<PastRun> past(BackupPolicy policy, Instant now) {
        return session.ledger(policy.protects().domain()).since(now.minus(LOOKED_BACK));
    }

    /** The newest state that the sets of the group's archives give by themselves. */
    private static Optional<Newest> newest(List<SetFacts> sets, BackupGroup group) {
        List<SetFacts> own = sets.stream()
                .filter(set -> group.archives().contains(set.archive()))
                .toList();
        try {
            return Optional.of(newest(RecoveryPlanner.plan(own, new RestoreTarget.Latest()), own));
        } catch (RestoreRefusedException nothing) {
            return Optional.empty();
        }
    }

    private static Newest newest(RestorePlan plan, List<SetFacts> sets) {
        HotCopyType by = RecoveryPlanner.runs(sets).stream()
                .filter(CopyRun::isUsable)
                .filter(run -> run.lineage().equals(plan.lineage()) && run.cut().equals(plan.target()))
                .map(CopyRun::type)
                .max(Comparator.naturalOrder())
                .orElse(HotCopyType.FULL);
        return new Newest(
                plan.run().toString(),
                plan.target(),
                plan.archives().stream()
                        .map(StatusVerb::known)
                        .min(Comparator.naturalOrder())
                        .orElseThrow(),
                by);
    }

    /** Up to when the elements of an archive tell all that was committed. */
    private static Instant known(ArchivePlan archive) {
        return Stream.concat(Stream.of(archive.base()), archive.steps().stream().map(CoverStep::element))
                .map(element -> element.times().stableMark())
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }
}
