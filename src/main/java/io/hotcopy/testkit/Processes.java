package io.hotcopy.testkit;

import io.hotcopy.driver.ArchiveFacts;
import io.hotcopy.driver.ArchiveFacts.State;
import io.hotcopy.driver.DatabaseFacts;
import io.hotcopy.driver.RunningCopy;
import io.hotcopy.model.Database;
import io.hotcopy.model.Declarations;
import io.hotcopy.model.Domain;
import io.hotcopy.model.Region;
import io.hotcopy.plan.DeclaredFacts;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.DatabaseName;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** Which processes of the declared domains are there: all, but for those that a specification has taken away. */
final class Processes {

    /** An archive of a database. */
    record Member(DatabaseName database, ArchiveId archive) {}

    private final Declarations declared;
    private final Set<Member> stopped = new HashSet<>();
    private final Set<String> cut = new TreeSet<>();
    /** Those that have come back and of which no full or incremental has been begun since. */
    private final Set<Member> returned = new HashSet<>();

    Processes(Declarations declared) {
        this.declared = declared;
    }

    /** @param running the hot copies on an archive */
    DatabaseFacts facts(DatabaseName name, BiFunction<DatabaseName, ArchiveId, List<RunningCopy>> running) {
        Domain domain = declared.domain(name.domain()).orElseThrow();
        DatabaseFacts facts =
                DeclaredFacts.of(domain, domain.database(name.database()).orElseThrow());
        return new DatabaseFacts(
                name,
                true,
                facts.databaseUuid(),
                facts.lineage(),
                facts.stable(),
                facts.storageGroups(),
                facts.archives().stream()
                        .map(archive -> live(name, archive, running.apply(name, archive.id())))
                        .toList());
    }

    private ArchiveFacts live(DatabaseName database, ArchiveFacts facts, List<RunningCopy> running) {
        Member member = new Member(database, facts.id());
        return new ArchiveFacts(
                facts.id(),
                facts.host(),
                facts.region(),
                isRunning(member) ? State.RUNNING : State.STOPPED,
                facts.serves(),
                facts.journalHotCopy(),
                returned.contains(member) ? Optional.of("it has been away and came back by a SYNC") : Optional.empty(),
                facts.baseLost(),
                facts.size(),
                facts.newestSet(),
                running);
    }

    boolean isRunning(Member member) {
        return !stopped.contains(member)
                && !cut.contains(regionOf(member))
                && hasMajority(member.database().domain(), database(member.database()));
    }

    /** Of a database that has no majority every process stops. */
    private boolean hasMajority(String domainName, Database database) {
        Domain domain = declared.domain(domainName).orElseThrow();
        long all = database.processesIn(domain.regions());
        long left = all
                - database.processesIn(domain.regions().stream()
                        .filter(region -> cut.contains(region.name()))
                        .toList());
        return 2 * left > all;
    }

    void stop(Member member) {
        requireDeclared(member);
        stopped.add(member);
    }

    /** Who has come back by it. */
    List<Member> start(Member member) {
        requireDeclared(member);
        return returning(() -> stopped.remove(member));
    }

    void cut(String region) {
        List<String> regions = declared.domains().stream()
                .flatMap(domain -> domain.regions().stream())
                .map(Region::name)
                .distinct()
                .toList();
        if (!regions.contains(region)) {
            throw new HotCopyException(
                    "no region \"" + region + "\" is declared; declared are " + String.join(", ", regions));
        }
        cut.add(region);
    }

    /** Who has come back by it. */
    List<Member> heal() {
        return returning(cut::clear);
    }

    private List<Member> returning(Runnable change) {
        Set<Member> before = away();
        change.run();
        before.removeAll(away());
        returned.addAll(before);
        return List.copyOf(before);
    }

    private Set<Member> away() {
        return declared.domains().stream()
                .flatMap(domain -> domain.databases().stream().flatMap(database -> database.storageManagers().stream()
                        .map(manager -> new Member(domain.nameOf(database), manager.archive()))))
                .filter(member -> !isRunning(member))
                .collect(Collectors.toCollection(HashSet::new));
    }

    private void requireDeclared(Member member) {
        if (database(member.database()).storageManager(member.archive()).isEmpty()) {
            throw new HotCopyException(
                    "database \"" + member.database() + "\" has no archive " + member.archive() + " declared");
        }
    }

    private String regionOf(Member member) {
        String host = database(member.database())
                .storageManager(member.archive())
                .orElseThrow()
                .host();
        return declared.domain(member.database().domain())
                .flatMap(domain -> domain.regionOf(host))
                .map(Region::name)
                .orElse("");
    }

    private Database database(DatabaseName name) {
        return declared.database(name).orElseThrow();
    }
}
