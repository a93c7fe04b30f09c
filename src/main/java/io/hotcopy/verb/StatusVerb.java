package io.hotcopy.verb;

import io.hotcopy.catalog.CatalogCollection;
import io.hotcopy.catalog.SetState;
import io.hotcopy.driver.DatabaseFacts;
import io.hotcopy.model.BackupGroup;
import io.hotcopy.model.BackupPolicy;
import io.hotcopy.recovery.CopyRun;
import io.hotcopy.verb.StatusResult.GroupStatus;
import io.hotcopy.verb.StatusResult.Newest;
import io.hotcopy.verb.StatusResult.PolicyStatus;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code status}: am I protected, since when, and what runs; changes nothing. */
public final class StatusVerb {
    private final Session session;

    StatusVerb(Session session) {
        this.session = session;
    }

    public StatusResult run() {
        List<CatalogCollection> collections = session.declared().policies().isEmpty()
                ? List.of()
                : new Shelves(session, List.of()).catalog().list().collections();
        List<DatabaseFacts> databases = session.declared().domains().stream()
                .flatMap(domain -> domain.databases().stream().map(domain::nameOf))
                .map(name -> session.facts(session.declared(), name))
                .toList();
        return new StatusResult(
                session.declared().policies().stream()
                        .map(policy -> status(policy, collections))
                        .toList(),
                databases,
                session.startedDomain(),
                session.running().map(running -> running.engine().hotCopies()).orElse(List.of()),
                session.running().isPresent() ? new WorkloadVerb(session).status() : WorkloadResult.NONE,
                session.surroundings().clock().instant());
    }

    private PolicyStatus status(BackupPolicy policy, List<CatalogCollection> all) {
        DatabaseFacts facts = session.facts(session.declared(), policy.protects());
        List<CatalogCollection> own = all.stream()
                .filter(collection -> collection.database().equals(policy.protects()))
                .toList();
        List<CopyRun> usable = own.stream()
                .filter(collection -> collection.state() == SetState.COMPLETE)
                .flatMap(collection -> collection.run().stream())
                .filter(run -> isOfThisLife(run, facts))
                .toList();
        List<GroupStatus> groups = policy.backupGroups().stream()
                .map(group -> new GroupStatus(group.name(), newest(usable, group)))
                .toList();
        return new PolicyStatus(
                policy.name(),
                groups,
                groups.stream().flatMap(group -> group.newest().stream()).max(Comparator.comparing(Newest::commit)),
                own.stream()
                        .filter(collection -> collection.state() != SetState.COMPLETE)
                        .toList());
    }

    /** A copy of an earlier life does not protect what has been committed in this one. */
    private static boolean isOfThisLife(CopyRun run, DatabaseFacts facts) {
        return facts.lineage().map(life -> life.id().equals(run.lineage().id())).orElse(true);
    }

    private static Optional<Newest> newest(List<CopyRun> runs, BackupGroup group) {
        Set<Object> archives = Set.copyOf(group.archives());
        return runs.stream()
                .filter(run -> run.members().stream()
                        .map(member -> (Object) member.archive())
                        .collect(Collectors.toSet())
                        .equals(archives))
                .max(Comparator.comparing(CopyRun::cut))
                .map(StatusVerb::newest);
    }

    private static Newest newest(CopyRun run) {
        return new Newest(
                run.id().toString(),
                run.cut(),
                run.present().stream()
                        .map(archive -> archive.base().times().stableMark())
                        .min(Comparator.naturalOrder())
                        .orElseThrow());
    }
}
