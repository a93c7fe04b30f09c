package io.hotcopy.verb;

import io.hotcopy.driver.ArchiveFacts;
import io.hotcopy.embedded.ArchiveStatus;
import io.hotcopy.embedded.EmbeddedDatabase;
import io.hotcopy.live.LocalDomain;
import io.hotcopy.model.Domain;
import io.hotcopy.model.Region;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How the domain of a session stands, as far as that can be told without a call to another process and without a wait:
 * for the prompt.
 *
 * @param name of the domain
 * @param databases how many it has
 * @param stopped those of them that have stopped by themselves
 * @param lostRegions the regions that are cut off from the others
 * @param archives how many its databases have
 * @param down how many of those in regions that are not lost do not serve
 */
public record DomainState(
        String name, int databases, List<String> stopped, List<String> lostRegions, int archives, int down) {

    public DomainState {
        stopped = List.copyOf(stopped);
        lostRegions = List.copyOf(lostRegions);
    }

    /** One of which nothing more is known than that it runs. */
    public static DomainState runs(String name) {
        return new DomainState(name, 1, List.of(), List.of(), 0, 0);
    }

    /** The domain that runs here, or the one that another process held when it was last asked; empty without one. */
    static Optional<DomainState> of(Session session) {
        if (session.isDryRun()) {
            return session.startedDomain().map(DomainState::runs);
        }
        return session.lastRunning().map(domain -> domain instanceof LocalDomain here ? of(here) : runs(domain.name()));
    }

    private static DomainState of(LocalDomain domain) {
        Domain declared = domain.declared();
        List<EmbeddedDatabase> databases = declared.databases().stream()
                .map(database -> domain.embedded().database(database.name()))
                .toList();
        Set<String> cutOff = new HashSet<>();
        databases.forEach(database -> cutOff.addAll(database.hostsCutOff()));
        List<String> lost = declared.regions().stream()
                .filter(region -> cutOff.containsAll(region.hosts()))
                .map(Region::name)
                .toList();
        List<ArchiveStatus> archives = new ArrayList<>();
        databases.stream()
                .filter(database -> database.stopped().isEmpty())
                .forEach(database -> archives.addAll(database.archiveStates()));
        return new DomainState(
                declared.name(), databases.size(), stopped(databases), lost, archives.size(), down(archives, lost));
    }

    private static List<String> stopped(List<EmbeddedDatabase> databases) {
        return databases.stream()
                .filter(database -> database.stopped().isPresent())
                .map(database -> database.name().database())
                .toList();
    }

    private static int down(List<ArchiveStatus> archives, List<String> lost) {
        return (int) archives.stream()
                .filter(archive -> archive.state() != ArchiveFacts.State.RUNNING)
                .filter(archive -> !lost.contains(archive.region()))
                .count();
    }
}
